package org.ballast.optimizer.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ballast.model.Cluster;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.rules.BrokenRule;
import org.ballast.model.rules.PlacementRule;

/**
 * The users' rules as a search counts their violations. It starts with the cluster as it is and follows each {@link #place}; instances and
 * nodes are indices into the cluster, and -1 stands for no node.
 *
 * <p>Violations are weighed: one that the start has already weighs 1, one beyond that weighs 1,000. A search that puts
 * this weight before everything else therefore repairs what is broken, and never pays with another rule. What is "beyond"
 * is decided by rule where instances share it (apart, together, at most), and by instance where each keeps it alone.
 *
 * <p>Not for several threads at a time, not even to weigh: each takes its own {@link #copy}.
 */
public final class Rulebook {
    private static final RuleCounter[] NONE = {};
    private static final int[] NOBODY = {};

    private final InitialPlacements homes;
    private final boolean[] fixed;
    private final int[] primary;
    private final int[] secondary;
    private final RuleCounter[] all;
    /** By instance, the rules that it is part of. */
    private final RuleCounter[][] counters;

    private int violations;

    /** Enters all instances where they are. */
    public Rulebook(Cluster cluster, List<PlacementRule> rules) {
        this(cluster, rules, WaivedRules.NONE);
    }

    /**
     * Enters all instances where they are.
     *
     * @param waived the rules for which nothing is done
     */
    public Rulebook(Cluster cluster, List<PlacementRule> rules, WaivedRules waived) {
        homes = new InitialPlacements(cluster);
        primary = homes.primary.clone();
        secondary = homes.secondary.clone();
        fixed = new boolean[primary.length];
        int nodes = cluster.nodes().size();
        all = rules.stream().map(rule -> counter(rule, homes, nodes)).toArray(RuleCounter[]::new);
        counters = byInstance(all, primary.length);
        for (int k = 0; k < all.length; k++) {
            all[k].waive(waived.of(k));
        }
        for (RuleCounter each : all) {
            violations += each.weight();
            if (each.rule() instanceof PlacementRule.DoNotMove(var _, List<Integer> instances)) {
                instances.forEach(instance -> fixed[instance] = true);
            }
        }
    }

    private Rulebook(Rulebook other) {
        homes = other.homes;
        fixed = other.fixed;
        primary = other.primary.clone();
        secondary = other.secondary.clone();
        all = Arrays.stream(other.all).map(RuleCounter::copy).toArray(RuleCounter[]::new);
        counters = byInstance(all, primary.length);
        violations = other.violations;
    }

    private static RuleCounter counter(PlacementRule rule, InitialPlacements homes, int nodes) {
        return switch (rule) {
            case PlacementRule.KeepApart apart -> new KeepApartCounter(apart, homes);
            case PlacementRule.AtMost most -> new KeepApartCounter(most, homes);
            case PlacementRule.KeepTogether together -> new KeepTogetherCounter(together, homes);
            case PlacementRule.CopiesApart apart -> new SeparateCopiesCounter(apart, homes);
            case PlacementRule.AllowedNodes allowed -> new NodesCounter(allowed, homes, nodes);
            case PlacementRule.ForbiddenNodes forbidden -> new NodesCounter(forbidden, homes, nodes);
            case PlacementRule.Pinned pinned -> new StayCounter(pinned, homes);
            case PlacementRule.DoNotMove fixed -> new StayCounter(fixed, homes);
        };
    }

    private static RuleCounter[][] byInstance(RuleCounter[] all, int count) {
        RuleCounter[][] counters = new RuleCounter[count][];
        Arrays.fill(counters, NONE);
        for (RuleCounter each : all) {
            for (int instance : each.rule().instances()) {
                RuleCounter[] longer = Arrays.copyOf(counters[instance], counters[instance].length + 1);
                longer[longer.length - 1] = each;
                counters[instance] = longer;
            }
        }
        return counters;
    }

    /** Returns the same state once more, to go on by itself. */
    public Rulebook copy() {
        return new Rulebook(this);
    }

    /** Returns whether there are no rules at all. */
    public boolean isEmpty() {
        return all.length == 0;
    }

    /** Returns whether any rule is about the instance. */
    public boolean hasRules(int instance) {
        return counters[instance].length > 0;
    }

    /** Returns whether no rule forbids all moves of the instance. */
    public boolean movable(int instance) {
        return !fixed[instance];
    }

    /** Returns the weight of all violations; 0 if all rules are kept. */
    public int violations() {
        return violations;
    }

    /**
     * Returns the weight of all violations if rules are worth something only when they are kept: what a rule has too many
     * counts as at the start until nothing is left of it. A rule that asks something of each instance alone counts by
     * instance.
     */
    public int wholeViolations() {
        return Arrays.stream(all)
                .mapToInt(each -> each.wholeWeight(primary, secondary))
                .sum();
    }

    /** Returns the rules that have fewer violations than at the start, but still some. */
    public WaivedRules partlyRepaired() {
        Map<Integer, Set<Integer>> partly = new HashMap<>();
        for (int k = 0; k < all.length; k++) {
            Set<Integer> instances = all[k].partlyRepaired(primary, secondary);
            if (!instances.isEmpty()) {
                partly.put(k, instances);
            }
        }
        return new WaivedRules(partly);
    }

    /** Returns the watches of all rules, in the order given. */
    List<RuleCounter> counters() {
        return List.of(all);
    }

    /**
     * Returns by how much {@link #violations} would change if the instance were there.
     *
     * @param secondary its secondary node, or -1
     */
    public int rise(int instance, int primary, int secondary) {
        int rise = 0;
        for (RuleCounter each : counters[instance]) {
            rise += each.weightRise(instance, this.primary[instance], this.secondary[instance], primary, secondary);
        }
        return rise;
    }

    /**
     * Moves an instance.
     *
     * @param secondary its secondary node, or -1
     */
    public void place(int instance, int primary, int secondary) {
        for (RuleCounter each : counters[instance]) {
            violations += each.place(instance, this.primary[instance], this.secondary[instance], primary, secondary);
        }
        this.primary[instance] = primary;
        this.secondary[instance] = secondary;
    }

    /**
     * Returns whether a plan may not have this as its next move: the instance must not move, it would be worse off with a
     * rule that asks something of it alone, or it would come to a place that has as many instances as it may have.
     *
     * @param secondary the instance's secondary node afterwards, or -1
     */
    public boolean forbids(int instance, int primary, int secondary) {
        if (fixed[instance]) {
            return true;
        }
        for (RuleCounter each : counters[instance]) {
            if (each.forbids(instance, this.primary[instance], this.secondary[instance], primary, secondary)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns whether a step of a plan must wait for an earlier one for the sake of a rule: it brings its instance to a
     * place that the earlier one makes free. Plans that take each step only when none it must wait for is left, in whatever
     * order and how many at a time, keep what the plan keeps when it is done step by step.
     */
    public boolean mustFollow(Plan.Step later, Plan.Step earlier) {
        for (RuleCounter each : counters[later.move().instance()]) {
            if (each instanceof KeepApartCounter crowd
                    && crowd.concerns(earlier.move().instance())) {
                if (crowd.makesRoom(earlier, later)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns the other instances that rules tie to this one: they run where it runs, or in the same failure domain. */
    public int[] companions(int instance) {
        TreeSet<Integer> tied = new TreeSet<>();
        for (RuleCounter each : counters[instance]) {
            if (each instanceof KeepTogetherCounter together) {
                tied.addAll(together.rule().instances());
            }
        }
        tied.remove(instance);
        return tied.isEmpty()
                ? NOBODY
                : tied.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Returns the rules that have fewer violations if the instance goes from where it is to there. */
    public List<PlacementRule> rulesServed(int instance, Placement to) {
        List<PlacementRule> served = new ArrayList<>();
        for (RuleCounter each : counters[instance]) {
            if (!each.isWaived(instance) && rise(each, instance, to.primary(), to.secondary()) < 0) {
                served.add(each.rule());
            }
        }
        return served;
    }

    /** Returns the rules that are not kept now, in the order given, with their plain counts of violations. */
    public List<BrokenRule> broken() {
        return Arrays.stream(all)
                .filter(each -> each.violations() > 0)
                .map(each -> new BrokenRule(each.rule(), each.violations()))
                .toList();
    }

    private int rise(RuleCounter counter, int instance, int newPrimary, int newSecondary) {
        return counter.rise(instance, primary[instance], secondary[instance], newPrimary, newSecondary);
    }
}
