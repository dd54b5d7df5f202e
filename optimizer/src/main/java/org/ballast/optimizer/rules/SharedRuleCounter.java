package org.ballast.optimizer.rules;

import java.util.Set;
import org.ballast.model.rules.Copies;
import org.ballast.model.rules.PlacementRule;

/** A rule about how many instances are in each place. */
abstract sealed class SharedRuleCounter extends RuleCounter permits KeepApartCounter, KeepTogetherCounter {
    final PlaceChanges relocation;
    private int atStart;
    private boolean isWaived;

    SharedRuleCounter(PlacementRule rule, PlaceTable places, Copies copies) {
        super(rule);
        relocation = new PlaceChanges(places, copies);
    }

    SharedRuleCounter(SharedRuleCounter other) {
        super(other);
        relocation = other.relocation.copy();
        atStart = other.atStart;
        isWaived = other.isWaived;
    }

    /** Enters all instances where they are at the start. */
    final void beginAt(InitialPlacements homes) {
        int sum = 0;
        for (int instance : rule().instances()) {
            int primary = homes.primary[instance];
            int secondary = homes.secondary[instance];
            sum += rise(instance, -1, -1, primary, secondary);
            enter(-1, -1, primary, secondary);
        }
        atStart = sum;
        begin(sum);
    }

    @Override
    final int weightRise(int instance, int fromPrimary, int fromSecondary, int primary, int secondary) {
        int rise = rise(instance, fromPrimary, fromSecondary, primary, secondary);
        return rise == 0 ? 0 : weigh(violations() + rise, atStart, isWaived) - weigh(violations(), atStart, isWaived);
    }

    @Override
    final void waive(Set<Integer> instances) {
        isWaived |= !instances.isEmpty();
    }

    @Override
    final boolean isWaived(int instance) {
        return isWaived;
    }

    @Override
    final int wholeWeight(int[] primary, int[] secondary) {
        return isWaived ? weigh(violations(), atStart, true) : weighWhole(violations(), atStart);
    }

    @Override
    final Set<Integer> partlyRepaired(int[] primary, int[] secondary) {
        boolean isPart = !isWaived && violations() > 0 && violations() < atStart;
        return isPart ? Set.copyOf(rule().instances()) : Set.of();
    }
}
