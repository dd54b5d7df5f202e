package org.ballast.hspace.forecast;

/**
 * The trend of usage.
 *
 * @param slope MiB or number a day
 * @param slope80 between what the true slope is with 80 % certainty
 * @param slope95 between what the true slope is with 95 % certainty
 * @param pValue how likely chance alone makes a series rise or fall as steadily, from 0 to 1
 */
public record Trend(double slope, Interval slope80, Interval slope95, double pValue) {

    static Trend of(TrendLine line) {
        return new Trend(line.slope(), line.slope(Confidence.LIKELY), line.slope(Confidence.SURE), line.pValue());
    }
}
