package org.ballast.hspace.forecast;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ballast.backends.input.BackendException;

/**
 * The usage of a cluster on past days.
 *
 * @param observations for each resource that the cluster had, one observation a day, the oldest first; days may lack
 */
public record History(Map<ForecastResource, List<Observation>> observations) {
    /** The columns of the table that {@code hspace --output=csv} writes, in order. */
    public static final List<String> USAGE_COLUMNS = List.of(
            "date",
            "scope",
            "name",
            "group",
            "resource",
            "unit",
            "total",
            "used",
            "reserved",
            "free",
            "after_standard",
            "after_tiered");

    /** Copies the lists and checks their order. */
    public History {
        Map<ForecastResource, List<Observation>> copy = new EnumMap<>(ForecastResource.class);
        observations.forEach((resource, series) -> {
            if (!series.isEmpty()) {
                copy.put(resource, List.copyOf(series));
            }
        });
        copy.forEach(History::checkOrder);
        observations = Collections.unmodifiableMap(copy);
    }

    /**
     * Reads a history. The file is comma-separated (RFC 4180) and has a header, which tells what is in it:
     *
     * <ul>
     * <li>{@code date,scope,name,group,resource,unit,total,used,...}: what {@code hspace --output=csv} writes, one run
     * after another, headers repeated or not. Rows of scope {@code cluster} count.
     *   <li>{@code date,file}: each row names a saved cluster in the text format, by a path that is relative to the
     *       folder of the history.
     * </ul>
     *
     * <p>Dates are ISO dates or date-times. Rows may be in any order; of several on a day the latest counts.
     *
     * @throws BackendException if the file, or one that it names, cannot be read, or holds something else
     */
    public static History read(Path file) {
        return HistoryReader.read(file);
    }

    private static void checkOrder(ForecastResource resource, List<Observation> series) {
        for (int i = 1; i < series.size(); i++) {
            if (!series.get(i - 1).date().isBefore(series.get(i).date())) {
                throw new IllegalArgumentException(
                        resource + " has " + series.get(i) + " after " + series.get(i - 1) + ". Maybe sort by date?");
            }
        }
    }
}
