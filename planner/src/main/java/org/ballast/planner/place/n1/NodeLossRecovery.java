package org.ballast.planner.place.n1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ballast.model.Instance;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.planner.place.GanetiNumbering;
import org.ballast.planner.place.GroupPolicy;
import org.ballast.planner.place.TargetChoice;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;
import org.ballast.planner.state.Verdict;

/**
 * The recovery of instances from nodes that fail for good. As in an {@link NodeFailureSimulation} mirrored instances
 * fail over, those on shared storage restart elsewhere in the group, and then those with local disks are created anew,
 * the largest first, each where the score rises least; soft limits are no obstacle. But one that finds no place does
 * not stop the others. In the end mirrored instances that lost one of their two nodes get another secondary.
 */
public final class NodeLossRecovery {
    private static final boolean IGNORE_SOFT_ERRORS = true;

    private final ClusterState state;
    private final Set<Integer> lost;
    private final Trial trial;
    private final TargetChoice choice;
    private final List<Integer> displaced = new ArrayList<>();
    private final List<Integer> recreated = new ArrayList<>();

    private NodeLossRecovery(ClusterState state, Collection<Integer> lost) {
        this.state = state;
        this.lost = new HashSet<>(lost);
        trial = new Trial(state);
        int[] all =
                IntStream.range(0, state.scenario().cluster().nodes().size()).toArray();
        choice = new TargetChoice(state, all, TargetChoice.Incomparable.LAST);
    }

    /**
     * The new places of instances, and those without one; all lists are in the order of the instances.
     *
     * @param displaced instances that run on another node now
     * @param recreated those of them whose local disks are gone: somebody has to restore them
     * @param stranded instances that found no node: they still have one of those that failed
     * @param unmirrored mirrored instances that run, but found no other secondary node
     */
    public record Outcome(
            List<Integer> displaced, List<Integer> recreated, List<Integer> stranded, List<Integer> unmirrored) {
        /** Copies the lists. */
        public Outcome {
            displaced = List.copyOf(displaced);
            recreated = List.copyOf(recreated);
            stranded = List.copyOf(stranded);
            unmirrored = List.copyOf(unmirrored);
        }
    }

    /** Lets nodes fail, which must be offline in the state; the state is the one afterwards. */
    public static Outcome of(ClusterState state, Collection<Integer> lost) {
        return new NodeLossRecovery(state, lost).run();
    }

    private Outcome run() {
        for (int node : lost.stream().sorted().toList()) {
            NodeFailureSimulation.Residents residents =
                    NodeFailureSimulation.Residents.of(node, state, GanetiNumbering.PLAIN);
            residents.mirrored().forEach(this::failOver);
            residents
                    .restartable()
                    .forEach(i -> settle(
                            i, node, target -> trial.move(new Move.FailoverToAny(i, target), IGNORE_SOFT_ERRORS)));
            for (int i : residents.recreated()) {
                if (settle(i, node, target -> create(i, target))) {
                    recreated.add(i);
                }
            }
        }
        List<Integer> stranded = new ArrayList<>();
        List<Integer> unmirrored = new ArrayList<>();
        for (int i = 0; i < state.instanceCount(); i++) {
            Placement placement = state.placement(i);
            if (lost.contains(placement.primary())) {
                stranded.add(i);
            } else if (lost.contains(placement.secondary()) && !mirror(i, placement.primary())) {
                unmirrored.add(i);
            }
        }
        return new Outcome(
                displaced.stream().sorted().toList(),
                recreated.stream().sorted().toList(),
                stranded,
                unmirrored);
    }

    private void failOver(int i) {
        int target = state.placement(i).secondary();
        boolean isThere = target != Placement.NONE && !state.isOffline(target);
        if (isThere && trial.move(new Move.Failover(i), IGNORE_SOFT_ERRORS).accepted()) {
            enter();
            displaced.add(i);
        }
    }

    private boolean settle(int i, int from, TargetChoice.Attempt attempt) {
        boolean found = choice.best(trial, targets(from), from, attempt);
        if (found) {
            enter();
            displaced.add(i);
        }
        return found;
    }

    private Verdict create(int i, int target) {
        Verdict policy = GroupPolicy.verdict(state, i, target);
        return policy.accepted() ? trial.create(i, target, IGNORE_SOFT_ERRORS) : policy;
    }

    /** Returns whether the instance has all the copies it should have. */
    private boolean mirror(int i, int primary) {
        Instance instance = state.instance(i);
        if (!instance.template().hasSecondary()) {
            return true;
        }
        boolean found = choice.best(
                trial,
                targets(primary),
                primary,
                target -> trial.move(new Move.ReplaceSecondary(i, target), IGNORE_SOFT_ERRORS));
        if (found) {
            enter();
        }
        return found;
    }

    private int[] targets(int node) {
        return Arrays.stream(state.nodesOf(state.groupOf(node)))
                .filter(target -> !state.isOffline(target))
                .toArray();
    }

    private void enter() {
        state.commit(trial);
        choice.refresh();
    }
}
