package org.ballast.hbal.timefold;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.ballast.model.Placement;
import org.ballast.planner.cost.Limits;
import org.ballast.planner.search.BestTarget;
import org.ballast.planner.search.Bill;
import org.ballast.planner.search.Draft;
import org.ballast.planner.search.Objective;
import org.ballast.planner.search.Prices;
import org.ballast.planner.search.SearchWatch;
import org.jspecify.annotations.Nullable;

/** What the rounds of one search share: the draft, which follows what Timefold tries out, and what is good. */
final class Course {
    /** Timefold counts in whole numbers: so many to a unit of the score. */
    static final double UNIT = 1e7;

    /** By how many percent scores fall for one percent more change, at first: less than the half that searches show. */
    private static final double ELASTICITY = 0.3;

    /** By what prices change from round to round until a search for a goal has ended on both sides of it, and then. */
    private static final double STRIDE = 2;

    private static final double STEP = 1.2;

    /** What exceeds a limit counts in shares of the limit, so many to a whole one. */
    private static final double SHARE = 1e6;

    final Draft draft;
    final Objective objective;
    final SearchWatch watch;
    final long seed;
    final long mostTries;
    final AtomicLong tried;
    final int[] movable;
    final List<Integer> nodes;
    final BestTarget best;
    private final Draws draws;

    private final Integer[] boxes;
    private final int[] position;
    private Prices prices = Prices.NONE;
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
    Course(Draft draft, Objective objective, SearchWatch watch, long seed, long mostTries, AtomicLong tried) {
        this.draft = draft;
        this.objective = objective;
        this.watch = watch;
        this.seed = seed;
        this.mostTries = mostTries;
        this.tried = tried;
        movable = draft.movable();
        Placement[] placements = draft.placements();
        position = new int[placements.length];
        int most = IntStream.of(draft.targets()).max().orElse(0);
        for (int g = 0; g < movable.length; g++) {
            int i = movable[g];
            position[i] = g;
            most = Math.max(most, Math.max(draft.firstPrimary(i), draft.firstSecondary(i)));
            most = Math.max(most, Math.max(draft.primary(i), draft.secondary(i)));
        }
        boxes = IntStream.rangeClosed(Placement.NONE, most).boxed().toArray(Integer[]::new);
        nodes = List.of(boxes);
        best = new BestTarget(draft, objective);
        draws = new Draws(this);
    }

    Draws draws() {
        return draws;
    }

    /** Returns a node's index as an object, always the same one. */
    Integer box(int node) {
        return boxes[node - Placement.NONE];
    }

    /** Returns the guest of an instance that may move. */
    Guest guest(Assignment assignment, int instance) {
        return assignment.getGuests().get(position[instance]);
    }

    /**
     * Sets what change costs in the next round. A search that pays for change comes to rest near its limits; free change
     * would press against the limits all the time, and could only exchange one change for another. So at these prices
     * the last part of what may be used brings as much as it costs, if the score falls as much as is thought.
     */
    void setPrices() {
        Limits limits = objective.limits();
        Bill bill = draft.bill();
        double worth = elasticity * objective.goal().orElse(draft.score());
        double data = limits.dataMib().isPresent() ? limits.dataMib().getAsLong() : bill.dataMib();
        boolean isDataScarce = limits.dataMib().isPresent() || objective.goal().isPresent();
        prices = new Prices(
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
        return draft.rise(instance, primary, secondary) + draft.costRise(instance, primary, secondary, prices);
    }

    /** Puts an instance elsewhere. */
    void place(int instance, int primary, int secondary) {
        best.changing(instance);
        draft.place(instance, primary, secondary);
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
    void join(Course other) {
        if (other.best.standing().compareTo(best.standing()) < 0) {
            for (int i : movable) {
                place(i, other.draft.primary(i), other.draft.secondary(i));
            }
            best.judge(draft.score());
        }
    }

    /**
     * Ends a round: the draft is back at the best target. Where the cheapest target that reaches a goal is wanted, change
     * costs more after a round that ended below the goal, and less after one that missed it.
     */
    void returnToBest() {
        if (objective.goal().isPresent()) {
            boolean wasBelow = isBelow;
            isBelow = draft.score() <= objective.goal().getAsDouble();
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
        double soft = draft.score() + prices.of(draft.bill());
        return HardMediumSoftLongScore.of(-draft.violations(), -excess(), -Math.round(UNIT * soft));
    }

    /** Returns by how much the draft exceeds the limits; 0 if it does not. */
    long excess() {
        Bill bill = draft.bill();
        Limits limits = objective.limits();
        double share = over(bill.moves(), limits.moves().orElse(Integer.MAX_VALUE))
                + over(bill.instances(), limits.instances().orElse(Integer.MAX_VALUE))
                + over((double) bill.dataMib(), (double) limits.dataMib().orElse(Long.MAX_VALUE))
                + over(bill.work(), objective.work().orElse(Double.POSITIVE_INFINITY));
        return (long) Math.ceil(SHARE * share);
    }

    private static double over(double used, double limit) {
        return used > limit ? (used - limit) / Math.max(1e-9, limit) : 0;
    }
}
