package org.ballast.optimizer.target;

import java.util.OptionalDouble;
import org.ballast.optimizer.cost.Limits;

/**
 * The order of targets from better to worse: fewer placement rules broken; then the goal reached, or missed by less;
 * then the lower score, with what its data is worth added, or once a goal is reached the lower cost.
 *
 * @param price what data is worth, in units of the score for each MiB
 * @param limits how much change is accepted at most; the time it takes is ignored
 * @param work how many seconds all moves may take one after another
 * @param goal a score; of targets that reach it the cheapest one is best
 */
public record Objective(double price, Limits limits, OptionalDouble work, OptionalDouble goal) {
    /** What a move adds to the data of a target where the cheapest one is wanted, in MiB. */
    static final double MOVE_MIB = 64;

    /** What a restart adds to the data of a target: an instance that may not be migrated live is not moved for little. */
    static final double RESTART_MIB = 4096;

    /** A GiB must gain this much in a group of one node, where no option says what it is worth. */
    private static final double USUAL_PRICE = 0.002;
    /** Between targets of equal score the one with less data is better. */
    private static final double LEAST_PRICE = 1e-9;

    private static final double MIB = 1.0 / 1024;

    /**
     * Returns the price of data where no option names one. The more nodes there are, the less a single move changes the
     * score, so a price is shared by all nodes. Where limits or a goal bound the change there is next to no price.
     *
     * @param nodes how many nodes take instances
     * @return units of the score for each MiB
     */
    public static double usualPrice(int nodes, Limits limits, OptionalDouble goal) {
        return limits.isLimited() || goal.isPresent() ? LEAST_PRICE * MIB : USUAL_PRICE * MIB / Math.max(1, nodes);
    }

    /** Creates an objective without a goal. */
    public static Objective of(double price, Limits limits) {
        return new Objective(price, limits, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** Returns this objective with a limit on all work. */
    public Objective withWork(OptionalDouble seconds) {
        return new Objective(price, limits, seconds, goal);
    }

    /** Returns whether the limits admit a target of this cost. */
    public boolean admits(ChangeCost changeCost) {
        return changeCost.within(limits) && changeCost.work() <= work.orElse(Double.POSITIVE_INFINITY);
    }

    /** Returns how good a target is. */
    public Standing standing(int violations, double score, ChangeCost changeCost) {
        double shortfall = goal.isPresent() ? Math.max(0, score - goal.getAsDouble()) : 0;
        boolean countsCost = goal.isPresent() && shortfall == 0;
        double data = changeCost.dataMib() + RESTART_MIB * changeCost.restarts();
        double value = countsCost ? data + MOVE_MIB * changeCost.moves() : score + price * data;
        return new Standing(violations, shortfall, value);
    }

    /**
     * The rank of a target; less is better.
     *
     * @param violations the weight of broken placement rules
     * @param shortfall by how much the goal is missed
     * @param value what is minimised then
     */
    public record Standing(int violations, double shortfall, double value) implements Comparable<Standing> {
        /** Worse than any target. */
        public static final Standing WORST =
                new Standing(Integer.MAX_VALUE, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

        @Override
        public int compareTo(Standing other) {
            int byRules = Integer.compare(violations, other.violations);
            int byGoal = byRules != 0 ? byRules : Double.compare(shortfall, other.shortfall);
            return byGoal != 0 ? byGoal : Double.compare(value, other.value);
        }
    }
}
