package org.ballast.hbal.timefold;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.ballast.model.Placement;
import org.ballast.planner.cost.Limits;
import org.ballast.planner.target.Bill;
import org.ballast.planner.target.Draft;
import org.ballast.planner.target.Objective;
import org.ballast.planner.target.SearchWatch;
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
    final Best best;
    private final Draws draws;

    private final Integer[] boxes;
    private final int[] position;
    private final double[] paid;
    private Charges charges = Charges.NONE;
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
        paid = new double[placements.length];
        best = new Best(draft, objective);
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

    /** Sets what change costs in the next round. */
    void charge() {
        charges = Charges.near(objective, draft.score(), draft.bill(), elasticity);
        for (int i : movable) {
            int primary = draft.primary(i);
            int secondary = draft.secondary(i);
            place(i, draft.firstPrimary(i), draft.firstSecondary(i));
            paid[i] = 0;
            place(i, primary, secondary);
        }
    }

    /** Returns what is paid for an instance's place. */
    double paid(int instance) {
        return paid[instance];
    }

    /** Returns what is to be low. */
    double energy() {
        return draft.worth() + charges.of(draft.bill());
    }

    /** Puts an instance elsewhere. */
    void place(int instance, int primary, int secondary) {
        best.touch(instance);
        double before = charges.of(draft.bill());
        draft.place(instance, primary, secondary);
        paid[instance] += charges.of(draft.bill()) - before;
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
        if (other.best.isBetterThan(best)) {
            for (int i : movable) {
                place(i, other.draft.primary(i), other.draft.secondary(i));
            }
            best.judge();
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
        double soft = draft.score() + charges.of(draft.bill());
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
