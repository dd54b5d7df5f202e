package org.ballast.optimizer.rules;

import org.ballast.model.rules.Copies;
import org.ballast.model.rules.PlacementRule;

/** The rule that instances keep the nodes they have. */
final class StayCounter extends InstanceRuleCounter {
    private final boolean keepsPrimary;
    private final boolean keepsSecondary;

    StayCounter(PlacementRule.Pinned rule, InitialPlacements homes) {
        this(rule, homes, rule.copies());
    }

    StayCounter(PlacementRule.DoNotMove rule, InitialPlacements homes) {
        this(rule, homes, Copies.BOTH);
    }

    private StayCounter(PlacementRule rule, InitialPlacements homes, Copies copies) {
        super(rule, homes);
        keepsPrimary = copies.withPrimary();
        keepsSecondary = copies.withSecondary();
        beginAtHome();
    }

    private StayCounter(StayCounter other) {
        super(other);
        keepsPrimary = other.keepsPrimary;
        keepsSecondary = other.keepsSecondary;
    }

    @Override
    RuleCounter copy() {
        return new StayCounter(this);
    }

    @Override
    int faults(int instance, int primary, int secondary) {
        return (keepsPrimary && primary != homes.primary[instance] ? 1 : 0)
                + (keepsSecondary && secondary != homes.secondary[instance] ? 1 : 0);
    }
}
