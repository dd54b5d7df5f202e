package org.ballast.hspace.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ballast.model.Decimals;

/** A forecast in plain English: a line for the cluster, then one for each resource. */
public final class ForecastText {
    private static final double KIBI = 1024;
    /** Slower changes than this a day are told by the year. */
    private static final double SLOW = 0.1;

    private static final double DAYS_PER_YEAR = 365.25;
    private static final int DECIMALS = 1;
    private static final int PROBABILITY_DECIMALS = 2;

    private ForecastText() {}

    /** Returns the lines, those for resources indented by two blanks. */
    public static List<String> lines(Forecast forecast) {
        List<String> lines = new ArrayList<>();
        lines.add(cluster(forecast.first()));
        for (ResourceForecast each : forecast.resources()) {
            lines.add("  " + each.resource().label() + ": " + outlook(each) + end(each));
        }
        return lines;
    }

    private static String cluster(Optional<FirstRunOut> found) {
        if (found.isEmpty()) {
            return "No resource is seen to run out.";
        }
        FirstRunOut first = found.get();
        String limits =
                " (80 %: " + range(first.earliest80().when(), first.latest80().when()) + ", 95 %: "
                        + range(first.earliest95().when(), first.latest95().when()) + ")";
        String resource = first.expected().resource().label();
        return switch (first.expected().when()) {
            case When.Already() -> "The cluster is full already: " + resource + ".";
            case When.On on -> "The cluster is full on " + day(on) + limits + ", first of all " + resource + ".";
            case When.Never() -> "The cluster is not full within 100 years" + limits + ".";
        };
    }

    private static String outlook(ResourceForecast forecast) {
        return switch (forecast.outlook()) {
            case UsageOutlook.Growing growing -> rate(growing.trend(), forecast.resource());
            case UsageOutlook.Falling falling -> "shrinking, " + rate(falling.trend(), forecast.resource());
            case UsageOutlook.TooFewPoints few ->
                "no trend (" + forecast.observations().size() + " of at least " + few.needed() + " days)";
            case UsageOutlook.NotSignificant chance -> "no trend (" + probability(chance.pValue()) + ")";
            case UsageOutlook.Steps steps -> "no trend but steps (" + probability(steps.pValue()) + ")";
        };
    }

    private static String end(ResourceForecast forecast) {
        if (forecast.runOut().isEmpty()) {
            boolean isMissed = forecast.outlook() instanceof UsageOutlook.Growing;
            return isMissed ? ", capacity unknown" : "";
        }
        RunOut runOut = forecast.runOut().get();
        if (runOut.equals(RunOut.ALREADY)) {
            return ", full already";
        }
        String limits = " (80 %: " + range(runOut.window80()) + ", 95 %: " + range(runOut.window95()) + ")";
        return switch (runOut.expected()) {
                    case When.Already() -> ", full already";
                    case When.On on -> ", full on " + day(on);
                    case When.Never() -> ", not full within 100 years";
                }
                + limits;
    }

    private static String rate(Trend trend, ForecastResource resource) {
        boolean isSlow = Math.abs(trend.slope()) < SLOW;
        double change = isSlow ? trend.slope() * DAYS_PER_YEAR : trend.slope();
        return (change < 0 ? "-" : "+") + amount(Math.abs(change), resource) + (isSlow ? "/year" : "/day");
    }

    private static String amount(double value, ForecastResource resource) {
        if (!resource.unit().equals(ForecastResource.MEMORY.unit())) {
            return Decimals.fixed(value, DECIMALS);
        }
        if (value < KIBI) {
            return Decimals.fixed(value, DECIMALS) + " MiB";
        }
        double gibibytes = value / KIBI;
        return gibibytes < KIBI
                ? Decimals.fixed(gibibytes, DECIMALS) + " GiB"
                : Decimals.fixed(gibibytes / KIBI, DECIMALS) + " TiB";
    }

    private static String probability(double value) {
        return "p = " + Decimals.fixed(value, PROBABILITY_DECIMALS);
    }

    private static String range(Window window) {
        return range(window.earliest(), window.latest());
    }

    private static String range(When earliest, When latest) {
        return earliest.equals(latest) ? day(earliest) : day(earliest) + " to " + day(latest);
    }

    private static String day(When when) {
        return switch (when) {
            case When.Already() -> "now";
            case When.On(var date) -> date.toString();
            case When.Never() -> "never";
        };
    }
}
