package org.ballast.checker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.rules.Copies;
import org.ballast.model.rules.PlacementRule;
import org.ballast.model.rules.Places;

/** The places of instances in the course of a plan, by each rule that limits who shares one. */
final class RuleReplay {
    private final RuleViolations count;
    private final List<PlacementRule> rules;
    private final List<Optional<Occupancy>> occupancies;
    private final List<Placement> now;

    RuleReplay(RuleViolations count, List<PlacementRule> rules) {
        this.count = count;
        this.rules = rules;
        now = new ArrayList<>(count.start());
        occupancies = rules.stream().map(this::occupancy).toList();
    }

    /**
     * The residents of a limited place.
     *
     * @param residents the instances in each place that has any
     */
    private record Occupancy(
            int limit, Set<Integer> members, Places places, Copies copies, Map<Integer, Set<Integer>> residents) {
        Set<Integer> places(Placement placement) {
            return RuleViolations.places(places, placement, copies);
        }

        Set<Integer> at(int place) {
            return residents.computeIfAbsent(place, any -> new HashSet<>());
        }
    }

    private Optional<Occupancy> occupancy(PlacementRule rule) {
        return switch (rule) {
            case PlacementRule.KeepApart apart -> Optional.of(occupancy(rule, 1, apart.places(), apart.copies()));
            case PlacementRule.AtMost most -> Optional.of(occupancy(rule, most.limit(), most.places(), most.copies()));
            case PlacementRule.KeepTogether _,
                    PlacementRule.CopiesApart _,
                    PlacementRule.AllowedNodes _,
                    PlacementRule.ForbiddenNodes _,
                    PlacementRule.Pinned _,
                    PlacementRule.DoNotMove _ -> Optional.empty();
        };
    }

    private Occupancy occupancy(PlacementRule rule, int limit, Places places, Copies copies) {
        return new Occupancy(
                limit,
                new HashSet<>(rule.instances()),
                places,
                copies,
                RuleViolations.residents(rule.instances(), places, copies, now));
    }

    List<Placement> placements() {
        return now;
    }

    /** Makes a step, which these rules are about. */
    void make(Plan.Step step, List<Integer> itsRules) {
        int instance = step.move().instance();
        for (int rule : itsRules) {
            occupancies.get(rule).ifPresent(occupancy -> {
                occupancy
                        .places(now.get(instance))
                        .forEach(place -> occupancy.at(place).remove(instance));
                occupancy.places(step.to()).forEach(place -> occupancy.at(place).add(instance));
            });
        }
        now.set(instance, step.to());
    }

    /**
     * Returns how a step disregards a rule.
     *
     * @param jobset the step and all others that are made at the same time
     */
    List<RuleRefusal> refusals(int position, Plan.Step step, List<Plan.Step> jobset) {
        PlacementRule rule = rules.get(position);
        int instance = step.move().instance();
        return switch (rule) {
            case PlacementRule.KeepApart _, PlacementRule.AtMost _ ->
                crowded(rule, occupancies.get(position).orElseThrow(), step, jobset);
            case PlacementRule.DoNotMove _ -> List.of(new RuleRefusal.Fixed(rule, instance));
            case PlacementRule.KeepTogether _ -> List.of();
            case PlacementRule.CopiesApart _,
                    PlacementRule.AllowedNodes _,
                    PlacementRule.ForbiddenNodes _,
                    PlacementRule.Pinned _ ->
                count.faults(rule, instance, step.to()) > count.faults(rule, instance, now.get(instance))
                        ? List.of(new RuleRefusal.Displaced(rule, instance, step.to()))
                        : List.of();
        };
    }

    /** The worst moment of a set is when all who come are there, and none who go has left. */
    private List<RuleRefusal> crowded(PlacementRule rule, Occupancy occupancy, Plan.Step step, List<Plan.Step> jobset) {
        int instance = step.move().instance();
        List<RuleRefusal> refusals = new ArrayList<>();
        for (int place : occupancy.places(step.to())) {
            if (occupancy.at(place).contains(instance)) {
                continue;
            }
            Set<Integer> together = new HashSet<>(occupancy.at(place));
            for (Plan.Step each : jobset) {
                int other = each.move().instance();
                if (occupancy.members().contains(other)
                        && occupancy.places(each.to()).contains(place)) {
                    together.add(other);
                }
            }
            if (together.size() > occupancy.limit()) {
                refusals.add(new RuleRefusal.Crowded(
                        rule, instance, nodeIn(occupancy, step.to(), place), together.size(), occupancy.limit()));
            }
        }
        return refusals;
    }

    private static int nodeIn(Occupancy occupancy, Placement placement, int place) {
        return RuleViolations.nodes(placement, occupancy.copies()).stream()
                .filter(node -> occupancy.places().ofNode().get(node).contains(place))
                .findFirst()
                .orElseThrow();
    }
}
