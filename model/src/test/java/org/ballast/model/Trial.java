package org.ballast.model;

import java.util.ArrayList;
import java.util.List;

/** Moves made one after another on a sketched cluster, with scores left out. */
final class Trial {
    private final Scenario scenario;
    private final List<List<Plan.Step>> steps = new ArrayList<>();
    private final List<Placement> placements;
    private boolean softErrorsIgnored;

    Trial(Sketch sketch) {
        this(sketch.scenario());
    }

    Trial(Scenario scenario) {
        this.scenario = scenario;
        placements = new ArrayList<>(
                scenario.cluster().instances().stream().map(Instance::placement).toList());
    }

    Trial ignoringSoftErrors() {
        softErrorsIgnored = true;
        return this;
    }

    Trial make(Move move) {
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
