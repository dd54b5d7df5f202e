package org.ballast.optimizer.rules;

import java.util.HashSet;
import java.util.Set;
import org.ballast.model.rules.PlacementRule;

/**
 * A rule that asks something of each instance by itself. It is as if there were one rule for each: what one instance
 * repairs does not allow another to break it.
 */
abstract sealed class InstanceRuleCounter extends RuleCounter permits NodesCounter, StayCounter, SeparateCopiesCounter {
    final InitialPlacements homes;
    private Set<Integer> waived = Set.of();

    InstanceRuleCounter(PlacementRule rule, InitialPlacements homes) {
        super(rule);
        this.homes = homes;
    }

    InstanceRuleCounter(InstanceRuleCounter other) {
        super(other);
        homes = other.homes;
        waived = other.waived;
    }

    /** Returns the violations of one instance if it has these nodes. */
    abstract int faults(int instance, int primary, int secondary);

    /** Counts the violations at the start. */
    final void beginAtHome() {
        int sum = 0;
        for (int instance : rule().instances()) {
            sum += faultsAtHome(instance);
        }
        begin(sum);
    }

    @Override
    final int rise(int instance, int fromPrimary, int fromSecondary, int primary, int secondary) {
        return faults(instance, primary, secondary) - faults(instance, fromPrimary, fromSecondary);
    }

    @Override
    final int weightRise(int instance, int fromPrimary, int fromSecondary, int primary, int secondary) {
        int before = faults(instance, fromPrimary, fromSecondary);
        int after = faults(instance, primary, secondary);
        if (before == after) {
            return 0;
        }
        int atStart = faultsAtHome(instance);
        boolean isWaived = isWaived(instance);
        return weigh(after, atStart, isWaived) - weigh(before, atStart, isWaived);
    }

    @Override
    final void waive(Set<Integer> instances) {
        waived = Set.copyOf(instances);
    }

    @Override
    final boolean isWaived(int instance) {
        return !waived.isEmpty() && waived.contains(instance);
    }

    @Override
    final int wholeWeight(int[] primary, int[] secondary) {
        int sum = 0;
        for (int instance : rule().instances()) {
            int now = faults(instance, primary[instance], secondary[instance]);
            int atStart = faultsAtHome(instance);
            sum += isWaived(instance) ? weigh(now, atStart, true) : weighWhole(now, atStart);
        }
        return sum;
    }

    @Override
    final Set<Integer> partlyRepaired(int[] primary, int[] secondary) {
        Set<Integer> partly = new HashSet<>();
        for (int instance : rule().instances()) {
            int now = faults(instance, primary[instance], secondary[instance]);
            if (now > 0 && now < faultsAtHome(instance) && !isWaived(instance)) {
                partly.add(instance);
            }
        }
        return partly;
    }

    @Override
    final boolean forbids(int instance, int fromPrimary, int fromSecondary, int primary, int secondary) {
        return rise(instance, fromPrimary, fromSecondary, primary, secondary) > 0;
    }

    @Override
    final void enter(int fromPrimary, int fromSecondary, int primary, int secondary) {}

    /** Returns the violations of one instance at the start. */
    final int faultsAtHome(int instance) {
        return faults(instance, homes.primary[instance], homes.secondary[instance]);
    }
}
