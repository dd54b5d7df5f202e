package org.ballast.checker;

import java.util.ArrayList;
import java.util.List;
import org.ballast.model.Instance;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.rules.MoveRules;

/** Moves made one after another on a sketched cluster, with scores left out. */
final class Replay {
    private final Scenario scenario;
    private final List<List<Plan.Step>> steps = new ArrayList<>();
    private final List<Placement> placements;
    private boolean ignoreSoftErrors;

    Replay(Sketch sketch) {
        this(sketch.scenario());
    }

    Replay(Scenario scenario) {
        this.scenario = scenario;
        placements = new ArrayList<>(
                scenario.cluster().instances().stream().map(Instance::placement).toList());
    }

    Replay ignoringSoftErrors() {
        ignoreSoftErrors = true;
        return this;
    }

    Replay make(Move move) {
        Placement from = placements.get(move.instance());
        steps.add(List.of(new Plan.Step(move, from, 0)));
        placements.set(move.instance(), move.to(from));
        return this;
    }

    /** Returns everything that the checker has against the moves. */
    List<Refusal> refusals() {
        return new PlanChecker(
                        scenario, Allowance.STEPWISE.with(new MoveRules(true, true, false, false, ignoreSoftErrors)))
                .checkJobsets(steps).violations().stream()
                        .map(PlanChecker.Violation::refusal)
                        .toList();
    }

    /** Returns the sentences of {@link #refusals}. */
    List<String> sentences() {
        return refusals().stream()
                .map(refusal -> refusal.describe(scenario.cluster()))
                .toList();
    }
}
