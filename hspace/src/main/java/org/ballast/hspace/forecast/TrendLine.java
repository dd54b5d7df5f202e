package org.ballast.hspace.forecast;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * A straight line through a series, and limits for the usage on single days. The limits add up, as independent errors
 * do, how far the usage of a day is from the line, how far the line may be from the true one in the middle of the
 * history, and how far the true slope may lead away from there.
 *
 * <p>The line goes through the median of what is left above its slope. How far days are from it is taken from the
 * distance between the percentiles that enclose the middle 68 % of them, which is two standard deviations of normal noise
 * and does not see up to a seventh of outliers on either side.
 */
final class TrendLine {
    /** More points would give more pairs than are worth their time: of this many there are 130,816. */
    private static final int MOST_POINTS = 512;
    /** Residuals below this part of the usage are what rounding leaves. */
    private static final double ROUNDING = 1e-9;

    private static final double LOWER_DEVIATION = 15.87;
    private static final double UPPER_DEVIATION = 84.13;
    /** Fewer degrees of freedom would say that nothing is known, which is not true of a line that fits. */
    private static final double LEAST_FREEDOM = 3;
    /** A line takes no more than this part of the noise's variance with it. */
    private static final double MOST_ABSORBED = 0.75;

    private final double origin;
    private final double level;
    private final double slope;
    private final PairwiseSlopes slopes;
    private final MannKendall test;
    private final double inflation;
    private final double noise;
    private final double levelError;
    private final TDistribution errors;

    TrendLine(UsageSeries all) {
        UsageSeries series = all.thinned(MOST_POINTS);
        slopes = new PairwiseSlopes(series);
        slope = slopes.median();
        origin = series.medianDay();
        double[] heights = series.above(slope, origin);
        level = new Median().evaluate(heights);
        Persistence persistence = new Persistence(series, residuals(heights));
        test = new MannKendall(series);
        inflation = persistence.inflationOfSigns();
        double inflationOfMean = persistence.inflationOfMean();
        double absorbed = Math.min(MOST_ABSORBED, (inflation + inflationOfMean) / series.size());
        noise = deviation(residuals(all.above(slope, origin))) / Math.sqrt(1 - absorbed);
        // A median varies more than a mean does, by half of pi for normal noise.
        levelError = noise * Math.sqrt(Math.PI / 2 * inflationOfMean / series.size());
        errors = new TDistribution(Math.max(LEAST_FREEDOM, series.size() / inflationOfMean - 2));
    }

    double slope() {
        return slope;
    }

    double pValue() {
        return test.pValue(inflation);
    }

    /** Returns the limits of the slope at this confidence, from 0 to 1. */
    Interval slope(double confidence) {
        return slopes.within(test.plausibleSigns(confidence, inflation));
    }

    double at(double day) {
        return level + slope * (day - origin);
    }

    /** Returns the limits at this confidence for the usage on any day. */
    Band band(double confidence) {
        double quantile = errors.inverseCumulativeProbability((1 + confidence) / 2);
        return new Band(slope(confidence), quantile * together(noise, levelError));
    }

    /** The limits at one confidence. */
    final class Band {
        private final Interval slopes;
        private final double aroundOrigin;

        private Band(Interval slopes, double aroundOrigin) {
            this.slopes = slopes;
            this.aroundOrigin = aroundOrigin;
        }

        double low(double day) {
            double away = day - origin;
            double tilt = away < 0 ? slopes.high() : slopes.low();
            return at(day) - together(aroundOrigin, (slope - tilt) * away);
        }

        double high(double day) {
            double away = day - origin;
            double tilt = away < 0 ? slopes.low() : slopes.high();
            return at(day) + together(aroundOrigin, (tilt - slope) * away);
        }
    }

    /** What {@link Math#hypot} does, whose care for the last bit would take most of the time of a forecast. */
    private static double together(double oneError, double otherError) {
        return Math.sqrt(oneError * oneError + otherError * otherError);
    }

    private double[] residuals(double[] heights) {
        double[] residuals = new double[heights.length];
        for (int i = 0; i < heights.length; i++) {
            double residual = heights[i] - level;
            residuals[i] = Math.abs(residual) <= ROUNDING * Math.abs(level) ? 0 : residual;
        }
        return residuals;
    }

    private static double deviation(double[] residuals) {
        Percentile percentile = new Percentile();
        percentile.setData(residuals);
        return (percentile.evaluate(UPPER_DEVIATION) - percentile.evaluate(LOWER_DEVIATION)) / 2;
    }
}
