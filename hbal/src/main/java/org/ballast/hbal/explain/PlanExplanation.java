package org.ballast.hbal.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ballast.mobility.Hindrances;
import org.ballast.mobility.Immobility;
import org.ballast.mobility.MobilitySurvey;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.Utilisation;
import org.ballast.planner.state.ClusterState;

/**
 * Why a plan is as it is.
 *
 * @param steps what each of its moves is good for
 * @param remainders what is left of the score
 * @param immobile indices of the instances that do not move and could not where the plan ends, in order, with the reason
 * @param measured whether the load of instances was measured
 */
public record PlanExplanation(
        List<StepReason> steps, List<Remainder> remainders, Map<Integer, Immobility> immobile, boolean measured) {

    /** Copies the collections. */
    public PlanExplanation {
        steps = List.copyOf(steps);
        remainders = List.copyOf(remainders);
        immobile = Collections.unmodifiableMap(new LinkedHashMap<>(immobile));
    }

    /**
     * Explains a plan that was made for these groups by these rules.
     *
     * @param survey where the plan ends
     */
    public static PlanExplanation of(
            Scenario scenario, List<Integer> groups, PlanningRules rules, Plan plan, MobilitySurvey survey) {
        ClusterState start = new ClusterState(scenario);
        return new PlanExplanation(
                StepReasons.of(scenario, groups, plan.steps(), rules.target()),
                Remainders.of(
                        start,
                        groups,
                        rules.target().crossGroups(),
                        new Hindrances(start, rules.mobility()),
                        plan.after()),
                survey.of(PlanningRules.unmoved(scenario, groups, plan.steps())),
                isMeasured(scenario));
    }

    /** Returns whether any instance's load is other than what is assumed where nothing was measured. */
    static boolean isMeasured(Scenario scenario) {
        return scenario.utilisation().stream().anyMatch(load -> !load.equals(Utilisation.UNMEASURED));
    }

    /**
     * Returns why an instance cannot move.
     *
     * @throws java.util.NoSuchElementException if it can
     */
    public Immobility reason(int instance) {
        return Optional.ofNullable(immobile.get(instance)).orElseThrow();
    }

    /** Returns the immobile instances that have a kind of reason in common, by the name of that kind. */
    public Map<String, List<Integer>> immobileByReason() {
        Map<String, List<Integer>> byReason = new LinkedHashMap<>();
        immobile.forEach((instance, reason) ->
                byReason.computeIfAbsent(reason.label(), _ -> new ArrayList<>()).add(instance));
        return byReason;
    }

    /** Returns the part of the score that no plan removes, as far as is known. */
    public double lowest() {
        return remainders.stream().mapToDouble(Remainder::fixed).sum();
    }
}
