package org.ballast.planner.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ballast.model.Placement;
import org.ballast.model.rules.Copies;
import org.ballast.model.rules.PlacementRule;
import org.ballast.model.rules.Places;
import org.ballast.planner.state.ClusterState;

/**
 * Users' rules as a placement has to keep them: it may break no rule that is kept without it, and make none worse that
 * is broken. Rules that keep an instance where it is say nothing here, as a placement is only asked for when somebody
 * wants the instance to come or to go.
 */
public final class RuleFilter {
    private final ClusterState state;
    private final List<PlacementRule> rules;
    /** By which index the rules know an instance that was added to the state. */
    private final Map<Integer, Integer> known;
    /** The other way round, for instances that are new to the cluster. */
    private final Map<Integer, Integer> added;

    private final Map<Integer, Placement> expected;

    /**
     * Prepares the rules.
     *
     * @param rules what users want; their instances are those of the cluster and then those that are asked for
     */
    public RuleFilter(ClusterState state, List<PlacementRule> rules) {
        this(state, rules, new HashMap<>(), new HashMap<>(), new HashMap<>());
    }

    private RuleFilter(
            ClusterState state,
            List<PlacementRule> rules,
            Map<Integer, Integer> known,
            Map<Integer, Integer> added,
            Map<Integer, Placement> expected) {
        this.state = state;
        this.rules = List.copyOf(rules);
        this.known = known;
        this.added = added;
        this.expected = expected;
    }

    /**
     * Enters the index by which the rules know an instance that was added to the state: its own, or that of another
     * form of it.
     */
    public void enter(int instance, int ruled) {
        known.put(instance, ruled);
        if (ruled >= state.scenario().cluster().instances().size()) {
            added.put(ruled, instance);
        }
    }

    /**
     * Enters the future placement of an instance that the state does not hold: where nodes are not shared, others are
     * forgotten.
     */
    public void expect(int ruled, Placement placement) {
        expected.put(ruled, placement);
    }

    /**
     * Returns the same rules without those that ask instances to be together, which could never leave a place
     * otherwise.
     */
    public RuleFilter withoutTogether() {
        return new RuleFilter(
                state,
                rules.stream()
                        .filter(rule -> !(rule instanceof PlacementRule.KeepTogether))
                        .toList(),
                known,
                added,
                expected);
    }

    /** Returns what the rules leave to an instance, with all others where they are now. */
    public NodeFilter of(int instance) {
        int ruled = known.getOrDefault(instance, instance);
        Placement from = home(ruled);
        List<NodeFilter> filters = new ArrayList<>();
        for (PlacementRule rule : rules) {
            if (rule.instances().contains(ruled)) {
                filters.add(of(rule, ruled, from));
            }
        }
        return (primary, secondary) -> {
            for (NodeFilter filter : filters) {
                if (!filter.permits(primary, secondary)) {
                    return false;
                }
            }
            return true;
        };
    }

    private NodeFilter of(PlacementRule rule, int ruled, Placement from) {
        return switch (rule) {
            case PlacementRule.KeepApart apart ->
                atMost(apart.instances(), 1, apart.places(), apart.copies(), ruled, from);
            case PlacementRule.AtMost most ->
                atMost(most.instances(), most.limit(), most.places(), most.copies(), ruled, from);
            case PlacementRule.KeepTogether together -> together(together, ruled, from);
            case PlacementRule.CopiesApart apart -> {
                boolean meetNow = from.hasSecondary() && meet(apart.places(), from.primary(), from.secondary());
                yield (primary, secondary) ->
                        meetNow || secondary == Placement.NONE || !meet(apart.places(), primary, secondary);
            }
            case PlacementRule.AllowedNodes allowed -> nodes(allowed.nodes(), false, allowed.copies(), from);
            case PlacementRule.ForbiddenNodes forbidden -> nodes(forbidden.nodes(), true, forbidden.copies(), from);
            case PlacementRule.Pinned _, PlacementRule.DoNotMove _ -> NodeFilter.NONE;
        };
    }

    /** No place may be entered that has as many of the instances as it may have. */
    private NodeFilter atMost(
            List<Integer> instances, int limit, Places places, Copies copies, int ruled, Placement from) {
        int[] residents = new int[places.count()];
        for (int other : instances) {
            if (other != ruled) {
                places(places, placement(other), copies).forEach(place -> residents[place]++);
            }
        }
        Set<Integer> mine = places(places, from, copies);
        boolean[] full = new boolean[places.ofNode().size()];
        for (int node = 0; node < full.length; node++) {
            full[node] = places.ofNode().get(node).stream()
                    .anyMatch(place -> residents[place] >= limit && !mine.contains(place));
        }
        return (primary, secondary) -> !(copies.withPrimary() && full[primary])
                && !(copies.withSecondary() && secondary != Placement.NONE && full[secondary]);
    }

    /** The instances outside of the place that has most of them may not become more. */
    private NodeFilter together(PlacementRule.KeepTogether rule, int ruled, Placement from) {
        Places places = rule.places();
        int[] residents = new int[places.count()];
        int others = 0;
        for (int other : rule.instances()) {
            Placement placement = placement(other);
            if (other != ruled && !placement.isNowhere()) {
                others++;
                places(places, placement, Copies.PRIMARY).forEach(place -> residents[place]++);
            }
        }
        int most = 0;
        for (int count : residents) {
            most = Math.max(most, count);
        }
        int allowed = from.isNowhere() ? others - most : outside(places, residents, most, others, from.primary());
        boolean[] worse = new boolean[places.ofNode().size()];
        for (int node = 0; node < worse.length; node++) {
            worse[node] = outside(places, residents, most, others, node) > allowed;
        }
        return (primary, secondary) -> !worse[primary];
    }

    /** Returns how many would be outside of the place that has most, if one more was on the node. */
    private static int outside(Places places, int[] residents, int most, int others, int node) {
        int best = most;
        for (int place : places.ofNode().get(node)) {
            best = Math.max(best, residents[place] + 1);
        }
        return others + 1 - best;
    }

    private static NodeFilter nodes(Set<Integer> nodes, boolean forbidden, Copies copies, Placement from) {
        int now = from.isNowhere() ? 0 : faults(nodes, forbidden, copies, from.primary(), from.secondary());
        return (primary, secondary) -> faults(nodes, forbidden, copies, primary, secondary) <= now;
    }

    private static int faults(Set<Integer> nodes, boolean forbidden, Copies copies, int primary, int secondary) {
        int faults = 0;
        if (copies.withPrimary() && nodes.contains(primary) == forbidden) {
            faults++;
        }
        if (copies.withSecondary() && secondary != Placement.NONE && nodes.contains(secondary) == forbidden) {
            faults++;
        }
        return faults;
    }

    private static Set<Integer> places(Places places, Placement placement, Copies copies) {
        Set<Integer> found = new TreeSet<>();
        if (copies.withPrimary() && !placement.isNowhere()) {
            found.addAll(places.ofNode().get(placement.primary()));
        }
        if (copies.withSecondary() && placement.hasSecondary()) {
            found.addAll(places.ofNode().get(placement.secondary()));
        }
        return found;
    }

    private static boolean meet(Places places, int one, int other) {
        return places.ofNode().get(one).stream().anyMatch(places.ofNode().get(other)::contains);
    }

    private Placement placement(int ruled) {
        if (ruled < state.scenario().cluster().instances().size()) {
            return state.placement(ruled);
        }
        return Optional.ofNullable(added.get(ruled))
                .map(state::placement)
                .filter(placement -> !placement.isNowhere())
                .orElse(expected.getOrDefault(ruled, Placement.NOWHERE));
    }

    /** An instance that was taken off its nodes for the search counts as being there still. */
    private Placement home(int ruled) {
        Placement now = placement(ruled);
        boolean isNew = ruled >= state.scenario().cluster().instances().size();
        return now.isNowhere() && !isNew
                ? state.scenario().cluster().instances().get(ruled).placement()
                : now;
    }
}
