package org.ballast.optimizer.rules;

import java.util.Arrays;
import java.util.Collections;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.rules.Copies;
import org.ballast.model.rules.PlacementRule;

/** The rule of at most some instances in one place; with a limit of 1, they keep apart. */
final class KeepApartCounter extends SharedRuleCounter {
    private final int limit;
    private final int[] residents;

    KeepApartCounter(PlacementRule.KeepApart rule, InitialPlacements homes) {
        this(rule, homes, 1, new PlaceTable(rule.places()), rule.copies());
    }

    KeepApartCounter(PlacementRule.AtMost rule, InitialPlacements homes) {
        this(rule, homes, rule.limit(), new PlaceTable(rule.places()), rule.copies());
    }

    private KeepApartCounter(PlacementRule rule, InitialPlacements homes, int limit, PlaceTable places, Copies copies) {
        super(rule, places, copies);
        this.limit = limit;
        residents = new int[places.count];
        beginAt(homes);
    }

    private KeepApartCounter(KeepApartCounter other) {
        super(other);
        limit = other.limit;
        residents = other.residents.clone();
    }

    @Override
    RuleCounter copy() {
        return new KeepApartCounter(this);
    }

    @Override
    int rise(int instance, int fromPrimary, int fromSecondary, int primary, int secondary) {
        relocation.compare(fromPrimary, fromSecondary, primary, secondary);
        int rise = 0;
        for (int k = 0; k < relocation.enteredCount; k++) {
            rise += residents[relocation.entered[k]] >= limit ? 1 : 0;
        }
        for (int k = 0; k < relocation.leftCount; k++) {
            rise -= residents[relocation.left[k]] > limit ? 1 : 0;
        }
        return rise;
    }

    @Override
    boolean forbids(int instance, int fromPrimary, int fromSecondary, int primary, int secondary) {
        relocation.compare(fromPrimary, fromSecondary, primary, secondary);
        for (int k = 0; k < relocation.enteredCount; k++) {
            if (residents[relocation.entered[k]] >= limit) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the rule is about the instance. */
    boolean concerns(int instance) {
        return Collections.binarySearch(rule().instances(), instance) >= 0;
    }

    /** Returns whether one step leaves a place that another enters. */
    boolean makesRoom(Plan.Step leaving, Plan.Step entering) {
        compare(leaving);
        int[] left = Arrays.copyOf(relocation.left, relocation.leftCount);
        compare(entering);
        for (int place : left) {
            for (int k = 0; k < relocation.enteredCount; k++) {
                if (relocation.entered[k] == place) {
                    return true;
                }
            }
        }
        return false;
    }

    private void compare(Plan.Step step) {
        Placement from = step.from();
        Placement to = step.to();
        relocation.compare(from.primary(), from.secondary(), to.primary(), to.secondary());
    }

    @Override
    void enter(int fromPrimary, int fromSecondary, int primary, int secondary) {
        relocation.compare(fromPrimary, fromSecondary, primary, secondary);
        for (int k = 0; k < relocation.enteredCount; k++) {
            residents[relocation.entered[k]]++;
        }
        for (int k = 0; k < relocation.leftCount; k++) {
            residents[relocation.left[k]]--;
        }
    }
}
