package org.ballast.hspace.forecast;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A history of the form that {@code hspace --output=csv} writes: a row for each date, scope and resource. */
final class UsageRows {
    private static final List<String> REQUIRED = List.of("date", "scope", "resource", "unit", "total", "used");
    private static final String CLUSTER = "cluster";
    private static final List<String> SCOPES = List.of(CLUSTER, "group", "node");
    private static final Map<String, ForecastResource> RESOURCES = Arrays.stream(ForecastResource.values())
            .collect(Collectors.toMap(ForecastResource::label, Function.identity()));
    private static final Pattern AMOUNT = Pattern.compile("[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final CsvReader source;
    private final CsvColumns columns;

    /** Takes the row reached as the header. */
    UsageRows(CsvReader source) {
        this.source = source;
        columns = new CsvColumns(source, REQUIRED, History.USAGE_COLUMNS);
    }

    /** Reads all rows and returns how many of them were about the cluster as a whole. */
    int readInto(Timeline timeline) {
        int rows = 0;
        while (columns.advance()) {
            String scope = columns.text("scope");
            if (!SCOPES.contains(scope)) {
                throw source.refused("scope", "one of " + String.join(", ", SCOPES), scope);
            }
            if (scope.equals(CLUSTER)) {
                add(timeline);
                rows++;
            }
        }
        return rows;
    }

    private void add(Timeline timeline) {
        String date = columns.text("date");
        LocalDateTime moment = Day.parse(date).orElseThrow(() -> source.refused("date", Day.EXPECTED, date));
        ForecastResource resource = resource();
        String unit = columns.text("unit");
        if (!unit.equals(resource.unit())) {
            throw source.refused("unit", resource.unit() + " for " + resource.label(), unit);
        }
        OptionalDouble total = columns.text("total").isEmpty() ? OptionalDouble.empty() : amount("total");
        timeline.add(moment, resource, amount("used").orElseThrow(), total);
    }

    private ForecastResource resource() {
        String label = columns.text("resource");
        return Optional.ofNullable(RESOURCES.get(label))
                .orElseThrow(() -> source.refused(
                        "resource",
                        "one of "
                                + Arrays.stream(ForecastResource.values())
                                        .map(ForecastResource::label)
                                        .collect(Collectors.joining(", ")),
                        label));
    }

    private OptionalDouble amount(String column) {
        String text = columns.text(column);
        double value = AMOUNT.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (!Observation.isAmount(value)) {
            throw source.refused(column, "a number from 0 to 1e18", text);
        }
        return OptionalDouble.of(value);
    }
}
