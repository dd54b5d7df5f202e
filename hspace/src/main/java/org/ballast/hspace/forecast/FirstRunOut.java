package org.ballast.hspace.forecast;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The day on which the cluster is full: the first on which any resource runs out, at each level the first of all
 * resources. The limits take resources as running out together: with several that are unrelated and equally near, the
 * first of them runs out somewhat earlier.
 *
 * @param expected at 50 %
 * @param earliest80 the earliest day with 80 % certainty
 * @param latest80 the latest day with 80 % certainty
 * @param earliest95 the earliest day with 95 % certainty
 * @param latest95 the latest day with 95 % certainty
 */
public record FirstRunOut(
        Candidate expected, Candidate earliest80, Candidate latest80, Candidate earliest95, Candidate latest95) {

    /**
     * A resource and its day.
     *
     * @param resource the resource that is first; of several on a day the first in the order of {@link
     *     ForecastResource}
     * @param when when it runs out
     */
    public record Candidate(ForecastResource resource, When when) {}

    /** Returns the first day of those of these resources that run out; empty if there are none. */
    static Optional<FirstRunOut> of(List<ResourceForecast> resources) {
        List<ResourceForecast> finite =
                resources.stream().filter(each -> each.runOut().isPresent()).toList();
        if (finite.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new FirstRunOut(
                first(finite, RunOut::expected),
                first(finite, runOut -> runOut.window80().earliest()),
                first(finite, runOut -> runOut.window80().latest()),
                first(finite, runOut -> runOut.window95().earliest()),
                first(finite, runOut -> runOut.window95().latest())));
    }

    private static Candidate first(List<ResourceForecast> resources, Function<RunOut, When> level) {
        return resources.stream()
                .map(each ->
                        new Candidate(each.resource(), level.apply(each.runOut().orElseThrow())))
                .min(Comparator.comparing(Candidate::when))
                .orElseThrow();
    }
}
