package org.ballast.hspace.forecast;

import java.util.List;

/** The expected course of a resource's usage. */
public sealed interface UsageOutlook {

    /**
     * Growing usage.
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

    /** Usage without growth from which to tell a day. */
    sealed interface NoTrend extends UsageOutlook {}

    /**
     * Too few days to tell any trend from chance, however steady.
     *
     * @param needed how many days it takes at least
     */
    record TooFewPoints(int needed) implements NoTrend {}

    /**
     * Ups and downs that chance explains.
     *
     * @param pValue how likely chance alone makes a series rise or fall as steadily, from 0 to 1
     */
    record NotSignificant(double pValue) implements NoTrend {}

    /**
     * Steps: usage that changed less often than it stayed, so that no slope leads on from it.
     *
     * @param pValue how likely chance alone makes a series rise or fall as steadily, from 0 to 1
     */
    record Steps(double pValue) implements NoTrend {}

    /**
     * Falling usage.
     *
     * @param trend how fast; the slope is negative
     */
    record Falling(Trend trend) implements NoTrend {}
}
