package org.ballast.hspace.output;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ballast.hspace.forecast.FirstRunOut;
import org.ballast.hspace.forecast.Forecast;
import org.ballast.hspace.forecast.ForecastResource;
import org.ballast.hspace.forecast.ForecastText;
import org.ballast.hspace.forecast.ResourceForecast;
import org.ballast.hspace.forecast.RunOut;
import org.ballast.hspace.forecast.Trend;
import org.ballast.hspace.forecast.UsageOutlook;
import org.ballast.hspace.forecast.When;
import org.ballast.hspace.forecast.Window;
import org.ballast.model.Decimals;
import org.ballast.pages.Part;
import org.ballast.pages.Part.Heading;
import org.ballast.pages.Section;

/** The section of the page about when resources run out, as a table and as curves. */
record ForecastSection(Forecast forecast) {
    private static final double DAYS_PER_MONTH = 365.25 / 12;

    /** Returns the day on which the cluster is full. */
    static Part.Fact full(Forecast forecast) {
        String label = "Full on";
        return forecast.first()
                .map(first -> new Part.Fact(label, day(first.expected().when()), note(first)))
                .orElse(new Part.Fact(label, "no day", "no resource is seen to run out"));
    }

    private static String note(FirstRunOut first) {
        String resource = first.expected().resource().label() + " first";
        return switch (first.expected().when()) {
            case When.Already() -> resource;
            case When.On _, When.Never() ->
                resource + "; 80 %: "
                        + range(first.earliest80().when(), first.latest80().when());
        };
    }

    private static String day(When when) {
        return switch (when) {
            case When.Already() -> "today";
            case When.On(LocalDate date) -> date.toString();
            case When.Never() -> "never";
        };
    }

    private static String range(When earliest, When latest) {
        return earliest.equals(latest) ? day(earliest) : day(earliest) + " to " + day(latest);
    }

    /** Returns what is seen, and a curve for each resource that grows; the one is first that runs out first. */
    Section section() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(ForecastText.lines(forecast).getFirst()));
        parts.add(new Part.Table(
                "",
                List.of(
                        Heading.words("resource"),
                        Heading.numbers("trend a month"),
                        Heading.numbers("capacity"),
                        Heading.numbers("full on"),
                        Heading.numbers("80 %"),
                        Heading.numbers("95 %")),
                byRunOut().stream().map(ForecastSection::row).toList()));
        byRunOut().stream()
                .filter(each -> each.outlook() instanceof UsageOutlook.Growing)
                .forEach(each -> parts.add(ForecastCurve.of(each)));
        return new Section("When it is full", parts);
    }

    private List<ResourceForecast> byRunOut() {
        return forecast.resources().stream()
                .sorted(Comparator.comparing(
                        each -> each.runOut().map(RunOut::expected).orElse(new When.Never())))
                .toList();
    }

    private static List<String> row(ResourceForecast resource) {
        Optional<RunOut> runOut = resource.runOut();
        return List.of(
                resource.resource().label(),
                trend(resource),
                resource.capacity().isPresent()
                        ? amount(resource.resource(), resource.capacity().getAsDouble())
                        : "unknown",
                runOut.map(RunOut::expected).map(ForecastSection::day).orElse(""),
                runOut.map(RunOut::window80).map(ForecastSection::range).orElse(""),
                runOut.map(RunOut::window95).map(ForecastSection::range).orElse(""));
    }

    private static String range(Window window) {
        return range(window.earliest(), window.latest());
    }

    private static String trend(ResourceForecast resource) {
        return switch (resource.outlook()) {
            case UsageOutlook.Growing growing -> "+" + monthly(resource, growing.trend());
            case UsageOutlook.Falling falling -> "-" + monthly(resource, falling.trend());
            case UsageOutlook.TooFewPoints few -> "none before " + Amount.count(few.needed(), "day");
            case UsageOutlook.NotSignificant _ -> "none";
            case UsageOutlook.Steps _ -> "none, but steps";
        };
    }

    private static String monthly(ResourceForecast resource, Trend trend) {
        return amount(resource.resource(), Math.abs(trend.slope()) * DAYS_PER_MONTH);
    }

    private static String amount(ForecastResource resource, double amount) {
        if (resource.unit().equals(ForecastResource.MEMORY.unit())) {
            return Amount.mebibytes(amount);
        }
        return Decimals.fixed(amount, amount == Math.rint(amount) ? 0 : 1);
    }
}
