package org.ballast.planner.place.allocate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Placement;
import org.ballast.planner.place.AllocationRules;
import org.ballast.planner.place.GanetiNumbering;
import org.ballast.planner.place.n1.GlobalN1Check;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;

/** The search for a secondary node for an instance that is to be mirrored, in the group of its primary node. */
public final class SecondarySearch {
    private final ClusterState state;
    private final AllocationRules rules;

    /** Prepares searches. */
    public SecondarySearch(ClusterState state, AllocationRules rules) {
        this.state = state;
        this.rules = rules;
    }

    /**
     * Gives the instance a mirror on the best node; the state then holds the mirrored instance in its place, if there
     * is such a node.
     */
    public Allocation search(int i) {
        int primary = state.placement(i).primary();
        List<Integer> others = Arrays.stream(state.nodesOf(state.groupOf(primary)))
                .filter(node -> node != primary)
                .boxed()
                .toList();
        Trial trial = new Trial(state);
        trial.withdraw(i);
        ClusterState.Receipt receipt = state.commit(trial);
        int mirrored = state.add(
                state.instance(i).withTemplate(DiskTemplate.DRBD).withPlacement(Placement.NOWHERE),
                state.scenario().utilisation().get(i));
        rules.users().ifPresent(users -> users.enter(mirrored, i));
        int[] all =
                IntStream.range(0, state.scenario().cluster().nodes().size()).toArray();
        Optional<GlobalN1Check> n1 = rules.checkCapacity()
                ? Optional.of(new GlobalN1Check(state, all, rules.ignoreSoftErrors(), GanetiNumbering.of(mirrored, i)))
                : Optional.empty();
        AllocationTargets targets = new AllocationTargets.Pairs(List.of(primary), others);
        Allocation found =
                new Allocator(state, all, rules.ignoreSoftErrors(), n1, rules.users()).allocate(mirrored, targets);
        found.best()
                .ifPresentOrElse(
                        choice -> {
                            trial.allocate(mirrored, primary, choice.placement().secondary(), rules.ignoreSoftErrors());
                            state.commit(trial);
                        },
                        () -> state.revert(receipt));
        return found;
    }
}
