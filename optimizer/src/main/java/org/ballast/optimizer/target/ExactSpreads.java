package org.ballast.optimizer.target;

import java.util.Arrays;
import org.ballast.planner.score.SpreadTable;

/**
 * The spread rows of one group's score in whole numbers. Figures are taken relative to the mean at the start and
 * counted in a small unit of each row, so that sums and sums of squares are exact: whatever is tried out and taken
 * back, and in whatever order, equal placements have equal scores to the last bit.
 */
final class ExactSpreads {
    /** Squares of figures add up to less than 2^62 if the figures add up to no more than this many units. */
    private static final double LARGEST_SUM = 0x1p31;

    private final int columns;
    private final int nodes;
    private final double share;
    private final int reserved;
    /** What a column adds to the score for each unit of its deviation. */
    private final double[] weight;
    /** Units for each MiB, vCPU, ... of demand, by node and column. */
    private final double[] scale;
    /** Units for each MiB of reserved memory, by node. */
    private final double[] reservedScale;

    private final double reservedUnit;
    private final double[] asPrimary;
    private final double[] asSecondary;
    private final long[] figures;
    /** The same figures, scales and reserves once more by column, for loops over all nodes. */
    private final double[][] figuresOf;

    private final double[][] scaleOf;
    private final double[] reservedMib;
    private final long[] sum;
    private final long[] squares;
    /** What each column adds to the score now. */
    private final double[] parts;

    private final long[] sumChange;
    private final long[] squaresChange;

    ExactSpreads(SpreadTable table, int instances) {
        columns = table.columns;
        nodes = table.nodes;
        share = nodes == 0 ? 0 : 1.0 / nodes;
        reserved = table.reserved;
        weight = new double[columns];
        scale = new double[nodes * columns];
        reservedScale = new double[nodes];
        asPrimary = new double[instances * columns];
        asSecondary = new double[instances * columns];
        figures = new long[nodes * columns];
        figuresOf = new double[columns][nodes];
        scaleOf = new double[columns][nodes];
        reservedMib = new double[nodes];
        sum = new long[columns];
        squares = new long[columns];
        parts = new double[columns];
        sumChange = new long[columns];
        squaresChange = new long[columns];
        double ofReserved = 1;
        for (int c = 0; c < columns; c++) {
            double unit = largestSum(table, c) / LARGEST_SUM;
            weight[c] = table.weight[c] * unit;
            for (int i = 0; i < instances; i++) {
                asPrimary[i * columns + c] = table.asPrimary[c][i];
                asSecondary[i * columns + c] = table.asSecondary[c][i];
            }
            for (int k = 0; k < nodes; k++) {
                scale[k * columns + c] = c == reserved ? 0 : table.scale[c][k] / unit;
                figures[k * columns + c] = Math.round(table.y[c][k] / unit);
                scaleOf[c][k] = table.scale[c][k] / unit;
                figuresOf[c][k] = figures[k * columns + c];
            }
            if (c == reserved) {
                ofReserved = unit;
                for (int k = 0; k < nodes; k++) {
                    reservedScale[k] = table.scale[c][k] / unit;
                }
            }
        }
        reservedUnit = ofReserved;
        for (int at = 0; at < figures.length; at++) {
            sum[at % columns] += figures[at];
            squares[at % columns] += figures[at] * figures[at];
        }
        for (int c = 0; c < columns; c++) {
            parts[c] = part(c, sum[c], squares[c]);
        }
    }

    /** Returns a bound of what all figures of a column can add up to, wherever the instances are. */
    private static double largestSum(SpreadTable table, int c) {
        double largestScale = 0;
        double bound = 1;
        for (int k = 0; k < table.nodes; k++) {
            largestScale = Math.max(largestScale, Math.abs(table.scale[c][k]));
            bound += Math.abs(table.y[c][k]);
        }
        double demand = 0;
        for (int i = 0; i < table.asPrimary[c].length; i++) {
            demand += Math.abs(table.asPrimary[c][i]) + Math.abs(table.asSecondary[c][i]);
        }
        // No node can reserve more than all of its memory without being refused instances.
        return bound + (c == table.reserved ? table.nodes : 2 * largestScale * demand);
    }

    /** Returns what the rows add to the score. */
    double score() {
        double score = 0;
        for (int c = 0; c < columns; c++) {
            score += parts[c];
        }
        return score;
    }

    private double part(int c, long sumOfFigures, long sumOfSquares) {
        double mean = sumOfFigures * share;
        return weight[c] * Math.sqrt(Math.max(0, sumOfSquares * share - mean * mean));
    }

    /** Returns a sum of ratios of reserved memory for a sum of changes in this class's units. */
    double reservedRatio() {
        return reservedUnit * sum[reserved];
    }

    /** Starts to try something out. */
    void begin() {
        Arrays.fill(sumChange, 0);
        Arrays.fill(squaresChange, 0);
    }

    /** Tries a change of an instance's role on the node at a position; memory is MiB reserved there. */
    void tryRole(int k, int i, Role before, Role after, long reservedBefore, long reservedAfter) {
        int base = k * columns;
        if (before != after) {
            for (int c = 0; c < columns; c++) {
                note(c, base + c, units(base + c, c, i, after) - units(base + c, c, i, before));
            }
        }
        if (reservedBefore != reservedAfter) {
            note(reserved, base + reserved, reservedUnits(k, reservedAfter) - reservedUnits(k, reservedBefore));
        }
    }

    private void note(int c, int at, long change) {
        sumChange[c] += change;
        squaresChange[c] += change * (2 * figures[at] + change);
    }

    private long units(int at, int c, int i, Role role) {
        return switch (role) {
            case NONE -> 0;
            case PRIMARY -> (long) Math.rint(scale[at] * asPrimary[i * columns + c]);
            case SECONDARY -> (long) Math.rint(scale[at] * asSecondary[i * columns + c]);
        };
    }

    private long reservedUnits(int k, long memory) {
        return (long) Math.rint(reservedScale[k] * memory);
    }

    /** Returns by how much the rows would raise the score with all that was tried since {@link #begin}. */
    double rise() {
        double rise = 0;
        for (int c = 0; c < columns; c++) {
            if (sumChange[c] != 0 || squaresChange[c] != 0) {
                rise += part(c, sum[c] + sumChange[c], squares[c] + squaresChange[c]) - parts[c];
            }
        }
        return rise;
    }

    /** Returns by how much the ratios of reserved memory would rise altogether. */
    double reservedRise() {
        return reservedUnit * sumChange[reserved];
    }

    /**
     * Estimates by how much these rows would raise the score if an instance came to each of the nodes, on top of what
     * was tried since {@link #begin}.
     *
     * @param needed memory (MiB) that a node reserves for it at least
     * @param ofReserved the weight of the sum of all ratios of reserved memory
     * @param from the first position of interest
     * @param to the position after the last one
     * @param rises one number for each node, by position
     */
    void scan(int i, Role role, long needed, double ofReserved, int from, int to, double[] rises) {
        double[] demand = role == Role.PRIMARY ? asPrimary : asSecondary;
        double constant = ofReserved * reservedRise();
        for (int c = 0; c < columns; c++) {
            if (isConstant(c, i, demand, needed)) {
                constant += part(c, sum[c] + sumChange[c], squares[c] + squaresChange[c]) - parts[c];
            } else {
                constant -= parts[c];
            }
        }
        Arrays.fill(rises, from, to, constant);
        for (int c = 0; c < columns; c++) {
            if (!isConstant(c, i, demand, needed)) {
                double square = (double) (squares[c] + squaresChange[c]);
                double total = (double) (sum[c] + sumChange[c]);
                if (c == reserved) {
                    addReserves((double) needed, square, total, ofReserved * reservedUnit, from, to, rises);
                } else {
                    addColumn(c, demand[i * columns + c], square, total, from, to, rises);
                }
            }
        }
    }

    private boolean isConstant(int c, int i, double[] demand, long needed) {
        return c == reserved ? needed == 0 : demand[i * columns + c] == 0;
    }

    private void addColumn(int c, double demand, double square, double total, int from, int to, double[] rises) {
        double[] y = figuresOf[c];
        double[] unit = scaleOf[c];
        double factor = weight[c];
        double part = share;
        for (int k = from; k < to; k++) {
            double change = unit[k] * demand;
            double mean = (total + change) * part;
            double variance = (square + change * (2 * y[k] + change)) * part - mean * mean;
            rises[k] += factor * Math.sqrt(Math.abs(variance));
        }
    }

    private void addReserves(
            double needed, double square, double total, double ofUnit, int from, int to, double[] rises) {
        double[] y = figuresOf[reserved];
        double factor = weight[reserved];
        double part = share;
        for (int k = from; k < to; k++) {
            double change = reservedScale[k] * (Math.max(reservedMib[k], needed) - reservedMib[k]);
            double mean = (total + change) * part;
            double variance = (square + change * (2 * y[k] + change)) * part - mean * mean;
            rises[k] += factor * Math.sqrt(Math.abs(variance)) + ofUnit * change;
        }
    }

    /** Sets the memory (MiB) that a node reserves at the start. */
    void reserves(int k, long memory) {
        reservedMib[k] = memory;
    }

    /** Enters a change of an instance's role on the node at a position. */
    void enter(int k, int i, Role before, Role after, long reservedBefore, long reservedAfter) {
        begin();
        tryRole(k, i, before, after, reservedBefore, reservedAfter);
        reservedMib[k] = reservedAfter;
        int base = k * columns;
        for (int c = 0; c < columns; c++) {
            figures[base + c] += sumChange[c];
            figuresOf[c][k] = figures[base + c];
            sum[c] += sumChange[c];
            squares[c] += squaresChange[c];
            parts[c] = part(c, sum[c], squares[c]);
        }
    }

    /** The role of an instance on a node. */
    enum Role {
        /** It has nothing there. */
        NONE,
        /** It runs there. */
        PRIMARY,
        /** It has the second copy of its disks there. */
        SECONDARY
    }
}
