package org.ballast.hbal.timefold;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.ballast.model.Placement;
import org.ballast.optimizer.cost.Limits;
import org.ballast.optimizer.target.BestTarget;
import org.ballast.optimizer.target.ChangeCost;
import org.ballast.optimizer.target.Objective;
import org.ballast.optimizer.target.PenaltyWeights;
import org.ballast.optimizer.target.SearchWatch;
import org.ballast.optimizer.target.TargetAssignment;
import org.jspecify.annotations.Nullable;

/** What the rounds of one search share: the draft, which follows what Timefold tries out, and what is good. */
final class AnnealingRun {
    /** Timefold counts in whole numbers: so many to a unit of the score. */
    static final double UNIT = 1e7;

    /** By how many percent scores fall for one percent more change, at first: less than the half that searches show. */
    private static final double ELASTICITY = 0.3;

    /** By what prices change from round to round until a search for a goal has ended on both sides of it, and then. */
    private static final double STRIDE = 2;

    private static final double STEP = 1.2;

    /** What exceeds a limit counts in shares of the limit, so many to a whole one. */
    private static final double SHARE = 1e6;

    final TargetAssignment targetAssignment;
    final Objective objective;
    final SearchWatch watch;
    final long seed;
    final long mostTries;
    final AtomicLong tried;
    final int[] movable;
    final List<Integer> nodes;
    final BestTarget best;
    private final MoveSampler moveSampler;

    private final Integer[] boxes;
    private final int[] position;
    private PenaltyWeights penaltyWeights = PenaltyWeights.NONE;
    private double elasticity = ELASTICITY;
    private boolean isBelow;
    private boolean hasCrossed;
    private int rounds;
    private @Nullable Assignment followed;

    /**
     * Starts where the draft is.
     *
     * @param mostTries how many changes it may try
     * @param tried how many changes all courses have tried, counted now and then
     */
    AnnealingRun(
            TargetAssignment targetAssignment,
            Objective objective,
            SearchWatch watch,
            long seed,
            long mostTries,
            AtomicLong tried) {
        this.targetAssignment = targetAssignment;
        this.objective = objective;
        this.watch = watch;
        this.seed = seed;
        this.mostTries = mostTries;
        this.tried = tried;
        movable = targetAssignment.movable();
        Placement[] placements = targetAssignment.placements();
        position = new int[placements.length];
        int most = IntStream.of(targetAssignment.targets()).max().orElse(0);
        for (int g = 0; g < movable.length; g++) {
            int i = movable[g];
            position[i] = g;
            most = Math.max(most, Math.max(targetAssignment.firstPrimary(i), targetAssignment.firstSecondary(i)));
            most = Math.max(most, Math.max(targetAssignment.primary(i), targetAssignment.secondary(i)));
        }
        boxes = IntStream.rangeClosed(Placement.NONE, most).boxed().toArray(Integer[]::new);
        nodes = List.of(boxes);
        best = new BestTarget(targetAssignment, objective);
        moveSampler = new MoveSampler(this);
    }

    MoveSampler moveSampler() {
        return moveSampler;
    }

    /** Returns a node's index as an object, always the same one. */
    Integer box(int node) {
        return boxes[node - Placement.NONE];
    }

    /** Returns the guest of an instance that may move. */
    PlannedInstance plannedInstance(Assignment assignment, int instance) {
        return assignment.getGuests().get(position[instance]);
    }

    /**
     * Sets what change costs in the next round. A search that pays for change comes to rest near its limits; free change
     * would press against the limits all the time, and could only exchange one change for another. So at these prices
     * the last part of what may be used brings as much as it costs, if the score falls as much as is thought.
     */
    void setPrices() {
        Limits limits = objective.limits();
        ChangeCost changeCost = targetAssignment.changeCost();
        double worth = elasticity * objective.goal().orElse(targetAssignment.score());
        double data = limits.dataMib().isPresent() ? limits.dataMib().getAsLong() : changeCost.dataMib();
        boolean isDataScarce = limits.dataMib().isPresent() || objective.goal().isPresent();
        penaltyWeights = new PenaltyWeights(
                isDataScarce ? Math.max(objective.price(), worth / Math.max(1, data)) : objective.price(),
                limits.moves().isPresent() ? worth / Math.max(1, limits.moves().getAsInt()) : 0,
                limits.instances().isPresent()
                        ? worth / Math.max(1, limits.instances().getAsInt())
                        : 0,
                objective.work().isPresent()
                        ? worth / Math.max(1, objective.work().getAsDouble())
                        : 0);
    }

    /** Returns by how much what is to be low would rise if an instance were elsewhere. */
    double rise(int instance, int primary, int secondary) {
        return targetAssignment.rise(instance, primary, secondary)
                + targetAssignment.costRise(instance, primary, secondary, penaltyWeights);
    }

    /** Puts an instance elsewhere. */
    void place(int instance, int primary, int secondary) {
        best.changing(instance);
        targetAssignment.place(instance, primary, secondary);
    }

    /** Makes the draft equal to an assignment. */
    void follow(Assignment assignment) {
        if (followed == assignment) {
            assignment.enterChanges();
        } else {
            assignment.enterAll();
            followed = assignment;
        }
    }

    /** Goes to the best target of another course, if that is better. */
    void join(AnnealingRun other) {
        if (other.best.standing().compareTo(best.standing()) < 0) {
            for (int i : movable) {
                place(i, other.targetAssignment.primary(i), other.targetAssignment.secondary(i));
            }
            best.offer(targetAssignment.score());
        }
    }

    /**
     * Ends a round: the draft is back at the best target. Where the cheapest target that reaches a goal is wanted, change
     * costs more after a round that ended below the goal, and less after one that missed it.
     */
    void returnToBest() {
        if (objective.goal().isPresent()) {
            boolean wasBelow = isBelow;
            isBelow = targetAssignment.score() <= objective.goal().getAsDouble();
            hasCrossed |= rounds++ > 0 && isBelow != wasBelow;
            double factor = hasCrossed ? STEP : STRIDE;
            elasticity = isBelow ? elasticity * factor : elasticity / factor;
        }
        best.restore();
        forget();
    }

    /** Forgets which assignment the draft is equal to. */
    void forget() {
        followed = null;
    }

    /** Returns the draft's score as Timefold counts. */
    HardMediumSoftLongScore score() {
        double soft = targetAssignment.score() + penaltyWeights.of(targetAssignment.changeCost());
        return HardMediumSoftLongScore.of(-targetAssignment.violations(), -excess(), -Math.round(UNIT * soft));
    }

    /** Returns by how much the draft exceeds the limits; 0 if it does not. */
    long excess() {
        ChangeCost changeCost = targetAssignment.changeCost();
        Limits limits = objective.limits();
        double share = over(changeCost.moves(), limits.moves().orElse(Integer.MAX_VALUE))
                + over(changeCost.instances(), limits.instances().orElse(Integer.MAX_VALUE))
                + over((double) changeCost.dataMib(), (double) limits.dataMib().orElse(Long.MAX_VALUE))
                + over(changeCost.work(), objective.work().orElse(Double.POSITIVE_INFINITY));
        return (long) Math.ceil(SHARE * share);
    }

    private static double over(double used, double limit) {
        return used > limit ? (used - limit) / Math.max(1e-9, limit) : 0;
    }
}
