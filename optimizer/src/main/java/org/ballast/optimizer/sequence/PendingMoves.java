package org.ballast.optimizer.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.ballast.model.Placement;
import org.ballast.optimizer.cost.Cost;
import org.ballast.planner.score.GroupScores;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;

/**
 * A queue of the instances that are not yet where they should be, those with the highest value first.
 *
 * <p>What a move gains depends on all moves before it, a little. So values in the queue are those of some time ago: the
 * instance at its head is valued again, and if it falls behind the next one, it goes back. Now and then all are valued.
 *
 * <p>An instance that could not move waits until one of its nodes changes.
 */
final class PendingMoves {
    /** MiB that a move counts in addition to the data it moves: short lists are good, too. */
    private static final double MIB_PER_MOVE = 256;
    /** All instances are valued again after so many moves, or a share of their number if that is more. */
    private static final int REVALUE_AFTER = 32;

    private static final int REVALUE_SHARE = 16;

    private enum Status {
        DONE,
        QUEUED,
        WAITING
    }

    private final ClusterState state;
    private final GroupScores scores;
    private final Routes routes;
    private final Placement[] targets;
    private final Status[] status;
    private final Trial trial;
    private final List<List<Integer>> instancesByNode = new ArrayList<>();
    private final PriorityQueue<PendingMove> queue = new PriorityQueue<>(
            Comparator.comparingDouble(PendingMove::value).reversed().thenComparingInt(PendingMove::instance));
    private int movesSinceRevaluation;

    private record PendingMove(int instance, double value) {}

    /**
     * Begins with the instances of which these are the targets.
     *
     * @param moving the instances that shall move, in ascending order
     */
    PendingMoves(ClusterState state, GroupScores scores, Routes routes, Placement[] targets, int[] moving) {
        this.state = state;
        this.scores = scores;
        this.routes = routes;
        this.targets = targets;
        trial = new Trial(state);
        status = new Status[targets.length];
        Arrays.fill(status, Status.DONE);
        state.scenario().cluster().nodes().forEach(_ -> instancesByNode.add(new ArrayList<>()));
        for (int i : moving) {
            register(i, targets[i]);
            register(i, state.placement(i));
            enqueue(i);
        }
    }

    private void register(int i, Placement placement) {
        register(i, placement.primary());
        if (placement.hasSecondary()) {
            register(i, placement.secondary());
        }
    }

    private void register(int i, int node) {
        if (!instancesByNode.get(node).contains(i)) {
            instancesByNode.get(node).add(i);
        }
    }

    private void enqueue(int i) {
        status[i] = Status.QUEUED;
        queue.add(new PendingMove(i, value(i)));
    }

    Placement target(int i) {
        return targets[i];
    }

    /** Takes out the instance with the highest value, if any is queued. */
    OptionalInt next() {
        if (movesSinceRevaluation > Math.max(REVALUE_AFTER, queue.size() / REVALUE_SHARE)) {
            revalueAll();
        }
        while (!queue.isEmpty()) {
            PendingMove pendingMove = queue.remove();
            double value = value(pendingMove.instance());
            if (queue.isEmpty() || value >= queue.element().value()) {
                return OptionalInt.of(pendingMove.instance());
            }
            queue.add(new PendingMove(pendingMove.instance(), value));
        }
        return OptionalInt.empty();
    }

    private void revalueAll() {
        List<PendingMove> all = List.copyOf(queue);
        queue.clear();
        all.forEach(pendingMove -> queue.add(new PendingMove(pendingMove.instance(), value(pendingMove.instance()))));
        movesSinceRevaluation = 0;
    }

    /**
     * Returns the gain for the cost of moving an instance; of those that lose, the one that loses least comes first.
     */
    double value(int i) {
        trial.moved(i, targets[i]);
        double gain = scores.gain(trial);
        double cost = cost(i);
        return gain > 0 ? gain / cost : gain * cost;
    }

    private double cost(int i) {
        List<Route> all = routes.between(i, state.placement(i), targets[i]);
        Cost cost = all.isEmpty() ? Cost.NONE : all.getFirst().cost();
        return cost.dataMib() + MIB_PER_MOVE * Math.max(1, cost.moves());
    }

    /** Lets an instance wait that could not move. */
    void postpone(int i) {
        status[i] = Status.WAITING;
    }

    /** Marks an instance as done, wherever it is. */
    void finish(int i) {
        status[i] = Status.DONE;
    }

    /** Notes that an instance moved: those that wait for its nodes are queued again. */
    void moved(int i, Placement from) {
        movesSinceRevaluation++;
        Placement now = state.placement(i);
        if (now.equals(targets[i])) {
            finish(i);
        } else {
            register(i, now);
            status[i] = Status.WAITING;
        }
        requeue(from);
        requeue(now);
    }

    private void requeue(Placement placement) {
        requeue(placement.primary());
        if (placement.hasSecondary()) {
            requeue(placement.secondary());
        }
    }

    private void requeue(int node) {
        for (int i : instancesByNode.get(node)) {
            if (status[i] == Status.WAITING) {
                enqueue(i);
            }
        }
    }

    boolean isWaiting(int i) {
        return status[i] == Status.WAITING;
    }

    /** Returns the instances that wait, in order. */
    int[] waiting() {
        return IntStream.range(0, status.length).filter(this::isWaiting).toArray();
    }

    /** Returns the waiting instances that are on the node or shall come to it. */
    List<Integer> waitingFor(int node) {
        return instancesByNode.get(node).stream().filter(this::isWaiting).toList();
    }
}
