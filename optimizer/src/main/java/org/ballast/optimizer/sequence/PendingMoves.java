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
 * Instances that are not yet where they should be, the most worthwhile first.
 *
 * <p>What a move gains depends on all moves before it, a little. So worths in the queue are those of some time ago: the
 * instance at its head is weighed again, and if it falls behind the next one, it goes back. Now and then all are weighed.
 *
 * <p>An instance that could not move waits until one of its nodes changes.
 */
final class PendingMoves {
    /** MiB that a move counts in addition to the data it moves: short lists are good, too. */
    private static final double MIB_PER_MOVE = 256;
    /** All instances are weighed again after so many moves, or a share of their number if that is more. */
    private static final int FRESH_AFTER = 32;

    private static final int FRESH_SHARE = 16;

    private enum Status {
        AT_HOME,
        QUEUED,
        WAITING
    }

    private final ClusterState state;
    private final GroupScores scores;
    private final Routes routes;
    private final Placement[] targets;
    private final Status[] status;
    private final Trial trial;
    private final List<List<Integer>> interested = new ArrayList<>();
    private final PriorityQueue<Wish> queue = new PriorityQueue<>(
            Comparator.comparingDouble(Wish::worth).reversed().thenComparingInt(Wish::instance));
    private int movesSinceFresh;

    private record Wish(int instance, double worth) {}

    /**
     * Begins with the instances of which these are the targets.
     *
     * @param wishing the instances that shall move, in ascending order
     */
    PendingMoves(ClusterState state, GroupScores scores, Routes routes, Placement[] targets, int[] wishing) {
        this.state = state;
        this.scores = scores;
        this.routes = routes;
        this.targets = targets;
        trial = new Trial(state);
        status = new Status[targets.length];
        Arrays.fill(status, Status.AT_HOME);
        state.scenario().cluster().nodes().forEach(_ -> interested.add(new ArrayList<>()));
        for (int i : wishing) {
            watch(i, targets[i]);
            watch(i, state.placement(i));
            enqueue(i);
        }
    }

    private void watch(int i, Placement placement) {
        watch(i, placement.primary());
        if (placement.hasSecondary()) {
            watch(i, placement.secondary());
        }
    }

    private void watch(int i, int node) {
        if (!interested.get(node).contains(i)) {
            interested.get(node).add(i);
        }
    }

    private void enqueue(int i) {
        status[i] = Status.QUEUED;
        queue.add(new Wish(i, worth(i)));
    }

    Placement target(int i) {
        return targets[i];
    }

    /** Takes out the instance that is most worthwhile, if any is queued. */
    OptionalInt next() {
        if (movesSinceFresh > Math.max(FRESH_AFTER, queue.size() / FRESH_SHARE)) {
            weighAll();
        }
        while (!queue.isEmpty()) {
            Wish pendingMove = queue.remove();
            double worth = worth(pendingMove.instance());
            if (queue.isEmpty() || worth >= queue.element().worth()) {
                return OptionalInt.of(pendingMove.instance());
            }
            queue.add(new Wish(pendingMove.instance(), worth));
        }
        return OptionalInt.empty();
    }

    private void weighAll() {
        List<Wish> all = List.copyOf(queue);
        queue.clear();
        all.forEach(pendingMove -> queue.add(new Wish(pendingMove.instance(), worth(pendingMove.instance()))));
        movesSinceFresh = 0;
    }

    /** Gain for what it costs; of those that lose, the one that loses least comes first. */
    double worth(int i) {
        trial.moved(i, targets[i]);
        double gain = scores.gain(trial);
        double price = price(i);
        return gain > 0 ? gain / price : gain * price;
    }

    private double price(int i) {
        List<Route> all = routes.between(i, state.placement(i), targets[i]);
        Cost cost = all.isEmpty() ? Cost.NONE : all.getFirst().cost();
        return cost.dataMib() + MIB_PER_MOVE * Math.max(1, cost.moves());
    }

    /** Leaves an instance for now that could not move. */
    void postpone(int i) {
        status[i] = Status.WAITING;
    }

    /** Leaves an instance where it is, or lets it be where it came to. */
    void settle(int i) {
        status[i] = Status.AT_HOME;
    }

    /** Notes that an instance moved: those that wait for its nodes are queued again. */
    void moved(int i, Placement from) {
        movesSinceFresh++;
        Placement now = state.placement(i);
        if (now.equals(targets[i])) {
            settle(i);
        } else {
            watch(i, now);
            status[i] = Status.WAITING;
        }
        wake(from);
        wake(now);
    }

    private void wake(Placement placement) {
        wake(placement.primary());
        if (placement.hasSecondary()) {
            wake(placement.secondary());
        }
    }

    private void wake(int node) {
        for (int i : interested.get(node)) {
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
        return interested.get(node).stream().filter(this::isWaiting).toList();
    }
}
