package org.ballast.planner.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.ballast.model.Cluster;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.rules.BrokenRule;
import org.ballast.model.rules.PlacementRule;

/**
 * How far a search keeps users' rules. It starts with the cluster as it is and follows each {@link #place}; instances and
 * nodes are indices into the cluster, and -1 stands for no node.
 *
 * <p>Violations are weighed: one that the start has already weighs 1, one beyond that weighs 1,000. A search that puts
 * this weight before everything else therefore repairs what is broken, and never pays with another rule. What is "beyond"
 * is decided by rule where instances share it (apart, together, at most), and by instance where each keeps it alone.
 *
 * <p>Not for several threads at a time, not even to weigh: each takes its own {@link #copy}.
 */
public final class Rulebook {
    private static final Watch[] NONE = {};
    private static final int[] NOBODY = {};

    private final Homes homes;
    private final boolean[] fixed;
    private final int[] primary;
    private final int[] secondary;
    private final Watch[] all;
    /** By instance, the rules that it is part of. */
    private final Watch[][] watches;

    private int violations;

    /** Enters all instances where they are. */
    public Rulebook(Cluster cluster, List<PlacementRule> rules) {
        homes = new Homes(cluster);
        primary = homes.primary.clone();
        secondary = homes.secondary.clone();
        fixed = new boolean[primary.length];
        int nodes = cluster.nodes().size();
        all = rules.stream().map(rule -> watch(rule, homes, nodes)).toArray(Watch[]::new);
        watches = byInstance(all, primary.length);
        for (Watch each : all) {
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
        all = Arrays.stream(other.all).map(Watch::copy).toArray(Watch[]::new);
        watches = byInstance(all, primary.length);
        violations = other.violations;
    }

    private static Watch watch(PlacementRule rule, Homes homes, int nodes) {
        return switch (rule) {
            case PlacementRule.KeepApart apart -> new CrowdWatch(apart, homes);
            case PlacementRule.AtMost most -> new CrowdWatch(most, homes);
            case PlacementRule.KeepTogether together -> new TogetherWatch(together, homes);
            case PlacementRule.CopiesApart apart -> new CopiesWatch(apart, homes);
            case PlacementRule.AllowedNodes allowed -> new NodeWatch(allowed, homes, nodes);
            case PlacementRule.ForbiddenNodes forbidden -> new NodeWatch(forbidden, homes, nodes);
            case PlacementRule.Pinned pinned -> new HomeWatch(pinned, homes);
            case PlacementRule.DoNotMove fixed -> new HomeWatch(fixed, homes);
        };
    }

    private static Watch[][] byInstance(Watch[] all, int count) {
        Watch[][] watches = new Watch[count][];
        Arrays.fill(watches, NONE);
        for (Watch each : all) {
            for (int instance : each.rule().instances()) {
                Watch[] longer = Arrays.copyOf(watches[instance], watches[instance].length + 1);
                longer[longer.length - 1] = each;
                watches[instance] = longer;
            }
        }
        return watches;
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
        return watches[instance].length > 0;
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
     * Returns by how much {@link #violations} would change if the instance were there.
     *
     * @param secondary its secondary node, or -1
     */
    public int rise(int instance, int primary, int secondary) {
        int rise = 0;
        for (Watch each : watches[instance]) {
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
        for (Watch each : watches[instance]) {
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
        for (Watch each : watches[instance]) {
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
        for (Watch each : watches[later.move().instance()]) {
            if (each instanceof CrowdWatch crowd
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
        for (Watch each : watches[instance]) {
            if (each instanceof TogetherWatch together) {
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
        for (Watch each : watches[instance]) {
            if (rise(each, instance, to.primary(), to.secondary()) < 0) {
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

    private int rise(Watch watch, int instance, int newPrimary, int newSecondary) {
        return watch.rise(instance, primary[instance], secondary[instance], newPrimary, newSecondary);
    }
}
