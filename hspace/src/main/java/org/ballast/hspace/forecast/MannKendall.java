package org.ballast.hspace.forecast;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The test of Mann and Kendall: is there a trend at all? It sums up, over every two points, the sign of the later one
 * minus the earlier one. Without a trend ups and downs cancel out.
 *
 * <p>Up to {@value #EXACT} independent points without ties the distribution of the sum is counted out; otherwise it is
 * taken as normal, with its variance reduced for ties and a continuity correction of one. Of points that resemble those
 * before, the variance is larger; how much so {@link Persistence} tells.
 *
 * <p>Sources: H. B. Mann, Nonparametric tests against trend, Econometrica 13, 1945; M. G. Kendall, Rank Correlation
 * Methods, 4th edition, 1975; R. O. Gilbert, Statistical Methods for Environmental Pollution Monitoring, 1987, chapter 16.
 */
final class MannKendall {
    private static final int EXACT = 10;
    private static final NormalDistribution NORMAL = new NormalDistribution(0, 1);

    private final int size;
    private final long signs;
    private final double variance;
    private final boolean hasTies;

    MannKendall(UsageSeries series) {
        size = series.size();
        long sum = 0;
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = series.used(i);
            for (int j = i + 1; j < size; j++) {
                sum += Double.compare(series.used(j), series.used(i));
            }
        }
        signs = sum;
        Arrays.sort(values);
        double ties = ties(values);
        hasTies = ties > 0;
        variance = variance(size) - ties;
    }

    /**
     * Returns how likely chance alone gives a sum of signs as far from zero as this one, or farther.
     *
     * @param inflation how many times larger the variance is than that of independent points, 1 or more
     */
    double pValue(double inflation) {
        if (variance <= 0) {
            return 1;
        }
        if (size <= EXACT && !hasTies && inflation == 1) {
            return exact();
        }
        double distance = Math.max(0, Math.abs(signs) - 1) / Math.sqrt(variance * inflation);
        return Math.min(1, 2 * NORMAL.cumulativeProbability(-distance));
    }

    /** Returns the largest sum of signs that chance explains at this confidence, from 0 to 1, whatever ties there are. */
    double plausibleSigns(double confidence, double inflation) {
        return NORMAL.inverseCumulativeProbability((1 + confidence) / 2) * Math.sqrt(variance(size) * inflation);
    }

    private static double variance(double points) {
        return points * (points - 1) * (2 * points + 5) / 18;
    }

    private static double ties(double[] sorted) {
        double ties = 0;
        int start = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[start]) {
                ties += variance(i - start);
                start = i;
            }
        }
        return ties;
    }

    /** Counts the orders of the points by their number of pairs that go down, one point after another. */
    private double exact() {
        int pairs = size * (size - 1) / 2;
        long[] orders = new long[pairs + 1];
        orders[0] = 1;
        long all = 1;
        for (int points = 2; points <= size; points++) {
            long[] next = new long[pairs + 1];
            for (int down = 0; down <= pairs; down++) {
                for (int added = 0; added < points && added <= down; added++) {
                    next[down] += orders[down - added];
                }
            }
            orders = next;
            all *= points;
        }
        long asFar = 0;
        for (int down = 0; down <= pairs; down++) {
            asFar += Math.abs(pairs - 2 * down) >= Math.abs(signs) ? orders[down] : 0;
        }
        return (double) asFar / all;
    }
}
