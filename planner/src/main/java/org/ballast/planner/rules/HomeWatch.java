package org.ballast.planner.rules;

import org.ballast.model.rules.Copies;
import org.ballast.model.rules.PlacementRule;

/** Instances that keep the nodes they have. */
final class HomeWatch extends OwnWatch {
    private final boolean keepsPrimary;
    private final boolean keepsSecondary;

    HomeWatch(PlacementRule.Pinned rule, Homes homes) {
        this(rule, homes, rule.copies());
    }

    HomeWatch(PlacementRule.DoNotMove rule, Homes homes) {
        this(rule, homes, Copies.BOTH);
    }

    private HomeWatch(PlacementRule rule, Homes homes, Copies copies) {
        super(rule, homes);
        keepsPrimary = copies.withPrimary();
        keepsSecondary = copies.withSecondary();
        beginAtHome();
    }

    private HomeWatch(HomeWatch other) {
        super(other);
        keepsPrimary = other.keepsPrimary;
        keepsSecondary = other.keepsSecondary;
    }

    @Override
    Watch copy() {
        return new HomeWatch(this);
    }

    @Override
    int faults(int instance, int primary, int secondary) {
        return (keepsPrimary && primary != homes.primary[instance] ? 1 : 0)
                + (keepsSecondary && secondary != homes.secondary[instance] ? 1 : 0);
    }
}
