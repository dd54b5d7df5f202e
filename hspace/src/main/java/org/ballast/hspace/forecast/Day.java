package org.ballast.hspace.forecast;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/**
 * A parser of ISO dates, and of date-times with or without an offset from UTC. What the clock on the wall showed
 * counts: a run at one in the morning belongs to that day, wherever it was.
 */
final class Day {
    /** What is expected of a text, for messages. */
    static final String EXPECTED = "an ISO date such as 2026-01-31, or a date-time";

    private static final int LAST_YEAR = 9999;

    private Day() {}

    /** Returns the moment, the start of the day for a date alone; empty if the text is neither. */
    static Optional<LocalDateTime> parse(String text) {
        try {
            return Optional.of(moment(text)).filter(moment -> moment.getYear() > 0 && moment.getYear() <= LAST_YEAR);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDateTime moment(String text) {
        if (text.indexOf('T') < 0) {
            return LocalDate.parse(text).atStartOfDay();
        }
        TemporalAccessor parsed =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return LocalDateTime.from(parsed);
    }
}
