package org.ballast.hspace.forecast;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A collector of observations as they are read: of those of a day the latest stays, and of the same moment the last
 * read.
 */
final class Timeline {
    private final Map<ForecastResource, SortedMap<LocalDate, Entry>> entries = new EnumMap<>(ForecastResource.class);

    private record Entry(LocalDateTime moment, double used, OptionalDouble total) {}

    /** Enters an observation. */
    void add(LocalDateTime moment, ForecastResource resource, double used, OptionalDouble total) {
        entries.computeIfAbsent(resource, each -> new TreeMap<>())
                .merge(
                        moment.toLocalDate(),
                        new Entry(moment, used, total),
                        (old, entry) -> entry.moment().isBefore(old.moment()) ? old : entry);
    }

    /** Returns all there is. */
    History history() {
        Map<ForecastResource, List<Observation>> observations = new EnumMap<>(ForecastResource.class);
        entries.forEach((resource, days) -> {
            List<Observation> series = days.entrySet().stream()
                    .map(day -> new Observation(
                            day.getKey(), day.getValue().used(), day.getValue().total()))
                    .toList();
            if (!series.stream().allMatch(Timeline::isAbsent)) {
                observations.put(resource, series);
            }
        });
        return new History(observations);
    }

    /** A resource of which there is nothing, such as spindles without exclusive storage, is not one that runs out. */
    private static boolean isAbsent(Observation observation) {
        return observation.used() == 0 && observation.total().equals(OptionalDouble.of(0));
    }
}
