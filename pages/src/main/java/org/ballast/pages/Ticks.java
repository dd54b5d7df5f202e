package org.ballast.pages;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An axis of a picture: where it starts and ends, and what is written along it.
 *
 * @param low the value at its start
 * @param high the value at its end
 * @param at where something is written
 * @param labels what
 * @param isMeasure whether values are read off it, so that lines through the picture help
 */
record Ticks(double low, double high, List<Double> at, List<String> labels, boolean isMeasure) {
    private static final int MOST_NUMBERS = 6;
    private static final int MOST_DATES = 9;
    /** Pixels that a character takes, about. */
    private static final int CHARACTER = 7;
    /** Pixels for the other axis, about. */
    private static final int MARGIN = 50;
    /** Half a date's share of an axis. */
    private static final double PADDING = 0.045;

    /** What an axis of logarithms has beyond its values on either side. */
    private static final double LOG_MARGIN = 0.06;

    private static final double[] ONE_TWO_FIVE = {1, 2, 5};
    private static final double[] ALL_DIGITS = {1, 1.5, 2, 3, 4, 5, 6, 8};

    private static final double[] STEPS = {1, 2, 2.5, 5, 10};
    private static final int[] DAYS = {1, 2, 7, 14};
    private static final int[] MONTHS = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600};
    private static final long CENTURY = 1200;

    /** Copies the lists. */
    Ticks {
        at = List.copyOf(at);
        labels = List.copyOf(labels);
    }

    /** From nothing to a round number that is not below the largest value. */
    static Ticks upTo(double largest, Unit unit) {
        double step = step(largest, unit);
        int steps = Math.max(1, (int) Math.ceil(largest / step - 1e-9));
        return numbers(steps * step, step, unit);
    }

    /** From nothing to exactly the largest value. */
    static Ticks endingAt(double largest, Unit unit) {
        return numbers(largest, step(largest, unit), unit);
    }

    private static Ticks numbers(double high, double step, Unit unit) {
        List<Double> at = new ArrayList<>();
        for (int k = 0; k * step <= high * (1 + 1e-9); k++) {
            at.add(k * step);
        }
        double size = unit.size(high);
        List<String> labels = at.stream()
                .map(value -> value == 0 ? "0" : unit.text(value, size))
                .toList();
        return new Ticks(0, high, at, labels, true);
    }

    /** The smallest round step that needs few labels: round in the unit in which the largest value is written. */
    private static double step(double largest, Unit unit) {
        double size = unit.size(largest);
        double least = Math.max(largest / size / MOST_NUMBERS, Double.MIN_NORMAL);
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double smallest = unit == Unit.COUNT ? 1 : unit.precision();
        for (double step : STEPS) {
            double candidate = step * power;
            double written = candidate / unit.precision();
            boolean isWritable = Math.abs(written - Math.rint(written)) < 1e-9;
            if (candidate >= least && candidate >= smallest && (isWritable || candidate > 10)) {
                return candidate * size;
            }
        }
        return smallest * size;
    }

    /** Of powers of ten, from a value to a larger one that are both above nothing: places are logarithms. */
    static Ticks logarithmic(double smallest, double largest, Unit unit) {
        double low = Math.log10(smallest);
        double high = Math.max(Math.log10(largest), low + 0.1);
        double margin = (high - low) * LOG_MARGIN;
        List<Double> at = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        double[] digits = high - low > 3 ? new double[] {1} : high - low > 0.8 ? ONE_TWO_FIVE : ALL_DIGITS;
        for (double power = Math.floor(low - margin); power <= high + margin; power++) {
            for (double digit : digits) {
                double place = power + Math.log10(digit);
                if (place >= low - margin && place <= high + margin) {
                    at.add(place);
                    labels.add(unit.text(digit * Math.pow(10, power)));
                }
            }
        }
        return new Ticks(low - margin, high + margin, at, labels, true);
    }

    /** From one name to the next, with half a place before the first and after the last. */
    static Ticks names(List<Double> at, List<String> labels, int places) {
        return new Ticks(-0.5, places - 0.5, at, labels, false);
    }

    /** Returns whether the texts along a horizontal axis are names that have no room beside each other. */
    boolean isTurned() {
        return !isMeasure && longestLabel() * at.size() * CHARACTER > Plot.WIDTH - MARGIN;
    }

    /** Returns how many pixels below a horizontal axis its texts need, if they are turned. */
    int depth() {
        return isTurned() ? longestLabel() * CHARACTER : 0;
    }

    private int longestLabel() {
        return labels.stream().mapToInt(String::length).max().orElse(0);
    }

    /**
     * From shortly before a moment to shortly after a later one, with dates at the starts of days or months between
     * them, none of which is at the edge.
     */
    static Ticks between(LocalDateTime first, LocalDateTime last) {
        boolean isMoment = Duration.between(first, last).compareTo(Duration.ofDays(2)) < 0;
        LocalDateTime start = isMoment ? first.minusDays(1) : first;
        LocalDateTime end = isMoment ? last.plusDays(1) : last;
        int days = (int) Math.min(ChronoUnit.DAYS.between(start, end) + 1, Integer.MAX_VALUE);
        boolean areDays = days / DAYS[DAYS.length - 1] < MOST_DATES;
        List<LocalDate> dates = (areDays ? days(start, days) : months(start, end))
                .stream()
                        .filter(date -> !date.atStartOfDay().isBefore(start)
                                && !date.atStartOfDay().isAfter(end))
                        .toList();
        double margin = (seconds(end) - seconds(start)) * PADDING;
        return new Ticks(
                seconds(start) - margin,
                seconds(end) + margin,
                dates.stream().map(date -> seconds(date.atStartOfDay())).toList(),
                dates.stream()
                        .map(date ->
                                areDays ? date.toString() : YearMonth.from(date).toString())
                        .toList(),
                true);
    }

    private static List<LocalDate> days(LocalDateTime start, int days) {
        int step = Arrays.stream(DAYS)
                .filter(candidate -> days / candidate < MOST_DATES)
                .findFirst()
                .orElseThrow();
        return start.toLocalDate()
                .datesUntil(start.toLocalDate().plusDays(days + 1L), Period.ofDays(step))
                .toList();
    }

    private static List<LocalDate> months(LocalDateTime start, LocalDateTime end) {
        long months = ChronoUnit.MONTHS.between(start, end) + 1;
        long step = Arrays.stream(MONTHS)
                .filter(candidate -> months / candidate < MOST_DATES)
                .asLongStream()
                .findFirst()
                .orElse((months / MOST_DATES / CENTURY + 1) * CENTURY);
        List<LocalDate> dates = new ArrayList<>();
        long first = Math.floorDiv(start.getYear() * 12L + start.getMonthValue() - 1, step) * step;
        for (long month = first; month <= first + months + step; month += step) {
            dates.add(LocalDate.of((int) Math.floorDiv(month, 12L), Math.floorMod(month, 12) + 1, 1));
        }
        return dates;
    }

    /** Returns a moment as a place on an axis of time. */
    static double seconds(LocalDateTime at) {
        return at.toEpochSecond(ZoneOffset.UTC);
    }
}
