package org.ballast.planner.balance;

import java.util.Optional;
import org.ballast.model.Move;
import org.ballast.model.rules.MoveRules;
import org.ballast.planner.score.ScoreSheet;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.MoveKind;
import org.ballast.planner.state.Trial;
import org.ballast.planner.state.Verdict;

/** Finds the best single move by scoring every one exactly: slow, and short enough to be believed. */
final class ExhaustiveSearch {
    private final ClusterState state;
    private final ScoreSheet sheet;
    private final Neighbourhood neighbourhood;
    private final boolean ignoreSoftErrors;
    private final Trial trial;
    private Optional<ScoredMove> best = Optional.empty();
    private double bestScore;

    ExhaustiveSearch(ClusterState state, int group, MoveRules rules) {
        this.state = state;
        sheet = new ScoreSheet(state, state.nodesOf(group));
        neighbourhood = new Neighbourhood(state, group, rules);
        ignoreSoftErrors = rules.ignoreSoftErrors();
        trial = new Trial(state);
    }

    Optional<ScoredMove> best() {
        sheet.refresh();
        best = Optional.empty();
        bestScore = sheet.total();
        for (int i : neighbourhood.instances()) {
            int kinds = neighbourhood.kinds(i);
            if ((kinds & MoveKind.FAILOVER.bit()) != 0) {
                consider(MoveKind.FAILOVER.move(i, -1));
            }
            for (int target : sheet.online()) {
                if (target == state.placement(i).primary()
                        || target == state.placement(i).secondary()) {
                    continue;
                }
                for (MoveKind kind : MoveKind.TARGETED) {
                    if ((kinds & kind.bit()) != 0) {
                        consider(kind.move(i, target));
                    }
                }
            }
        }
        return best;
    }

    private void consider(Move move) {
        if (trial.move(move, ignoreSoftErrors) == Verdict.ACCEPTED) {
            double score = sheet.totalAfter(trial);
            if (score < bestScore) {
                bestScore = score;
                best = Optional.of(new ScoredMove(move, score));
            }
        }
    }
}
