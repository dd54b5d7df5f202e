package org.ballast.hspace.forecast;

import java.util.List;

/** The expected course of a resource's usage. */
public sealed interface UsageOutlook {

    /**
     * It grows.
     *
     * @param trend how fast
     * @param curve the fitted line from the first observation to beyond the day it runs out or, if that is far, to
     *     three times the length of the history beyond its end
     */
    record Growing(Trend trend, List<CurvePoint> curve) implements UsageOutlook {
        /** Copies the curve. */
        public Growing {
            curve = List.copyOf(curve);
        }
    }

    /** There is no growth from which to tell a day. */
    sealed interface NoTrend extends UsageOutlook {}

    /**
     * No trend could be told from chance with so few days, however steady it was.
     *
     * @param needed how many days it takes at least
     */
    record TooFewPoints(int needed) implements NoTrend {}

    /**
     * Chance explains the ups and downs.
     *
     * @param pValue how likely chance alone makes a series rise or fall as steadily, from 0 to 1
     */
    record NotSignificant(double pValue) implements NoTrend {}

    /**
     * Usage changed less often than it stayed as it was: there were steps, but no slope leads on from them.
     *
     * @param pValue how likely chance alone makes a series rise or fall as steadily, from 0 to 1
     */
    record Steps(double pValue) implements NoTrend {}

    /**
     * Usage shrinks.
     *
     * @param trend how fast; the slope is negative
     */
    record Falling(Trend trend) implements NoTrend {}
}
