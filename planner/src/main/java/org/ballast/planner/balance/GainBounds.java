package org.ballast.planner.balance;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ballast.planner.score.MoveEstimate;
import org.ballast.planner.score.SpreadTable;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;

/**
 * Upper bounds of what each instance's moves may gain, carried over from state to state.
 *
 * <p>A committed move touches at most three nodes. Instances that have one of them must be weighed again. For any other
 * instance two things change. First, moves to a touched node: they are bounded by what leaving gains (the instance's
 * reach, kept from when it was weighed) plus what arriving gains, half of what either would gain if it came twice,
 * because {@code sqrt(V) - sqrt(V + D)} is convex in {@code D}. Second, the sums of squares {@code V} of all columns:
 * moves to untouched nodes change them by the same {@code D} as before, so the gain differs by
 *
 * <pre>    (sqrt(V') - sqrt(V' + D)) - (sqrt(V) - sqrt(V + D))</pre>
 *
 * which is monotonic in {@code D} and 0 at {@code D = 0}: it is at most {@code |D|} times a factor that depends on the
 * column and the largest {@code |D|} alone. That makes the update a few multiplications an instance, done in loops over
 * flat arrays. Figures are relative to their mean; when the mean shifts, {@code D} does by twice the shift times the
 * change of the sum, which is allowed for in the same way.
 */
public final class GainBounds {
    private final ClusterState state;
    private final MoveScan scan;
    private final MoveEstimate estimate;
    private final TargetScan targets;
    private final SpreadTable spread;
    private final int[] rankOf;
    private final int size;
    /** Ranks of the instances that must be weighed in every state. */
    private final int[] inseparable;

    private final double[] bound;
    private final double[] primaryReach;
    private final double[] secondaryReach;
    private final double[][] fall;
    private final double[][] rise;
    private final double[][] shift;
    private final double[][] arrival;
    private final double[] largestArrival;
    private final double[][] asPrimary;
    private final double[][] asSecondary;
    private final boolean[] reserves;

    private final double[] squaresBefore;
    private final double[] meanBefore;
    private final double[] extentBefore;
    private final double[] drift;
    private final double[] reach;

    private final boolean[] weighed;
    private int[] queue = new int[0];
    private int queueAt;
    private int unknownAt;
    private Stage stage = Stage.MOST_PROMISING;

    /** Which instances are handed out. */
    private enum Stage {
        MOST_PROMISING,
        UNKNOWN,
        FALLING_BOUNDS
    }

    /** Knows no bounds yet: every instance must be weighed. */
    public GainBounds(ClusterState state, MoveScan scan, int[] instances) {
        this.state = state;
        this.scan = scan;
        estimate = scan.estimate();
        targets = scan.targets();
        spread = estimate.spread;
        size = instances.length;
        int columns = spread.columns;
        rankOf = new int[state.instances.count];
        Arrays.fill(rankOf, -1);
        reserves = new boolean[size];
        bound = new double[size];
        primaryReach = new double[size];
        secondaryReach = new double[size];
        weighed = new boolean[size];
        drift = new double[size];
        reach = new double[size];
        fall = new double[columns][size];
        rise = new double[columns][size];
        shift = new double[columns][size];
        arrival = new double[columns][size];
        asPrimary = new double[columns][size];
        asSecondary = new double[columns][size];
        largestArrival = new double[columns];
        squaresBefore = new double[columns];
        meanBefore = new double[columns];
        extentBefore = new double[columns];
        Arrays.fill(bound, Double.POSITIVE_INFINITY);
        for (int rank = 0; rank < size; rank++) {
            int i = instances[rank];
            rankOf[i] = rank;
            reserves[rank] = state.instances.reservesMemory[i] && state.instances.mirrored[i];
            for (int c = 0; c < columns; c++) {
                arrival[c][rank] = targets.largestChange(c, i);
                largestArrival[c] = Math.max(largestArrival[c], arrival[c][rank]);
                asPrimary[c][rank] = spread.asPrimary[c][i];
                asSecondary[c][rank] = spread.asSecondary[c][i];
            }
        }
        inseparable = IntStream.range(0, size)
                .filter(rank -> !scan.isSeparable(instances[rank]))
                .toArray();
        remember();
    }

    private void remember() {
        System.arraycopy(spread.squares, 0, squaresBefore, 0, spread.columns);
        System.arraycopy(spread.mean, 0, meanBefore, 0, spread.columns);
        for (int c = 0; c < spread.columns; c++) {
            extentBefore[c] = targets.extent(c);
        }
    }

    /** Starts over with the instances to be weighed in the present state. */
    public void begin() {
        Arrays.fill(weighed, false);
        unknownAt = 0;
        stage = Stage.MOST_PROMISING;
    }

    /**
     * Returns the rank of an instance that was not weighed in this state and may reach the given gain, or -1 if there
     * is none. First comes the one with the highest bound, because a high gain found early saves work on the others;
     * then those without a bound, then by falling bounds.
     */
    public int next(double gain) {
        if (stage == Stage.MOST_PROMISING) {
            stage = Stage.UNKNOWN;
            int first = mostPromising(gain);
            if (first >= 0) {
                return first;
            }
        }
        if (stage == Stage.UNKNOWN) {
            while (unknownAt < size) {
                int rank = unknownAt++;
                if (bound[rank] == Double.POSITIVE_INFINITY) {
                    return rank;
                }
            }
            stage = Stage.FALLING_BOUNDS;
            queueAt = 0;
            queue = byFallingBound(gain);
        }
        if (queueAt < queue.length && bound[queue[queueAt]] >= gain) {
            return queue[queueAt++];
        }
        return -1;
    }

    private int mostPromising(double gain) {
        int best = -1;
        double highest = gain;
        for (int rank = 0; rank < size; rank++) {
            if (bound[rank] >= highest && bound[rank] != Double.POSITIVE_INFINITY) {
                best = rank;
                highest = bound[rank];
            }
        }
        return best;
    }

    private int[] byFallingBound(double gain) {
        return IntStream.range(0, size)
                .filter(rank -> !weighed[rank] && bound[rank] >= gain)
                .boxed()
                .sorted((a, b) -> Double.compare(bound[b], bound[a]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Keeps the result of the scan just made of the instance with this rank. */
    public void weighed(int rank, double gainBound) {
        weighed[rank] = true;
        bound[rank] = gainBound;
        primaryReach[rank] = scan.primaryReach();
        secondaryReach[rank] = scan.secondaryReach();
        for (int c = 0; c < spread.columns; c++) {
            fall[c][rank] = scan.leavingFall(c);
            rise[c][rank] = scan.leavingRise(c);
            shift[c][rank] = scan.leavingShift(c);
        }
    }

    /** Follows a commit that the score sheet has followed already. */
    public void follow(Trial committed) {
        remember();
        scan.refresh();
        if (!carryOver()) {
            Arrays.fill(bound, Double.POSITIVE_INFINITY);
            return;
        }
        for (int t = 0; t < committed.touchedCount(); t++) {
            int k = estimate.position(committed.touched(t).node);
            if (k >= 0) {
                raiseByTarget(k);
            }
        }
        for (int t = 0; t < committed.touchedCount(); t++) {
            forgetResidents(committed.touched(t).node);
        }
        forget(committed.instance());
        for (int rank : inseparable) {
            bound[rank] = Double.POSITIVE_INFINITY;
        }
    }

    private void forgetResidents(int node) {
        for (int i = state.primaries.first(node); i >= 0; i = state.primaries.next(i)) {
            forget(i);
        }
        for (int i = state.secondaries.first(node); i >= 0; i = state.secondaries.next(i)) {
            forget(i);
        }
    }

    private void forget(int i) {
        if (rankOf[i] >= 0) {
            bound[rankOf[i]] = Double.POSITIVE_INFINITY;
        }
    }

    /**
     * Raises all bounds by what the changed sums of squares and means may add; returns false if that is without limit.
     */
    private boolean carryOver() {
        Arrays.fill(drift, 1e-14);
        for (int c = 0; c < spread.columns; c++) {
            double v = squaresBefore[c];
            double w = spread.squares[c];
            double mean = Math.abs(spread.mean[c] - meanBefore[c]);
            if ((v == w && mean == 0) || !isMoved(c)) {
                continue;
            }
            double extent = Math.max(extentBefore[c], targets.extent(c));
            double most = largestArrival[c];
            double perArrivalFall = 2 * extent + 2 * most / spread.nodes;
            double deepest =
                    Math.min(2 * (Arrays.stream(fall[c]).max().orElse(0) + most * perArrivalFall), Math.min(v, w));
            double unit = spread.weight[c] / Math.sqrt(spread.nodes);
            double meanFactor = unit * mean / Math.sqrt(w - deepest);
            double factor = w < v
                    ? unit * (1 / (Math.sqrt(w) + Math.sqrt(w - deepest)) - 1 / (Math.sqrt(v) + Math.sqrt(v - deepest)))
                    : unit * (1 / (2 * Math.sqrt(v)) - 1 / (2 * Math.sqrt(w)));
            if (mean == 0) {
                meanFactor = 0;
            }
            if (!Double.isFinite(factor) || !Double.isFinite(meanFactor)) {
                return false;
            }
            double[] leaving = w < v ? fall[c] : rise[c];
            double perArrival = w < v ? perArrivalFall : 2 * extent + most;
            addDrift(leaving, shift[c], arrival[c], factor, perArrival, meanFactor);
            addShift(fall[c], shift[c], 2 * mean);
            addShift(rise[c], shift[c], 2 * mean);
        }
        for (int rank = 0; rank < size; rank++) {
            bound[rank] += drift[rank];
            primaryReach[rank] += drift[rank];
            secondaryReach[rank] += drift[rank];
        }
        return true;
    }

    private boolean isMoved(int c) {
        return largestArrival[c] > 0 || Arrays.stream(shift[c]).anyMatch(each -> each > 0);
    }

    private void addDrift(
            double[] leaving, double[] shifts, double[] arrivals, double factor, double perArrival, double meanFactor) {
        for (int rank = 0; rank < size; rank++) {
            drift[rank] += factor * (leaving[rank] + arrivals[rank] * perArrival)
                    + meanFactor * (shifts[rank] + arrivals[rank]);
        }
    }

    private void addShift(double[] into, double[] shifts, double mean) {
        for (int rank = 0; rank < size; rank++) {
            into[rank] += shifts[rank] * mean;
        }
    }

    /** Raises the bounds to what moves to a touched node may gain now. */
    private void raiseByTarget(int k) {
        double healed = -targets.healing(k);
        Arrays.fill(reach, healed);
        for (int c = 0; c < spread.columns; c++) {
            if (c != spread.reserved) {
                addArrival(c, k, asPrimary[c]);
            }
        }
        raise(primaryReach);
        Arrays.fill(reach, healed);
        for (int c = 0; c < spread.columns; c++) {
            if (c == spread.reserved) {
                addReserve(c, k);
            } else {
                addArrival(c, k, asSecondary[c]);
            }
        }
        raise(secondaryReach);
    }

    private void raise(double[] leavingReach) {
        for (int rank = 0; rank < size; rank++) {
            bound[rank] = Math.max(bound[rank], leavingReach[rank] + reach[rank]);
        }
    }

    private void addArrival(int c, int k, double[] demand) {
        double v = spread.squares[c];
        double y = spread.y[c][k];
        double scale = spread.scale[c][k];
        double least = largestArrival[c] * 2 * Math.abs(y) + 2 * largestArrival[c] * largestArrival[c] / spread.nodes;
        double z0 = -2 * least / v;
        double z1 = 2 * largestArrival[c] * (2 * Math.abs(y) + largestArrival[c]) / v;
        double quadratic = 1 - 2.0 / spread.nodes;
        if (RootBound.isNarrow(z0, z1)) {
            double unit = estimate.parts[c] / v;
            double slope = unit / 2;
            double bend = 2 * RootBound.bend(z0) * unit / v;
            for (int rank = 0; rank < size; rank++) {
                double change = demand[rank] * scale;
                double d = change * (2 * y + change * quadratic);
                reach[rank] -= d * (slope - bend * d);
            }
        } else {
            for (int rank = 0; rank < size; rank++) {
                double change = demand[rank] * scale;
                if (change != 0) {
                    double d = change * (2 * y + change * quadratic);
                    reach[rank] += (estimate.parts[c] - spread.score(c, v + 2 * d)) / 2;
                }
            }
        }
    }

    /** Adds what a larger reserve may gain: at most what bringing the node to the mean does. */
    private void addReserve(int c, int k) {
        double v = spread.squares[c];
        double y = Math.min(0, spread.y[c][k]);
        double loss = 2 * largestArrival[c] * largestArrival[c] / spread.nodes;
        double gain = (estimate.parts[c] - spread.score(c, v - 2 * (y * y + loss))) / 2;
        for (int rank = 0; rank < size; rank++) {
            if (reserves[rank]) {
                reach[rank] += gain;
            }
        }
    }
}
