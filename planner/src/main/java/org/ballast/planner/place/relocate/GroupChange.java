package org.ballast.planner.place.relocate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ballast.model.EvacuationMode;
import org.ballast.model.Placement;
import org.ballast.planner.place.AllocationRules;
import org.ballast.planner.place.GanetiNumbering;
import org.ballast.planner.place.allocate.GroupSearch;
import org.ballast.planner.state.ClusterState;

/** The move of instances, one after another, to the best of some other groups. */
public final class GroupChange {
    private final ClusterState state;
    private final AllocationRules rules;

    /**
     * Prepares changes of group, which change the state.
     *
     * @param rules what holds for the choice of a group; the moves themselves never ignore soft errors
     */
    public GroupChange(ClusterState state, AllocationRules rules) {
        this.state = state;
        this.rules = rules;
    }

    /**
     * Moves the instances and returns what became of each, in the same order.
     *
     * @param wanted the groups they may go to, without those they come from; none means all others
     */
    public List<RelocationOutcome> change(List<Integer> instances, List<Integer> wanted) {
        List<Integer> left = instances.stream()
                .map(i -> state.groupOf(state.placement(i).primary()))
                .distinct()
                .toList();
        int groups = state.scenario().cluster().groups().size();
        List<Integer> targets = (wanted.isEmpty()
                        ? IntStream.range(0, groups).boxed().toList()
                        : wanted)
                .stream().filter(group -> !left.contains(group)).toList();
        Relocator relocator = new Relocator(state, false, rules.users());
        List<GroupSearch> searches = searches();
        List<RelocationOutcome> relocations = new ArrayList<>();
        for (int i : instances) {
            relocations.add(change(i, targets, searches, relocator));
        }
        return relocations;
    }

    /** Instances that users want together could never change group if the first one to go had to keep that rule. */
    private List<GroupSearch> searches() {
        GroupSearch usual = new GroupSearch(state, rules, false);
        return rules.users()
                .map(users -> List.of(
                        usual, new GroupSearch(state, rules.withUsers(Optional.of(users.withoutTogether())), false)))
                .orElse(List.of(usual));
    }

    private RelocationOutcome change(int i, List<Integer> targets, List<GroupSearch> searches, Relocator relocator) {
        List<Integer> inhabited = targets.stream()
                .distinct()
                .sorted()
                .filter(group -> state.nodesOf(group).length > 0)
                .toList();
        if (inhabited.isEmpty()) {
            return new RelocationOutcome.Stuck(i, new RelocationOutcome.Obstacle.NoGroup(Optional.empty(), targets));
        }
        // A place is sought for a copy, while the instance is still where it is: that is how tight Ganeti takes it.
        int copy = state.add(
                state.instance(i).withPlacement(Placement.NOWHERE),
                state.scenario().utilisation().get(i));
        rules.users().ifPresent(users -> users.enter(copy, i));
        int requiredNodes = state.instance(i).template().hasSecondary() ? 2 : 1;
        GroupSearch.Result found = search(searches, inhabited, i, copy, requiredNodes);
        if (found.best().isEmpty()) {
            return new RelocationOutcome.Stuck(i, new RelocationOutcome.Obstacle.NoGroup(Optional.of(found), targets));
        }
        int group = found.best().get().group();
        int[] nodes = Arrays.stream(state.nodesOf(group))
                .filter(node -> !state.isOffline(node))
                .toArray();
        return relocator.move(i, EvacuationMode.ALL, group, nodes);
    }

    private static GroupSearch.Result search(
            List<GroupSearch> searches, List<Integer> groups, int i, int copy, int requiredNodes) {
        GroupSearch.Result found =
                searches.getFirst().inGroups(groups, copy, requiredNodes, GanetiNumbering.of(copy, i));
        return found.best().isPresent() || searches.size() == 1
                ? found
                : search(searches.subList(1, searches.size()), groups, i, copy, requiredNodes);
    }
}
