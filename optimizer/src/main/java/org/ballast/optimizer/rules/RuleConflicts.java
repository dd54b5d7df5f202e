package org.ballast.optimizer.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ballast.model.Cluster;
import org.ballast.model.Scenario;
import org.ballast.model.rules.ConflictReason;
import org.ballast.model.rules.PlacementRule;
import org.ballast.model.rules.RuleConflict;

/**
 * The rules that are broken and cannot be kept, with the proofs.
 *
 * @param conflicts what cannot be kept, each with as few rules as prove it
 * @param waived the rules that stay broken whatever is done: by themselves, or because others that are kept stay kept
 */
public record RuleConflicts(List<RuleConflict> conflicts, WaivedRules waived) {
    /** Copies the list. */
    public RuleConflicts {
        conflicts = List.copyOf(conflicts);
    }

    /**
     * Looks for them.
     *
     * @param heedsTags whether exclusion tags hold
     */
    public static RuleConflicts of(Scenario scenario, List<PlacementRule> rules, Reach reach, boolean heedsTags) {
        return rules.isEmpty()
                ? new RuleConflicts(List.of(), WaivedRules.NONE)
                : new Finder(scenario, rules, reach, heedsTags).find();
    }

    private static final class Finder {
        private final Cluster cluster;
        private final List<RuleCounter> counters;
        private final Feasibility feasibility;
        private final Map<List<Object>, RuleConflict> found = new LinkedHashMap<>();
        private final Map<Integer, Set<Integer>> waived = new HashMap<>();
        /** By instance, the rules that ask something of it alone. */
        private final Map<Integer, List<InstanceRuleCounter>> own = new HashMap<>();

        Finder(Scenario scenario, List<PlacementRule> rules, Reach reach, boolean heedsTags) {
            cluster = scenario.cluster();
            counters = new Rulebook(cluster, rules).counters();
            feasibility = new Feasibility(scenario, reach, heedsTags);
            for (RuleCounter counter : counters) {
                if (counter instanceof InstanceRuleCounter mine) {
                    mine.rule()
                            .instances()
                            .forEach(instance -> own.computeIfAbsent(instance, any -> new ArrayList<>())
                                    .add(mine));
                }
            }
        }

        RuleConflicts find() {
            for (int k = 0; k < counters.size(); k++) {
                switch (counters.get(k)) {
                    case InstanceRuleCounter counter -> {
                        for (int instance : counter.rule().instances()) {
                            if (counter.faultsAtHome(instance) > 0) {
                                look(k, counter, instance);
                            }
                        }
                    }
                    case SharedRuleCounter counter -> {
                        if (counter.violations() > 0) {
                            look(k, counter);
                        }
                    }
                }
            }
            return new RuleConflicts(List.copyOf(found.values()), new WaivedRules(waived));
        }

        private void look(int position, InstanceRuleCounter counter, int instance) {
            List<InstanceRuleCounter> others = own.getOrDefault(instance, List.of()).stream()
                    .filter(other -> other != counter)
                    .toList();
            look(
                    position,
                    List.of(instance),
                    counter.rule(),
                    rules(others.stream().filter(other -> other.faultsAtHome(instance) == 0)),
                    rules(others.stream()),
                    rules -> feasibility.ofInstance(instance, rules));
        }

        private void look(int position, SharedRuleCounter counter) {
            List<RuleCounter> others =
                    counters.stream().filter(other -> other != counter).toList();
            List<PlacementRule> kept = rules(others.stream().filter(other -> other.violations() == 0));
            look(
                    position,
                    counter.rule().instances(),
                    counter.rule(),
                    feasibility.related(counter.rule(), kept),
                    feasibility.related(counter.rule(), rules(others.stream())),
                    feasibility::ofRules);
        }

        private static List<PlacementRule> rules(Stream<? extends RuleCounter> some) {
            return some.map(RuleCounter::rule).toList();
        }

        /** Looks for a proof from the rule alone, then from rules that stay kept, and then from any. */
        private void look(
                int position,
                List<Integer> instances,
                PlacementRule rule,
                List<PlacementRule> kept,
                List<PlacementRule> all,
                Function<List<PlacementRule>, Optional<ConflictReason>> fault) {
            for (List<PlacementRule> others : List.of(List.<PlacementRule>of(), kept, all)) {
                if (fault.apply(with(rule, others)).isPresent()) {
                    List<PlacementRule> few = fewest(rule, others, fault);
                    add(with(rule, few), fault.apply(with(rule, few)).orElseThrow());
                    if (kept.containsAll(few)) {
                        waived.computeIfAbsent(position, any -> new HashSet<>()).addAll(instances);
                    }
                    return;
                }
            }
        }

        /** Leaves out what the proof does not need. */
        private static List<PlacementRule> fewest(
                PlacementRule rule,
                List<PlacementRule> others,
                Function<List<PlacementRule>, Optional<ConflictReason>> fault) {
            List<PlacementRule> needed = new ArrayList<>(others);
            for (PlacementRule other : others) {
                List<PlacementRule> fewer = new ArrayList<>(needed);
                fewer.remove(other);
                if (fault.apply(with(rule, fewer)).isPresent()) {
                    needed = fewer;
                }
            }
            return needed;
        }

        private static List<PlacementRule> with(PlacementRule rule, List<PlacementRule> others) {
            return Stream.concat(Stream.of(rule), others.stream()).toList();
        }

        /** What is wrong with several instances for the same reason is told once. */
        private void add(List<PlacementRule> rules, ConflictReason reason) {
            List<Object> key = List.of(new HashSet<>(rules), withInstances(reason, List.of()));
            found.merge(
                    key,
                    new RuleConflict(rules, reason),
                    (before, now) -> new RuleConflict(
                            before.rules(),
                            withInstances(
                                    before.reason(),
                                    union(
                                            before.reason().instances(),
                                            now.reason().instances()))));
        }

        private static List<Integer> union(List<Integer> one, List<Integer> other) {
            TreeSet<Integer> both = new TreeSet<>(one);
            both.addAll(other);
            return List.copyOf(both);
        }

        private static ConflictReason withInstances(ConflictReason reason, List<Integer> instances) {
            return switch (reason) {
                case ConflictReason.Immovable _ -> new ConflictReason.Immovable(instances);
                case ConflictReason.NoNode(var _, var role) -> new ConflictReason.NoNode(instances, role);
                case ConflictReason.NoPair(var _, List<Integer> nodes) -> new ConflictReason.NoPair(instances, nodes);
                case ConflictReason.TooFewPlaces _,
                        ConflictReason.TooManyTogether _,
                        ConflictReason.NoCommonPlace _,
                        ConflictReason.TooLarge _,
                        ConflictReason.SharedTag _ -> reason;
            };
        }
    }
}
