package org.ballast.planner.place.n1;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Move;
import org.ballast.planner.place.GanetiNumbering;
import org.ballast.planner.place.GroupPolicy;
import org.ballast.planner.place.TargetChoice;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;
import org.ballast.planner.state.Verdict;

/**
 * The simulated failure of one node: would every instance of it find a place? Mirrored instances fail over to their
 * secondary; then each instance on shared storage restarts on the node where it fits best; then instances with local
 * disks are created anew, the largest first. Soft limits are no obstacle in such a case.
 *
 * <p>Source: hcheck(1) of Ganeti 3.0. The order in which instances are placed, and the last of equally good nodes being
 * taken, are Ganeti's: they decide whether the later ones still fit.
 */
public final class NodeFailureSimulation {
    private static final boolean IGNORE_SOFT_ERRORS = true;

    private final ClusterState state;
    private final GanetiNumbering numbering;
    private final Trial trial;
    private final Map<Integer, int[]> groupNodes = new HashMap<>();
    private final Map<Integer, TargetChoice> restarts = new HashMap<>();
    private final TargetChoice recreation;
    private final Deque<ClusterState.Receipt> receipts = new ArrayDeque<>();

    /**
     * Prepares checks of nodes of one or several groups.
     *
     * @param scope all nodes of these groups, in ascending order: their score decides where instances are recreated
     */
    public NodeFailureSimulation(ClusterState state, int[] scope) {
        this(state, scope, GanetiNumbering.PLAIN);
    }

    /** Prepares checks that find instances by these numbers. */
    NodeFailureSimulation(ClusterState state, int[] scope, GanetiNumbering numbering) {
        this.state = state;
        this.numbering = numbering;
        trial = new Trial(state);
        recreation = new TargetChoice(state, scope.clone(), TargetChoice.Incomparable.FIRST);
    }

    /** Returns whether all instances of the node would find a place; the state is as before afterwards. */
    public boolean canEvacuate(int node) {
        boolean possible = evacuate(node, Residents.of(node, state, numbering));
        restore();
        return possible;
    }

    /** Returns whether the node's mirrored instances could fail over; the state is as before afterwards. */
    boolean canFailOver(Residents residents) {
        boolean possible = residents.mirrored().stream().allMatch(this::failOver);
        restore();
        return possible;
    }

    /** Returns whether all instances of the node would find a place after an accepted trial. */
    boolean canEvacuateAfter(Trial change, int node) {
        enter(change);
        boolean possible = evacuate(node, Residents.of(node, state, numbering));
        restore();
        return possible;
    }

    /** The instances of a node by what becomes of them if it fails, each kind in the order in which it is placed. */
    record Residents(List<Integer> mirrored, List<Integer> restartable, List<Integer> recreated) {
        static Residents of(int node, ClusterState state, GanetiNumbering numbering) {
            Residents residents = new Residents(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int resident : state.primariesOf(node)) {
                int i = numbering.instance(resident);
                residents.ofTemplate(state.instance(i).template()).add(i);
            }
            // Not Comparator.comparingLong: it makes a class when it is first called, and hail has no time for that.
            residents.recreated.sort((one, other) -> Long.compare(
                    state.instance(other).memory(), state.instance(one).memory()));
            return residents;
        }

        /** Adds one more, in no particular order. */
        Residents with(int i, ClusterState state) {
            ofTemplate(state.instance(i).template()).add(i);
            return this;
        }

        private List<Integer> ofTemplate(DiskTemplate template) {
            if (template == DiskTemplate.DRBD) {
                return mirrored;
            }
            return template.isRestartableAnywhere() ? restartable : recreated;
        }
    }

    private boolean evacuate(int node, Residents residents) {
        return residents.mirrored().stream().allMatch(this::failOver)
                && residents.restartable().stream().allMatch(i -> restart(i, node))
                && residents.recreated().stream().allMatch(i -> recreate(i, node));
    }

    private boolean failOver(int i) {
        if (!state.placement(i).hasSecondary()
                || !trial.move(new Move.Failover(i), IGNORE_SOFT_ERRORS).accepted()) {
            return false;
        }
        enter(trial);
        return true;
    }

    private boolean restart(int i, int from) {
        int group = groupOf(from);
        TargetChoice choice = restarts.computeIfAbsent(
                group, g -> new TargetChoice(state, nodesOf(g), TargetChoice.Incomparable.LAST));
        boolean possible = choice.best(
                trial,
                nodesOf(group),
                from,
                target -> state.placement(i).isNowhere()
                        ? trial.restart(i, from, target, IGNORE_SOFT_ERRORS)
                        : trial.move(new Move.FailoverToAny(i, target), IGNORE_SOFT_ERRORS));
        return possible && enter(trial);
    }

    private boolean recreate(int i, int from) {
        boolean possible = recreation.best(trial, nodesOf(groupOf(from)), from, target -> create(i, target));
        return possible && enter(trial);
    }

    private Verdict create(int i, int target) {
        Verdict policy = GroupPolicy.verdict(state, i, target);
        return policy.accepted() ? trial.create(i, target, IGNORE_SOFT_ERRORS) : policy;
    }

    private int groupOf(int node) {
        return state.groupOf(node);
    }

    private int[] nodesOf(int group) {
        return groupNodes.computeIfAbsent(group, state::nodesOf);
    }

    private boolean enter(Trial change) {
        receipts.push(state.commit(change));
        follow();
        return true;
    }

    private void restore() {
        if (!receipts.isEmpty()) {
            while (!receipts.isEmpty()) {
                state.revert(receipts.pop());
            }
            follow();
        }
    }

    private void follow() {
        restarts.values().forEach(TargetChoice::refresh);
        recreation.refresh();
    }
}
