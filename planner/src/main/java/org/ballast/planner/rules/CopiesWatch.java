package org.ballast.planner.rules;

import org.ballast.model.rules.PlacementRule;

/** The two copies of an instance are in different places. */
final class CopiesWatch extends OwnWatch {
    private final PlaceTable places;

    CopiesWatch(PlacementRule.CopiesApart rule, Homes homes) {
        super(rule, homes);
        places = new PlaceTable(rule.places());
        beginAtHome();
    }

    private CopiesWatch(CopiesWatch other) {
        super(other);
        places = other.places;
    }

    @Override
    Watch copy() {
        return new CopiesWatch(this);
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
