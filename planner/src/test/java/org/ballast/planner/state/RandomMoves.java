package org.ballast.planner.state;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ballast.model.DiskTemplate.Mirroring;
import org.ballast.model.Move;
import org.ballast.model.Placement;

/** Random moves of a state, allowed or not; the same ones for the same seed. */
public final class RandomMoves {
    private final ClusterState state;
    private final SplittableRandom random;

    public RandomMoves(ClusterState state, long seed) {
        this.state = state;
        random = new SplittableRandom(seed);
    }

    /** Returns up to {@code count} moves that make sense for their instance in the present state. */
    public List<Move> some(int count) {
        List<Move> moves = new ArrayList<>();
        var instances = state.scenario().cluster().instances();
        int nodes = state.scenario().cluster().nodes().size();
        for (int n = 0; n < count && !instances.isEmpty(); n++) {
            int i = random.nextInt(instances.size());
            Placement at = state.placement(i);
            int target = random.nextInt(nodes);
            Mirroring mirroring = instances.get(i).template().mirroring();
            boolean sound = state.scenario().isMovable(i) && target != at.primary() && target != at.secondary();
            if (sound && mirroring == Mirroring.EXTERNAL) {
                moves.add(new Move.FailoverToAny(i, target));
            } else if (sound && mirroring == Mirroring.INTERNAL && at.hasSecondary()) {
                MoveKind kind = MoveKind.values()[random.nextInt(5)];
                moves.add(kind.move(i, target));
            }
        }
        return moves;
    }
}
