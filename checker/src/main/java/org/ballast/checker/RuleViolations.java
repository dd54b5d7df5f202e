package org.ballast.checker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ballast.model.Placement;
import org.ballast.model.rules.Copies;
import org.ballast.model.rules.PlacementRule;
import org.ballast.model.rules.Places;

/**
 * The count of a rule's violations by its definition, each time anew.
 *
 * @param start where each instance was at the start
 */
record RuleViolations(List<Placement> start) {

    /** Returns how many violations the rule has if the instances are there. */
    int violations(PlacementRule rule, List<Placement> now) {
        return switch (rule) {
            case PlacementRule.KeepApart apart ->
                beyond(1, residents(apart.instances(), apart.places(), apart.copies(), now));
            case PlacementRule.AtMost most ->
                beyond(most.limit(), residents(most.instances(), most.places(), most.copies(), now));
            case PlacementRule.KeepTogether together -> scattered(together, now);
            case PlacementRule.CopiesApart _,
                    PlacementRule.AllowedNodes _,
                    PlacementRule.ForbiddenNodes _,
                    PlacementRule.Pinned _,
                    PlacementRule.DoNotMove _ ->
                rule.instances().stream()
                        .mapToInt(instance -> faults(rule, instance, now.get(instance)))
                        .sum();
        };
    }

    /** Returns how many violations an instance makes by itself; none, of a rule that instances share. */
    int faults(PlacementRule rule, int instance, Placement there) {
        Placement home = start.get(instance);
        return switch (rule) {
            case PlacementRule.CopiesApart apart ->
                there.hasSecondary() && meet(apart.places(), there.primary(), there.secondary()) ? 1 : 0;
            case PlacementRule.AllowedNodes allowed -> {
                List<Integer> nodes = nodes(there, allowed.copies());
                nodes.removeIf(allowed.nodes()::contains);
                yield nodes.size();
            }
            case PlacementRule.ForbiddenNodes forbidden -> {
                List<Integer> nodes = nodes(there, forbidden.copies());
                nodes.retainAll(forbidden.nodes());
                yield nodes.size();
            }
            case PlacementRule.Pinned pinned -> changes(home, there, pinned.copies());
            case PlacementRule.DoNotMove _ -> changes(home, there, Copies.BOTH);
            case PlacementRule.KeepApart _, PlacementRule.AtMost _, PlacementRule.KeepTogether _ -> 0;
        };
    }

    /** Returns the instances in each place that has any; all may be changed. */
    static Map<Integer, Set<Integer>> residents(
            List<Integer> instances, Places places, Copies copies, List<Placement> now) {
        Map<Integer, Set<Integer>> residents = new TreeMap<>();
        for (int instance : instances) {
            for (int place : places(places, now.get(instance), copies)) {
                residents.computeIfAbsent(place, any -> new HashSet<>()).add(instance);
            }
        }
        return residents;
    }

    /** Returns the places that a placement is in, each once. */
    static Set<Integer> places(Places places, Placement placement, Copies copies) {
        Set<Integer> found = new TreeSet<>();
        nodes(placement, copies).forEach(node -> found.addAll(places.ofNode().get(node)));
        return found;
    }

    /** Returns the nodes of a placement that count, in a list that may be changed. */
    static List<Integer> nodes(Placement placement, Copies copies) {
        List<Integer> nodes = new ArrayList<>();
        if (copies.withPrimary() && !placement.isNowhere()) {
            nodes.add(placement.primary());
        }
        if (copies.withSecondary() && placement.hasSecondary()) {
            nodes.add(placement.secondary());
        }
        return nodes;
    }

    private int scattered(PlacementRule.KeepTogether rule, List<Placement> now) {
        int running = 0;
        for (int instance : rule.instances()) {
            running += now.get(instance).isNowhere() ? 0 : 1;
        }
        int most = residents(rule.instances(), rule.places(), Copies.PRIMARY, now).values().stream()
                .mapToInt(Set::size)
                .max()
                .orElse(0);
        return running - most;
    }

    private static int beyond(int limit, Map<Integer, Set<Integer>> residents) {
        return residents.values().stream()
                .mapToInt(there -> Math.max(0, there.size() - limit))
                .sum();
    }

    private static boolean meet(Places places, int one, int other) {
        return places.ofNode().get(one).stream().anyMatch(places.ofNode().get(other)::contains);
    }

    private static int changes(Placement from, Placement to, Copies copies) {
        int primary = copies.withPrimary() && from.primary() != to.primary() ? 1 : 0;
        int secondary = copies.withSecondary() && from.secondary() != to.secondary() ? 1 : 0;
        return primary + secondary;
    }
}
