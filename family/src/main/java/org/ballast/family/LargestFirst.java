package org.ballast.family;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ballast.mobility.MobilityRules;
import org.ballast.mobility.MobilitySurvey;
import org.ballast.mobility.MovePermission;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.rules.MoveRules;
import org.ballast.planner.score.ScoreSheet;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;

/**
 * Moves instances off nodes, the one with most memory first, each to where the score is best. Steepest descent often
 * leaves the largest for last, when no node has so much room in one piece.
 */
final class LargestFirst {
    /** An instance may have to leave two nodes, by one move each. */
    private static final int MOST_MOVES_EACH = 2;

    private final ClusterState state;
    private final List<Integer> nodes;
    private final MoveRules rules;
    private final MobilitySurvey survey;
    private final ScoreSheet sheet;
    private final Trial trial;

    private LargestFirst(ClusterState state, int group, List<Integer> nodes, MoveRules rules) {
        this.state = state;
        this.nodes = nodes;
        this.rules = rules;
        survey = new MobilitySurvey(
                state, List.of(), MobilityRules.stepwise(rules), MovePermission.stepwise(state, List.of(group), rules));
        sheet = new ScoreSheet(state, state.nodesOf(group));
        trial = new Trial(state);
    }

    static List<Plan.Step> run(ClusterState state, int group, List<Integer> nodes, MoveRules rules) {
        LargestFirst largestFirst = new LargestFirst(state, group, nodes, rules);
        List<Plan.Step> steps = new ArrayList<>();
        IntStream.of(state.instancesOf(group))
                .boxed()
                .sorted(Comparator.comparingLong(
                        (Integer instance) -> -state.instance(instance).memory()))
                .forEach(instance -> largestFirst.move(instance, steps));
        return steps;
    }

    private void move(int instance, List<Plan.Step> steps) {
        for (int move = 0; move < MOST_MOVES_EACH && touches(state.placement(instance)) > 0; move++) {
            Optional<Move> best = survey.possible(instance).stream()
                    .filter(each -> touches(each.to(state.placement(instance))) < touches(state.placement(instance)))
                    .min(Comparator.comparingDouble(this::score));
            if (best.isEmpty()) {
                return;
            }
            Placement from = state.placement(instance);
            trial.move(best.get(), rules.ignoreSoftErrors());
            state.commit(trial);
            sheet.update(trial);
            steps.add(new Plan.Step(best.get(), from, sheet.total()));
        }
    }

    private double score(Move move) {
        trial.move(move, rules.ignoreSoftErrors());
        return sheet.totalAfter(trial);
    }

    private int touches(Placement placement) {
        int primary = nodes.contains(placement.primary()) ? 1 : 0;
        return nodes.contains(placement.secondary()) ? primary + 1 : primary;
    }
}
