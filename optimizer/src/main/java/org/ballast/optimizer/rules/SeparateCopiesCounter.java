package org.ballast.optimizer.rules;

import org.ballast.model.rules.PlacementRule;

/** The two copies of an instance are in different places. */
final class SeparateCopiesCounter extends InstanceRuleCounter {
    private final PlaceTable places;

    SeparateCopiesCounter(PlacementRule.CopiesApart rule, InitialPlacements homes) {
        super(rule, homes);
        places = new PlaceTable(rule.places());
        beginAtHome();
    }

    private SeparateCopiesCounter(SeparateCopiesCounter other) {
        super(other);
        places = other.places;
    }

    @Override
    RuleCounter copy() {
        return new SeparateCopiesCounter(this);
    }

    @Override
    int faults(int instance, int primary, int secondary) {
        for (int place : places.of(secondary)) {
            if (places.contains(primary, place)) {
                return 1;
            }
        }
        return 0;
    }
}
