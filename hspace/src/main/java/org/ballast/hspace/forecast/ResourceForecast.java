package org.ballast.hspace.forecast;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The forecast of one resource.
 *
 * @param resource the resource
 * @param observations the days that count, the oldest first; there is at least one
 * @param capacity MiB or number there is; empty where it is unknown
 * @param outlook whether there is a trend, and which
 * @param runOut when it runs out; empty where it need not, or where the capacity is unknown
 */
public record ResourceForecast(
        ForecastResource resource,
        List<Observation> observations,
        OptionalDouble capacity,
        UsageOutlook outlook,
        Optional<RunOut> runOut) {

    /** Copies the observations. */
    public ResourceForecast {
        observations = List.copyOf(observations);
    }

    /** Returns what was in use on the last day, in MiB or a number. */
    public double used() {
        return observations.getLast().used();
    }
}
