package org.ballast.model.check;

import java.util.ArrayList;
import java.util.List;
import org.ballast.model.Instance;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;

/** Moves made one after another on a sketched cluster, with scores left out. */
final class Replay {
    private final Scenario scenario;
    private final List<List<Plan.Step>> steps = new ArrayList<>();
    private final List<Placement> placements;
    private boolean softErrorsIgnored;

    Replay(Sketch sketch) {
        this(sketch.scenario());
    }

    Replay(Scenario scenario) {
        this.scenario = scenario;
        placements = new ArrayList<>(
                scenario.cluster().instances().stream().map(Instance::placement).toList());
    }

    Replay ignoringSoftErrors() {
        softErrorsIgnored = true;
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
        return new PlanChecker(scenario, softErrorsIgnored)
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
