package org.ballast.planner.score;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.Score;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Replay;

/** A replay of moves from the start of a scenario, as a plan with the exact score after each of them. */
public final class PlanReplay {
    private final ClusterState state;
    private final List<ScoreSheet> sheets;
    private final Replay replay;

    private PlanReplay(ClusterState state, List<ScoreSheet> sheets, boolean ignoreSoftErrors) {
        this.state = state;
        this.sheets = sheets;
        replay = new Replay(state, ignoreSoftErrors);
    }

    /** Prepares a replay whose score is the sum of some groups' scores. */
    public static PlanReplay ofGroups(Scenario scenario, List<Integer> groups, boolean ignoreSoftErrors) {
        ClusterState state = new ClusterState(scenario);
        return new PlanReplay(
                state,
                groups.stream()
                        .map(group -> new ScoreSheet(state, state.nodesOf(group)))
                        .toList(),
                ignoreSoftErrors);
    }

    /** Prepares a replay whose score is that of all nodes together, whatever their groups. */
    public static PlanReplay ofAllNodes(Scenario scenario, boolean ignoreSoftErrors) {
        ClusterState state = new ClusterState(scenario);
        int[] all = IntStream.range(0, scenario.cluster().nodes().size()).toArray();
        return new PlanReplay(state, List.of(new ScoreSheet(state, all)), ignoreSoftErrors);
    }

    /**
     * Returns moves as a plan. If some were left out of what was accepted as a whole, others may be refused, and are
     * left out in turn with all that their instances do later.
     */
    public Plan of(List<Move> moves, Plan.StopReason reason) {
        Score before = score();
        List<Plan.Step> steps = new ArrayList<>();
        BitSet stranded = new BitSet();
        for (Move move : moves) {
            Placement from = state.placement(move.instance());
            if (stranded.get(move.instance()) || !replay.make(move).accepted()) {
                stranded.set(move.instance());
                continue;
            }
            double total = 0;
            for (ScoreSheet sheet : sheets) {
                sheet.update(replay.last());
                total += sheet.total();
            }
            steps.add(new Plan.Step(move, from, total));
        }
        return new Plan(before, steps, score(), reason);
    }

    private Score score() {
        return sheets.stream().map(ScoreSheet::score).reduce(Score::plus).orElse(new Score(0, List.of()));
    }
}
