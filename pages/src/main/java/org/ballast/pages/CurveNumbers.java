package org.ballast.pages;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.ballast.pages.Curve.Expectation;
import org.ballast.pages.Curve.Point;
import org.ballast.pages.Curve.Range;

/** The numbers of a {@link Curve} as a table, a row for each moment. */
final class CurveNumbers {
    private static final int COLUMNS = 5;

    private final Unit unit;
    private final NavigableMap<LocalDateTime, List<String>> rows = new TreeMap<>();

    private CurveNumbers(Unit unit) {
        this.unit = unit;
    }

    static Part.Table of(Curve curve) {
        CurveNumbers numbers = new CurveNumbers(curve.unit());
        curve.measured().forEach(numbers::add);
        curve.expected().forEach(numbers::add);
        return new Part.Table(
                "",
                List.of(
                        Part.Heading.words("date"),
                        Part.Heading.numbers("measured"),
                        Part.Heading.numbers("expected"),
                        Part.Heading.numbers("80 %"),
                        Part.Heading.numbers("95 %")),
                List.copyOf(numbers.rows.values()));
    }

    private void add(Point point) {
        row(point.at()).set(1, unit.text(point.value()));
    }

    private void add(Expectation point) {
        List<String> row = row(point.at());
        row.set(2, unit.text(point.value()));
        row.set(3, text(point.probable()));
        row.set(4, text(point.possible()));
    }

    private List<String> row(LocalDateTime at) {
        return rows.computeIfAbsent(at, moment -> {
            List<String> row = new ArrayList<>(Collections.nCopies(COLUMNS, ""));
            row.set(0, moment.toString().replace("T00:00", "").replace('T', ' '));
            return row;
        });
    }

    private String text(Range range) {
        return unit.text(range.low()) + " – " + unit.text(range.high());
    }
}
