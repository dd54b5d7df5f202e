package org.ballast.hspace.output;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.ballast.hspace.forecast.CurvePoint;
import org.ballast.hspace.forecast.ForecastResource;
import org.ballast.hspace.forecast.Interval;
import org.ballast.hspace.forecast.ResourceForecast;
import org.ballast.hspace.forecast.RunOut;
import org.ballast.hspace.forecast.UsageOutlook;
import org.ballast.hspace.forecast.When;
import org.ballast.pages.Curve;
import org.ballast.pages.Unit;

/** The curve of a resource's usage over time, with its forecast. */
final class ForecastCurve {
    private ForecastCurve() {}

    static Curve of(ResourceForecast resource) {
        List<CurvePoint> line =
                resource.outlook() instanceof UsageOutlook.Growing growing ? growing.curve() : List.of();
        List<Curve.MarkedTime> marks = marks(resource, line);
        boolean isFar = marks.isEmpty()
                && resource.runOut()
                        .map(RunOut::expected)
                        .filter(when -> !(when instanceof When.Already))
                        .isPresent();
        return new Curve(
                StudyWords.capitalized(resource.resource().label()) + " in use",
                isFar ? "It is full too late to be seen here." : "",
                resource.resource().unit().equals(ForecastResource.MEMORY.unit()) ? Unit.MEBIBYTES : Unit.COUNT,
                resource.observations().stream()
                        .map(each -> new Curve.Point(each.date().atStartOfDay(), each.used()))
                        .toList(),
                line.stream().map(ForecastCurve::expectation).toList(),
                resource.capacity().isPresent()
                        ? List.of(
                                new Curve.Limit("capacity", resource.capacity().getAsDouble()))
                        : List.of(),
                marks);
    }

    private static Curve.Expectation expectation(CurvePoint point) {
        return new Curve.Expectation(
                point.date().atStartOfDay(), point.value(), range(point.band80()), range(point.band95()));
    }

    private static Curve.Range range(Interval interval) {
        return new Curve.Range(interval.low(), interval.high());
    }

    /** Beside a day beyond the end of the line nothing else would be seen. */
    private static List<Curve.MarkedTime> marks(ResourceForecast resource, List<CurvePoint> line) {
        LocalDate end = line.stream()
                .map(CurvePoint::date)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        return resource.runOut()
                .map(RunOut::expected)
                .filter(When.On.class::isInstance)
                .map(When.On.class::cast)
                .filter(on -> !on.date().isAfter(end))
                .map(on -> List.of(new Curve.MarkedTime("full on", on.date().atStartOfDay())))
                .orElse(List.of());
    }
}
