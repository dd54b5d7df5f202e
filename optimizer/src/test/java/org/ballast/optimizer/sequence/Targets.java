package org.ballast.optimizer.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ballast.model.Placement;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.MoveKind;
import org.ballast.planner.state.Trial;

/** Places where instances might be wanted. */
final class Targets {
    private Targets() {}

    static Placement[] present(ClusterState state) {
        return IntStream.range(0, state.instanceCount())
                .mapToObj(state::placement)
                .toArray(Placement[]::new);
    }

    /** Returns where instances are after some random moves that are all accepted; the state is as before. */
    static Placement[] afterWalk(ClusterState state, int[] groups, int moves, long seed) {
        List<ClusterState.Receipt> receipts = walk(state, groups, moves, seed);
        Placement[] targets = present(state);
        receipts.reversed().forEach(state::revert);
        return targets;
    }

    /** Makes some random moves that are all accepted. */
    static List<ClusterState.Receipt> walk(ClusterState state, int[] groups, int moves, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Trial trial = new Trial(state);
        List<ClusterState.Receipt> receipts = new ArrayList<>();
        int attempts = state.instanceCount() == 0 ? 0 : 20 * moves;
        for (int attempt = 0; attempt < attempts && receipts.size() < moves; attempt++) {
            int i = random.nextInt(state.instanceCount());
            int[] nodes = state.nodesOf(groups[random.nextInt(groups.length)]);
            MoveKind kind = state.instance(i).template().hasSecondary()
                    ? MoveKind.values()[random.nextInt(5)]
                    : MoveKind.FAILOVER_TO_ANY;
            if (nodes.length > 1 && state.scenario().isMovable(i)) {
                int target = nodes[random.nextInt(nodes.length)];
                boolean mirrored = state.instance(i).template().hasSecondary();
                if (mirrored == state.placement(i).hasSecondary()
                        && isSound(state, state.placement(i), target)
                        && trial.move(kind.move(i, target), false).accepted()) {
                    receipts.add(state.commit(trial));
                }
            }
        }
        return receipts;
    }

    private static boolean isSound(ClusterState state, Placement from, int target) {
        return target != from.primary()
                && target != from.secondary()
                && state.groupOf(target) == state.groupOf(from.primary())
                && !state.isOffline(target)
                && !state.isOffline(from.primary())
                && (!from.hasSecondary() || !state.isOffline(from.secondary()));
    }

    /** Returns any places in the instances' groups for some of them, most of which can never be. */
    static Placement[] junk(ClusterState state, double share, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Placement[] targets = present(state);
        for (int i = 0; i < targets.length; i++) {
            int[] nodes = state.nodesOf(state.groupOf(targets[i].primary()));
            if (random.nextDouble() < share && nodes.length > 2) {
                int primary = nodes[random.nextInt(nodes.length)];
                int secondary = nodes[random.nextInt(nodes.length)];
                if (primary != secondary) {
                    targets[i] = targets[i].hasSecondary() ? new Placement(primary, secondary) : Placement.on(primary);
                }
            }
        }
        return targets;
    }
}
