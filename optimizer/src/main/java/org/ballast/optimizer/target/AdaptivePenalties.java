package org.ballast.optimizer.target;

/**
 * Penalty weights that adapt: each rises while more is used than its limit admits, and falls while less is. So a search
 * that minimises them with the score stays near its limits, and crosses them in both directions.
 */
final class AdaptivePenalties {
    private static final double LEAST_STEP = 0.005;
    private static final double FIRST_STEP = 0.04;
    /** Weights change at full speed where the use is this share of a limit away from it. */
    private static final double FULL_SPEED = 0.05;

    private final Objective objective;
    private final boolean weighsData;
    /** The weight of a MiB at which not even a copy that balanced everything would be worth its data. */
    private final double prohibitive;

    private double step = FIRST_STEP;
    private double ofMib;
    private double ofMove;
    private double ofInstance;
    private double ofSecond;

    /**
     * Starts with weights at which no change is worth its cost.
     *
     * @param score the score at the start
     * @param mib data of a usual move, in MiB
     */
    AdaptivePenalties(Objective objective, double score, double mib) {
        this.objective = objective;
        weighsData =
                objective.limits().dataMib().isPresent() || objective.goal().isPresent();
        prohibitive = score / Math.max(1, mib);
        set(1, score);
    }

    /**
     * Sets all weights that adapt.
     *
     * @param share 1 where no change is worth its cost, and less down to 0 where every one is
     */
    void set(double share, double score) {
        ofMib = weighsData ? Math.max(objective.price(), share * prohibitive) : objective.price();
        ofMove = objective.limits().moves().isPresent() ? share * score : 0;
        ofInstance = objective.limits().instances().isPresent() ? share * score : 0;
        ofSecond = objective.work().isPresent() ? share * prohibitive : 0;
    }

    PenaltyWeights penaltyWeights() {
        double ofMoveToGoal = objective.goal().isPresent() ? Objective.MOVE_MIB * ofMib : 0;
        return new PenaltyWeights(ofMib, ofMove + ofMoveToGoal, ofInstance, ofSecond);
    }

    /** Makes weights adapt more slowly: they are nearly right by now. */
    void slowDown() {
        step = Math.max(LEAST_STEP, step / 2);
    }

    /** Adapts the weights to what a target uses. */
    void adapt(double score, ChangeCost changeCost) {
        if (objective.goal().isPresent()) {
            ofMib *= factor(objective.goal().getAsDouble(), score);
        } else if (objective.limits().dataMib().isPresent()) {
            ofMib *= factor((double) changeCost.dataMib(), (double)
                    objective.limits().dataMib().getAsLong());
            ofMib = Math.max(ofMib, objective.price());
        }
        ofMove *= factor(changeCost.moves(), objective.limits().moves().orElse(changeCost.moves()));
        ofInstance *=
                factor(changeCost.instances(), objective.limits().instances().orElse(changeCost.instances()));
        ofSecond *= factor(changeCost.work(), objective.work().orElse(changeCost.work()));
    }

    private double factor(double used, double limit) {
        return 1 + step * Math.clamp((used - limit) / (FULL_SPEED * Math.max(1e-9, limit)), -1, 1);
    }
}
