package org.ballast.optimizer.sequence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.optimizer.rules.Rulebook;
import org.ballast.planner.score.GroupScores;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;

/**
 * The moves made in vain because other instances stayed behind: those of instances for which it would be better, now,
 * to be where they were. Whether that is possible is not considered, only whether it is good.
 */
final class FutileMoves {
    private static final int ROUNDS = 4;
    private static final double NOTHING = 1e-9;

    private final ClusterState state;
    private final GroupScores scores;
    private final Rulebook book;
    private final Trial trial;

    FutileMoves(ClusterState state, GroupScores scores, Rulebook book) {
        this.state = state;
        this.scores = scores;
        this.book = book;
        trial = new Trial(state);
    }

    /** Returns where all instances should be instead; the state is as before. */
    Placement[] reduce(List<Plan.Step> steps) {
        Map<Integer, Placement> starts = new LinkedHashMap<>();
        steps.forEach(step -> starts.putIfAbsent(step.move().instance(), step.from()));
        List<ClusterState.Receipt> receipts = new ArrayList<>();
        Map<Integer, Placement> changed = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            int before = receipts.size();
            starts.forEach((i, first) -> {
                if (!first.equals(state.placement(i)) && isBetter(i, first)) {
                    changed.put(i, state.placement(i));
                    receipts.add(state.commit(trial));
                    scores.follow(trial);
                    book.place(i, first.primary(), first.secondary());
                }
            });
            if (receipts.size() == before) {
                break;
            }
        }
        Placement[] targets = IntStream.range(0, state.instanceCount())
                .mapToObj(state::placement)
                .toArray(Placement[]::new);
        receipts.reversed().forEach(state::revert);
        changed.forEach((i, there) -> book.place(i, there.primary(), there.secondary()));
        scores.refresh();
        return targets;
    }

    private boolean isBetter(int i, Placement first) {
        trial.moved(i, first);
        return book.rise(i, first.primary(), first.secondary()) <= 0 && scores.gain(trial) > NOTHING;
    }
}
