package org.ballast.hspace.forecast;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A forecast of the days on which the resources of a cluster run out.
 *
 * @param today the day of the forecast
 * @param resources what is to be expected of each resource of which there are observations
 * @param first when the first of them runs out; empty if there is no growth and nothing is exhausted
 */
public record Forecast(LocalDate today, List<ResourceForecast> resources, Optional<FirstRunOut> first) {
    /** Of fewer days than this even the steadiest series is one in 12 that chance gives. */
    private static final int LEAST_POINTS = 5;
    /** A trend is one that chance gives in fewer than one of 20 series. */
    private static final double SIGNIFICANT = 0.05;

    /** Copies the forecasts. */
    public Forecast {
        resources = List.copyOf(resources);
    }

    /** Makes a forecast against the newest totals of the history. */
    public static Forecast of(History history, LocalDate today) {
        return of(history, today, Map.of());
    }

    /**
     * Makes a forecast.
     *
     * @param today from when on to look ahead
     * @param capacities MiB or number there is, for resources of which more is known than the newest total
     */
    public static Forecast of(History history, LocalDate today, Map<ForecastResource, Double> capacities) {
        List<ResourceForecast> resources = history.observations().entrySet().stream()
                .map(entry -> of(
                        entry.getKey(),
                        entry.getValue(),
                        capacity(entry.getValue(), Optional.ofNullable(capacities.get(entry.getKey()))),
                        today))
                .toList();
        return new Forecast(today, resources, FirstRunOut.of(resources));
    }

    /** Capacity that was added counts from the start: what matters is where usage meets what there is now. */
    private static OptionalDouble capacity(List<Observation> observations, Optional<Double> known) {
        return known.map(OptionalDouble::of)
                .orElseGet(() -> observations.reversed().stream()
                        .map(Observation::total)
                        .filter(OptionalDouble::isPresent)
                        .findFirst()
                        .orElse(OptionalDouble.empty()));
    }

    private static ResourceForecast of(
            ForecastResource resource, List<Observation> observations, OptionalDouble capacity, LocalDate today) {
        double used = observations.getLast().used();
        boolean isExhausted = used > 0 && capacity.isPresent() && used >= capacity.getAsDouble();
        Optional<RunOut> now = isExhausted ? Optional.of(RunOut.ALREADY) : Optional.empty();
        if (observations.size() < LEAST_POINTS) {
            return new ResourceForecast(
                    resource, observations, capacity, new UsageOutlook.TooFewPoints(LEAST_POINTS), now);
        }
        TrendLine line = new TrendLine(UsageSeries.of(observations));
        Trend trend = Trend.of(line);
        if (trend.pValue() >= SIGNIFICANT) {
            UsageOutlook outlook = new UsageOutlook.NotSignificant(trend.pValue());
            return new ResourceForecast(resource, observations, capacity, outlook, now);
        }
        if (trend.slope() <= 0) {
            UsageOutlook outlook =
                    trend.slope() < 0 ? new UsageOutlook.Falling(trend) : new UsageOutlook.Steps(trend.pValue());
            return new ResourceForecast(resource, observations, capacity, outlook, now);
        }
        Optional<RunOut> runOut =
                isExhausted || capacity.isEmpty() ? now : Optional.of(RunOuts.of(line, capacity.getAsDouble(), today));
        List<CurvePoint> curve = CurveSampler.of(
                line, observations.getFirst().date(), observations.getLast().date(), runOut);
        return new ResourceForecast(resource, observations, capacity, new UsageOutlook.Growing(trend, curve), runOut);
    }
}
