package org.ballast.capacity.packing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ballast.capacity.InstanceShape;
import org.ballast.model.Placement;
import org.ballast.planner.place.n1.GlobalN1Check;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;

/**
 * A search for a packing of instances of one node each in one group: it takes a few of them off their nodes, places
 * them and one more by chance, and keeps what is allowed. All instances are alike, so only their number on each node
 * matters.
 */
final class SingleSearch {
    private static final int MOST_TAKEN = 3;
    /** Steps without any gain after which a search ends. */
    private static final int PATIENCE = 2_000;

    private final PackedCluster packedCluster;
    private final ClusterState state;
    private final int[] open;
    private final SplittableRandom random;
    private final Trial trial;
    private final List<Integer> instances = new ArrayList<>();
    private final List<Integer> waiting = new ArrayList<>();
    private final Deque<ClusterState.Receipt> receipts = new ArrayDeque<>();

    /**
     * Prepares a search.
     *
     * @param packedCluster is used up
     * @param open the nodes of one group
     * @param spare how many more instances may be placed at most
     */
    SingleSearch(
            PackedCluster packedCluster, int[] open, InstanceShape shape, List<Integer> placed, int spare, long seed) {
        this.packedCluster = packedCluster;
        this.open = open.clone();
        state = packedCluster.state();
        random = new SplittableRandom(seed);
        instances.addAll(placed);
        for (int k = 0; k < spare; k++) {
            waiting.add(packedCluster.reserve(shape, k));
        }
        trial = new Trial(state);
    }

    /** Searches and returns where instances are placed. */
    List<Placement> run(StepCounter stepCounter, PairSearch.Progress progress) {
        int idle = 0;
        while (!waiting.isEmpty() && idle < PATIENCE && stepCounter.step()) {
            idle++;
            if (step()) {
                idle = 0;
                progress.found(instances.size());
            }
        }
        return instances.stream().map(state::placement).toList();
    }

    /** Returns whether one more instance is placed. */
    private boolean step() {
        receipts.clear();
        int taken = Math.min(random.nextInt(MOST_TAKEN + 1), instances.size());
        List<Integer> moving = new ArrayList<>();
        for (int k = 0; k < taken; k++) {
            int i = instances.remove(/* index */ random.nextInt(instances.size()));
            trial.withdraw(i);
            receipts.push(state.commit(trial));
            moving.add(i);
        }
        boolean allBack = moving.stream().allMatch(this::place);
        int more = waiting.getLast();
        if (allBack && place(more) && holds()) {
            instances.addAll(moving);
            instances.add(waiting.removeLast());
            return true;
        }
        if (allBack && !state.placement(more).isNowhere()) {
            state.revert(receipts.pop());
        }
        if (!allBack || !holds()) {
            receipts.forEach(state::revert);
        }
        instances.addAll(moving);
        return false;
    }

    private boolean holds() {
        Optional<GlobalN1Check> check = packedCluster.check();
        return check.isEmpty() || check.get().holds();
    }

    private boolean place(int i) {
        int begin = random.nextInt(open.length);
        for (int k = 0; k < open.length; k++) {
            int node = open[(begin + k) % open.length];
            if (PairFigures.accepts(state, node, state.instance(i))
                    && trial.allocate(i, node, Placement.NONE, false).accepted()) {
                receipts.push(state.commit(trial));
                return true;
            }
        }
        return false;
    }
}
