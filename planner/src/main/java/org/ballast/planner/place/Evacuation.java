package org.ballast.planner.place;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.model.InstancePolicy;
import org.ballast.model.Move;
import org.ballast.model.Node;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.MoveEstimate;
import org.ballast.planner.state.ScoreSheet;
import org.ballast.planner.state.Trial;
import org.ballast.planner.state.Verdict;

/**
 * The global N+1 check: would every instance of a node find a place if the node failed? Mirrored instances fail over to
 * their secondary; then each instance on shared storage restarts on the node where it fits best; then instances with
 * local disks are created anew, the largest first. Soft limits are no obstacle in such a case.
 *
 * <p>Source: hcheck(1) of Ganeti 3.0. The order in which instances are placed, and the last of equally good nodes being
 * taken, are the peer's: they decide whether the later ones still fit.
 */
public final class Evacuation {
    private static final boolean IGNORE_SOFT_ERRORS = true;

    private final ClusterState state;
    private final Cluster cluster;
    private final int[] groupNodes;
    private final ScoreSheet sheet;
    private final MoveEstimate estimate;
    private final Trial trial;
    private final double[] gains;
    private final Deque<ClusterState.Receipt> receipts = new ArrayDeque<>();

    /** Prepares checks of the nodes of one group, given in ascending order. */
    public Evacuation(ClusterState state, int[] groupNodes) {
        this.state = state;
        this.groupNodes = groupNodes.clone();
        cluster = state.scenario().cluster();
        sheet = new ScoreSheet(state, groupNodes);
        estimate = new MoveEstimate(state, sheet, IGNORE_SOFT_ERRORS);
        trial = new Trial(state);
        gains = new double[groupNodes.length];
    }

    /** Returns whether all instances of the node would find a place; the state is as before afterwards. */
    public boolean canEvacuate(int node) {
        boolean possible = evacuate(node);
        if (!receipts.isEmpty()) {
            while (!receipts.isEmpty()) {
                state.revert(receipts.pop());
            }
            sheet.refresh();
            estimate.refresh();
        }
        return possible;
    }

    private boolean evacuate(int node) {
        List<Integer> residents = Arrays.stream(state.primariesOf(node)).boxed().toList();
        return residents.stream().filter(i -> template(i) == DiskTemplate.DRBD).allMatch(this::failOver)
                && residents.stream()
                        .filter(i -> template(i).isRestartableAnywhere())
                        .allMatch(i -> restart(i, node))
                && residents.stream()
                        .filter(i ->
                                template(i) != DiskTemplate.DRBD && !template(i).isRestartableAnywhere())
                        .sorted(Comparator.comparingLong(
                                        (Integer i) -> instance(i).memory())
                                .reversed())
                        .allMatch(i -> recreate(i, node));
    }

    private Instance instance(int i) {
        return cluster.instances().get(i);
    }

    private DiskTemplate template(int i) {
        return instance(i).template();
    }

    private boolean failOver(int i) {
        if (!state.placement(i).hasSecondary()
                || trial.move(new Move.Failover(i), IGNORE_SOFT_ERRORS) != Verdict.ACCEPTED) {
            return false;
        }
        commit();
        return true;
    }

    private boolean restart(int i, int from) {
        return place(from, target -> trial.move(new Move.FailoverToAny(i, target), IGNORE_SOFT_ERRORS));
    }

    private boolean recreate(int i, int from) {
        return place(from, target -> accepts(i, target) ? trial.create(i, target, IGNORE_SOFT_ERRORS) : Verdict.DISK);
    }

    private boolean accepts(int i, int target) {
        Node node = cluster.nodes().get(target);
        InstancePolicy policy = cluster.groups().get(node.group()).policy();
        return policy.accepts(instance(i), node.exclusiveStorage());
    }

    /** Tries one node as a target. */
    private interface Attempt {
        Verdict on(int target);
    }

    /**
     * Puts an instance on the node where the score rises least. Estimates decide which nodes are weighed exactly.
     *
     * @return whether there is such a node
     */
    private boolean place(int from, Attempt attempt) {
        double bestGain = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < groupNodes.length; k++) {
            boolean accepted = groupNodes[k] != from && attempt.on(groupNodes[k]) == Verdict.ACCEPTED;
            gains[k] = accepted ? -estimate.rise(trial) : Double.NEGATIVE_INFINITY;
            bestGain = Math.max(bestGain, gains[k]);
        }
        double tolerance = estimate.roundingError();
        int best = -1;
        double bestScore = Double.POSITIVE_INFINITY;
        for (int k = 0; k < groupNodes.length; k++) {
            // Not written as "is less", so that a score that is no number keeps the node in.
            if (gains[k] == Double.NEGATIVE_INFINITY || gains[k] < bestGain - tolerance) {
                continue;
            }
            attempt.on(groupNodes[k]);
            double score = sheet.totalAfter(trial);
            if (best < 0 || !(bestScore < score)) {
                best = groupNodes[k];
                bestScore = score;
            }
        }
        if (best < 0) {
            return false;
        }
        attempt.on(best);
        commit();
        return true;
    }

    private void commit() {
        receipts.push(state.commit(trial));
        sheet.update(trial);
        estimate.refresh();
    }
}
