package org.ballast.hspace.forecast;

import java.util.Arrays;

/**
 * The slopes between every two points of a series, of which the median is the slope of the series: more than a quarter
 * of all points may be wrong by any amount before it is.
 *
 * <p>A confidence interval counts from the middle of the sorted slopes: the sum of signs of a series that is tilted by a
 * slope changes by two wherever the slope passes that of a pair, so that slopes are plausible as long as that sum is.
 *
 * <p>Sources: H. Theil, A rank-invariant method of linear and polynomial regression analysis, 1950; P. K. Sen, Estimates
 * of the regression coefficient based on Kendall's tau, Journal of the American Statistical Association 63, 1968.
 */
final class PairwiseSlopes {
    private final double[] sorted;

    PairwiseSlopes(UsageSeries series) {
        int size = series.size();
        sorted = new double[size * (size - 1) / 2];
        int count = 0;
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                sorted[count] = (series.used(j) - series.used(i)) / (series.day(j) - series.day(i));
                count++;
            }
        }
        Arrays.sort(sorted);
    }

    double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /**
     * Returns the slopes that a sum of signs within these limits allows; where even the last pair is within, its slope.
     *
     * @param signs the largest sum of signs that chance explains, 0 or more
     */
    Interval within(double signs) {
        int last = sorted.length - 1;
        double low = Math.floor((sorted.length - signs) / 2) - 1;
        double high = Math.ceil((sorted.length + signs) / 2);
        return new Interval(sorted[(int) Math.max(0, low)], sorted[(int) Math.min(last, high)]);
    }
}
