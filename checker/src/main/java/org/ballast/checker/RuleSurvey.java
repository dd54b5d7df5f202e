package org.ballast.checker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ballast.model.Placement;
import org.ballast.model.rules.Copies;
import org.ballast.model.rules.PlacementRule;
import org.ballast.model.rules.Places;

/**
 * The users' rules that a placement breaks though they are kept without it, or makes worse. Like the checkers it shares
 * no code with any planner. Rules that keep an instance where it is are not asked: it is to come, or to go.
 *
 * @param rules what users want
 */
record RuleSurvey(List<PlacementRule> rules) {
    RuleSurvey {
        rules = List.copyOf(rules);
    }

    /**
     * Returns what is against putting an instance somewhere.
     *
     * @param now where all instances are that rules name
     * @param taken a part of the placement that is settled, and whose own faults are not counted
     */
    List<RuleRefusal> against(List<Placement> now, int instance, Placement taken, Placement to) {
        RuleViolations count = new RuleViolations(now);
        List<RuleRefusal> refusals = new ArrayList<>();
        for (PlacementRule rule : rules) {
            if (!rule.instances().contains(instance)) {
                continue;
            }
            switch (rule) {
                case PlacementRule.KeepApart apart ->
                    crowded(rule, 1, apart.places(), apart.copies(), now, instance, taken, to, refusals);
                case PlacementRule.AtMost most ->
                    crowded(rule, most.limit(), most.places(), most.copies(), now, instance, taken, to, refusals);
                case PlacementRule.KeepTogether _ -> {
                    if (count.violations(rule, with(now, instance, to))
                            > Math.max(
                                    count.violations(rule, now), count.violations(rule, with(now, instance, taken)))) {
                        refusals.add(new RuleRefusal.Displaced(rule, instance, to));
                    }
                }
                case PlacementRule.CopiesApart _, PlacementRule.AllowedNodes _, PlacementRule.ForbiddenNodes _ -> {
                    int before = Math.max(
                            count.faults(rule, instance, now.get(instance)), count.faults(rule, instance, taken));
                    if (count.faults(rule, instance, to) > before) {
                        refusals.add(new RuleRefusal.Displaced(rule, instance, to));
                    }
                }
                case PlacementRule.Pinned _, PlacementRule.DoNotMove _ -> {}
            }
        }
        return refusals;
    }

    private static List<Placement> with(List<Placement> now, int instance, Placement there) {
        List<Placement> placements = new ArrayList<>(now);
        placements.set(instance, there);
        return placements;
    }

    private static void crowded(
            PlacementRule rule,
            int limit,
            Places places,
            Copies copies,
            List<Placement> now,
            int instance,
            Placement taken,
            Placement to,
            List<RuleRefusal> refusals) {
        Map<Integer, Set<Integer>> residents = RuleViolations.residents(rule.instances(), places, copies, now);
        Set<Integer> entered = new TreeSet<>(RuleViolations.places(places, to, copies));
        entered.removeAll(RuleViolations.places(places, now.get(instance), copies));
        entered.removeAll(RuleViolations.places(places, taken, copies));
        for (int place : entered) {
            Set<Integer> together = new HashSet<>(residents.getOrDefault(place, Set.of()));
            together.add(instance);
            if (together.size() > limit) {
                int node = RuleViolations.nodes(to, copies).stream()
                        .filter(each -> places.ofNode().get(each).contains(place))
                        .findFirst()
                        .orElseThrow();
                refusals.add(new RuleRefusal.Crowded(rule, instance, node, together.size(), limit));
            }
        }
    }
}
