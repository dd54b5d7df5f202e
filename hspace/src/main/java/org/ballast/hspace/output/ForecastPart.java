package org.ballast.hspace.output;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ballast.cli.json.JsonDocument;
import org.ballast.hspace.forecast.CurvePoint;
import org.ballast.hspace.forecast.FirstRunOut;
import org.ballast.hspace.forecast.Forecast;
import org.ballast.hspace.forecast.Interval;
import org.ballast.hspace.forecast.ResourceForecast;
import org.ballast.hspace.forecast.RunOut;
import org.ballast.hspace.forecast.Trend;
import org.ballast.hspace.forecast.UsageOutlook;
import org.ballast.hspace.forecast.When;
import org.ballast.hspace.forecast.Window;

/** The part of the document about when resources run out. */
final class ForecastPart {
    private final CapacityFields fields;
    private final JsonDocument document;

    ForecastPart(CapacityFields fields) {
        this.fields = fields;
        document = fields.document();
    }

    void write(Forecast forecast) {
        document.put("date", forecast.today().toString());
        fields.object("first", forecast.first(), this::first);
        fields.list("resources", forecast.resources(), this::resource);
    }

    private void first(FirstRunOut first) {
        candidate("expected", first.expected());
        candidate("earliest_80", first.earliest80());
        candidate("latest_80", first.latest80());
        candidate("earliest_95", first.earliest95());
        candidate("latest_95", first.latest95());
    }

    private void candidate(String name, FirstRunOut.Candidate candidate) {
        fields.object(name, () -> {
            document.put("resource", candidate.resource().label());
            document.put("date", day(candidate.when()));
        });
    }

    private void resource(ResourceForecast forecast) {
        document.put("resource", forecast.resource().label());
        document.put("unit", forecast.resource().unit());
        fields.number("used", forecast.used());
        fields.number("capacity", forecast.capacity().orElse(Double.NaN));
        document.put("outlook", word(forecast.outlook()));
        document.put("p_value", pValue(forecast.outlook()));
        fields.number("days_needed", daysNeeded(forecast.outlook()));
        fields.object("trend", trend(forecast.outlook()), this::trend);
        fields.object("run_out", forecast.runOut(), this::runOut);
        fields.list("observations", forecast.observations(), observation -> {
            document.put("date", observation.date().toString());
            fields.number("used", observation.used());
            fields.number("total", observation.total().orElse(Double.NaN));
        });
        fields.list("curve", curve(forecast.outlook()), this::point);
    }

    private static String word(UsageOutlook outlook) {
        return switch (outlook) {
            case UsageOutlook.Growing growing -> "growing";
            case UsageOutlook.Falling falling -> "falling";
            case UsageOutlook.Steps steps -> "steps";
            case UsageOutlook.NotSignificant chance -> "not-significant";
            case UsageOutlook.TooFewPoints few -> "too-few-days";
        };
    }

    private static double pValue(UsageOutlook outlook) {
        return switch (outlook) {
            case UsageOutlook.Growing growing -> growing.trend().pValue();
            case UsageOutlook.Falling falling -> falling.trend().pValue();
            case UsageOutlook.Steps steps -> steps.pValue();
            case UsageOutlook.NotSignificant chance -> chance.pValue();
            case UsageOutlook.TooFewPoints few -> Double.NaN;
        };
    }

    private static OptionalLong daysNeeded(UsageOutlook outlook) {
        return outlook instanceof UsageOutlook.TooFewPoints few ? OptionalLong.of(few.needed()) : OptionalLong.empty();
    }

    private static Optional<Trend> trend(UsageOutlook outlook) {
        return switch (outlook) {
            case UsageOutlook.Growing growing -> Optional.of(growing.trend());
            case UsageOutlook.Falling falling -> Optional.of(falling.trend());
            case UsageOutlook.Steps steps -> Optional.empty();
            case UsageOutlook.NotSignificant chance -> Optional.empty();
            case UsageOutlook.TooFewPoints few -> Optional.empty();
        };
    }

    private static List<CurvePoint> curve(UsageOutlook outlook) {
        return outlook instanceof UsageOutlook.Growing growing ? growing.curve() : List.of();
    }

    private void trend(Trend trend) {
        document.put("slope_per_day", trend.slope());
        interval("slope_80", trend.slope80());
        interval("slope_95", trend.slope95());
    }

    private void interval(String name, Interval interval) {
        fields.object(name, () -> {
            document.put("low", interval.low());
            document.put("high", interval.high());
        });
    }

    private void runOut(RunOut runOut) {
        document.put("expected", day(runOut.expected()));
        window("window_80", runOut.window80());
        window("window_95", runOut.window95());
    }

    private void window(String name, Window window) {
        fields.object(name, () -> {
            document.put("earliest", day(window.earliest()));
            document.put("latest", day(window.latest()));
        });
    }

    private static String day(When when) {
        return switch (when) {
            case When.Already() -> "already";
            case When.On(LocalDate date) -> date.toString();
            case When.Never() -> "never";
        };
    }

    private void point(CurvePoint point) {
        document.put("date", point.date().toString());
        document.put("value", point.value());
        interval("band_80", point.band80());
        interval("band_95", point.band95());
    }
}
