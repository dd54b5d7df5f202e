package org.ballast.optimizer.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Node;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.model.rules.ConflictReason;
import org.ballast.model.rules.Copies;
import org.ballast.model.rules.PlacementRule;
import org.ballast.model.rules.Places;

/**
 * Whether some rules can all be kept at the same time. Each reason is a proof: it only counts nodes, places and what a
 * node can hold at all. Rules for which none is found may still turn out to be out of reach.
 */
final class Feasibility {
    private final Scenario scenario;
    private final Cluster cluster;
    private final Reach reach;
    private final boolean heedsTags;
    private final Places nodes;
    private final int[] groupOf;
    private final Map<Integer, NodeChoice> choices = new HashMap<>();

    /**
     * Prepares the questions.
     *
     * @param heedsTags whether exclusion tags hold
     */
    Feasibility(Scenario scenario, Reach reach, boolean heedsTags) {
        this.scenario = scenario;
        this.reach = reach;
        this.heedsTags = heedsTags;
        cluster = scenario.cluster();
        nodes = Places.nodes(cluster);
        groupOf = cluster.nodes().stream().mapToInt(Node::group).toArray();
    }

    /** Returns why an instance cannot keep all of some rules that ask something of it alone, if it cannot. */
    Optional<ConflictReason> ofInstance(int instance, Collection<PlacementRule> rules) {
        NodeChoice left = choice(instance);
        for (PlacementRule rule : rules) {
            left = left.restrictedBy(rule);
        }
        return left.fault(groupOf);
    }

    /** Returns why not all of some rules can be kept, of which one at least is shared by instances. */
    Optional<ConflictReason> ofRules(Collection<PlacementRule> rules) {
        for (Places places : togetherPlaces(rules)) {
            for (Set<Integer> tied : tied(rules, places)) {
                Optional<ConflictReason> fault = ofTied(tied, places, rules);
                if (fault.isPresent()) {
                    return fault;
                }
            }
        }
        for (PlacementRule rule : rules) {
            Optional<ConflictReason> fault = crowd(rule).flatMap(crowd -> ofCrowd(crowd, rules));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    /** Instances of which only a few may be in one place. */
    private record Crowd(PlacementRule rule, int limit, Places places, Copies copies) {}

    private static Optional<Crowd> crowd(PlacementRule rule) {
        return switch (rule) {
            case PlacementRule.KeepApart apart -> Optional.of(new Crowd(apart, 1, apart.places(), apart.copies()));
            case PlacementRule.AtMost most -> Optional.of(new Crowd(most, most.limit(), most.places(), most.copies()));
            case PlacementRule.KeepTogether _,
                    PlacementRule.CopiesApart _,
                    PlacementRule.AllowedNodes _,
                    PlacementRule.ForbiddenNodes _,
                    PlacementRule.Pinned _,
                    PlacementRule.DoNotMove _ -> Optional.empty();
        };
    }

    private static Set<Places> togetherPlaces(Collection<PlacementRule> rules) {
        return rules.stream()
                .filter(PlacementRule.KeepTogether.class::isInstance)
                .map(rule -> ((PlacementRule.KeepTogether) rule).places())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns whether being together in one sort of places ties instances in another. */
    boolean ties(Places one, Places other) {
        return one.equals(nodes) || (one.equals(other) && isSimple(one));
    }

    /** Where nodes are in several places at once, two rules may be kept in two of them. */
    private static boolean isSimple(Places places) {
        return places.ofNode().stream().allMatch(mine -> mine.size() == 1);
    }

    private List<Set<Integer>> tied(Collection<PlacementRule> rules, Places places) {
        List<Set<Integer>> sets = new ArrayList<>();
        for (PlacementRule rule : rules) {
            if (rule instanceof PlacementRule.KeepTogether together) {
                Set<Integer> mine = new TreeSet<>(together.instances());
                if (ties(together.places(), places)) {
                    List<Set<Integer>> touching = sets.stream()
                            .filter(set -> !Collections.disjoint(set, mine))
                            .toList();
                    touching.forEach(mine::addAll);
                    sets.removeAll(touching);
                    sets.add(mine);
                } else if (together.places().equals(places)) {
                    sets.add(mine);
                }
            }
        }
        return sets;
    }

    private Optional<ConflictReason> ofTied(Set<Integer> tied, Places places, Collection<PlacementRule> rules) {
        List<Integer> instances = List.copyOf(tied);
        for (PlacementRule rule : rules) {
            Optional<Crowd> crowd = crowd(rule)
                    .filter(each ->
                            each.copies().withPrimary() && (places.equals(nodes) || places.equals(each.places())));
            if (crowd.isPresent()) {
                List<Integer> both =
                        rule.instances().stream().filter(tied::contains).toList();
                if (both.size() > crowd.get().limit()) {
                    return Optional.of(
                            new ConflictReason.TooManyTogether(both, crowd.get().limit()));
                }
            }
        }
        Optional<ConflictReason> shared = places.equals(nodes) ? sharedTag(instances) : Optional.empty();
        if (shared.isPresent() || instances.size() < 2) {
            return shared;
        }
        BitSet open = new BitSet();
        open.set(0, places.count());
        for (int instance : instances) {
            open.and(choice(instance, rules).places(places, Copies.PRIMARY));
        }
        if (open.isEmpty()) {
            return Optional.of(new ConflictReason.NoCommonPlace(instances, places.word()));
        }
        return tooLarge(instances, places, open);
    }

    private Optional<ConflictReason> tooLarge(List<Integer> instances, Places places, BitSet open) {
        double[] memory = new double[places.count()];
        double[] disk = new double[places.count()];
        for (int node = 0; node < cluster.nodes().size(); node++) {
            Node host = cluster.nodes().get(node);
            for (int place : places.ofNode().get(node)) {
                memory[place] +=
                        Math.max(0, host.memory().total() - host.memory().reserved());
                disk[place] += host.disk().total();
            }
        }
        double memoryNeeded = 0;
        double diskNeeded = 0;
        for (int index : instances) {
            Instance instance = cluster.instances().get(index);
            memoryNeeded += instance.usesMemory() ? instance.memory() : 0;
            diskNeeded += switch (instance.template().mirroring()) {
                case INTERNAL -> instance.disk();
                case EXTERNAL, NONE -> 0;
            };
        }
        double mostMemory =
                open.stream().mapToDouble(place -> memory[place]).max().orElse(0);
        double mostDisk = open.stream().mapToDouble(place -> disk[place]).max().orElse(0);
        if (memoryNeeded > mostMemory) {
            return Optional.of(
                    new ConflictReason.TooLarge(instances, "MiB of memory", memoryNeeded, mostMemory, places.word()));
        }
        return diskNeeded > mostDisk
                ? Optional.of(
                        new ConflictReason.TooLarge(instances, "MiB of disk", diskNeeded, mostDisk, places.word()))
                : Optional.empty();
    }

    /** Whoever leaves an offline node is not asked for tags. */
    private Optional<ConflictReason> sharedTag(List<Integer> instances) {
        Map<String, List<Integer>> having = new TreeMap<>();
        for (int index : instances) {
            Instance instance = cluster.instances().get(index);
            boolean isExcused =
                    cluster.nodes().get(instance.placement().primary()).isOffline();
            if (heedsTags && !isExcused) {
                scenario.tags()
                        .exclusionTags(instance)
                        .forEach(tag -> having.computeIfAbsent(tag, any -> new ArrayList<>())
                                .add(index));
            }
        }
        return having.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .findFirst()
                .map(entry -> new ConflictReason.SharedTag(entry.getValue(), entry.getKey()));
    }

    private Optional<ConflictReason> ofCrowd(Crowd crowd, Collection<PlacementRule> rules) {
        PlaceFlow flow = new PlaceFlow(crowd.limit());
        boolean countsTwice = crowd.copies() == Copies.BOTH && crowd.places().equals(nodes);
        for (int instance : crowd.rule().instances()) {
            Placement home = cluster.instances().get(instance).placement();
            if (home.hasSecondary() || crowd.copies().withPrimary()) {
                flow.add(
                        instance,
                        choice(instance, rules).places(crowd.places(), crowd.copies()),
                        countsTwice && home.hasSecondary() ? 2 : 1);
            }
        }
        return flow.excess()
                .map(excess -> new ConflictReason.TooFewPlaces(
                        excess.instances(),
                        excess.copies(),
                        excess.places(),
                        crowd.limit(),
                        crowd.places().word()));
    }

    private NodeChoice choice(int instance, Collection<PlacementRule> rules) {
        NodeChoice left = choice(instance);
        for (PlacementRule rule : rules) {
            if (Collections.binarySearch(rule.instances(), instance) >= 0) {
                left = left.restrictedBy(rule);
            }
        }
        return left;
    }

    private NodeChoice choice(int instance) {
        return choices.computeIfAbsent(instance, this::unrestricted);
    }

    private NodeChoice unrestricted(int instance) {
        Placement home = cluster.instances().get(instance).placement();
        boolean isMovable = reach.isMovable(instance);
        BitSet primaries = new BitSet();
        BitSet secondaries = new BitSet();
        primaries.set(home.primary());
        if (home.hasSecondary()) {
            secondaries.set(home.secondary());
        }
        for (int node = 0; node < groupOf.length && isMovable; node++) {
            if (reach.mayRun(instance, node)) {
                primaries.set(node);
            }
            if (home.hasSecondary() && reach.mayHaveCopy(instance, node)) {
                secondaries.set(node);
            }
        }
        return new NodeChoice(instance, home, isMovable, primaries, secondaries, List.of());
    }

    /** Returns the rules among others that could have to do with whether a shared rule can be kept. */
    List<PlacementRule> related(PlacementRule rule, List<PlacementRule> others) {
        Set<Integer> members = new TreeSet<>(rule.instances());
        Map<PlacementRule, Boolean> related = new LinkedHashMap<>();
        boolean grows = true;
        while (grows) {
            grows = false;
            for (PlacementRule other : others) {
                if (other instanceof PlacementRule.KeepTogether
                        && !related.containsKey(other)
                        && other.instances().stream().anyMatch(members::contains)) {
                    related.put(other, true);
                    grows |= members.addAll(other.instances());
                }
            }
        }
        for (PlacementRule other : others) {
            if (!related.containsKey(other) && other.instances().stream().anyMatch(members::contains)) {
                related.put(other, true);
            }
        }
        return List.copyOf(related.keySet());
    }
}
