package org.ballast.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDateTime;
import java.util.List;
import org.ballast.pages.Curve.Expectation;
import org.ballast.pages.Curve.Limit;
import org.ballast.pages.Curve.MarkedTime;
import org.ballast.pages.Curve.Point;
import org.ballast.pages.Curve.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurveFigureTest {
    private static final LocalDateTime DAY = LocalDateTime.of(2026, 3, 1, 0, 0);

    private static Curve measured(Point... points) {
        return new Curve("Disk", "", Unit.COUNT, List.of(points), List.of(), List.of(), List.of());
    }

    private static Expectation expected(int day, double value, double width) {
        return new Expectation(
                DAY.plusDays(day),
                value,
                new Range(value - width, value + width),
                new Range(value - 2 * width, value + 2 * width));
    }

    @Test
    void drawsPointsTrendRangesLimitsAndMarks() {
        ParsedPage page = ParsedPage.ofParts(ExamplePage.curve());

        assertThat(page.all("circle", "point")).hasSize(53);
        assertThat(page.all("path", "trend")).hasSize(2);
        assertThat(page.all("path", "trend").get(0).hasAttribute("stroke-dasharray"))
                .isFalse();
        assertThat(page.all("path", "trend").get(1).hasAttribute("stroke-dasharray"))
                .isTrue();
        assertThat(page.all("path", "probable")).hasSize(1);
        assertThat(page.all("path", "possible")).hasSize(1);
        assertThat(page.all("line", "limit")).hasSize(1);
        assertThat(page.all("line", "mark")).hasSize(1);
        assertThat(page.drawnTexts())
                .contains("all memory but the reserve 1.9 TiB", "full 2027-01-19", "2026-01", "1 TiB");
        assertThat(page.texts("li"))
                .containsExactly(
                        "measured",
                        "trend, dashed where it is a forecast",
                        "with 80 % probability",
                        "with 95 % probability",
                        "all memory but the reserve 1.9 TiB",
                        "full 2027-01-19");
    }

    @Test
    void listsMeasuredAndExpectedByDate() {
        ParsedPage page = ParsedPage.ofParts(new Curve(
                "Disk",
                "",
                Unit.COUNT,
                List.of(new Point(DAY.plusDays(1), 12), new Point(DAY, 10)),
                List.of(expected(2, 14, 1), expected(1, 12.5, 1)),
                List.of(new Limit("capacity", 20)),
                List.of(new MarkedTime("full", DAY.plusDays(2).plusHours(7)))));

        assertThat(page.texts("td"))
                .containsExactly(
                        "2026-03-01",
                        "10",
                        "",
                        "",
                        "", //
                        "2026-03-02",
                        "12",
                        "12.5",
                        "11.5 – 13.5",
                        "10.5 – 14.5", //
                        "2026-03-03",
                        "",
                        "14",
                        "13 – 15",
                        "12 – 16");
        assertThat(page.all("svg").getFirst().getAttribute("aria-label"))
                .isEqualTo("Disk: measured 10 on 2026-03-01; 12 on 2026-03-02; expected 14 on 2026-03-03;"
                        + " capacity 20; full 2026-03-03");
    }

    @Test
    void drawsMeasurementsWithoutATrend() {
        ParsedPage page = ParsedPage.ofParts(measured(new Point(DAY, 3), new Point(DAY.plusDays(10), 4)));

        assertThat(page.all("circle")).hasSize(2);
        assertThat(page.all("path")).isEmpty();
        assertThat(page.texts("li")).containsExactly("measured");
    }

    @Test
    void drawsOneMeasurement() {
        assertThat(ParsedPage.ofParts(measured(new Point(DAY, 3))).all("circle"))
                .hasSize(1);
    }

    @Test
    void drawsZerosAndSaysThatThereIsNothingToShow() {
        ParsedPage page = ParsedPage.ofParts(measured(new Point(DAY, 0), new Point(DAY.plusDays(10), 0)));

        assertThat(page.all("circle")).hasSize(2);
        assertThat(ParsedPage.ofParts(measured()).texts("p")).containsExactly("There is nothing to show.");
    }

    /** A forecast that runs away does not press what matters to the floor. */
    @Test
    void expectationsFarBeyondTheLimitsAreCutOff() {
        ParsedPage page = ParsedPage.ofParts(new Curve(
                "Disk",
                "",
                Unit.COUNT,
                List.of(new Point(DAY, 10), new Point(DAY.plusDays(10), 11)),
                List.of(expected(0, 10, 1), expected(20, 12, 1000)),
                List.of(new Limit("capacity", 20)),
                List.of()));

        assertThat(page.drawnTexts()).contains("30").doesNotContain("100", "500", "1,000", "-500");
    }

    /** Also those at the upper edge, and close to each other. */
    @Test
    void drawsEveryLimit() {
        ParsedPage page = ParsedPage.ofParts(new Curve(
                "Disk",
                "",
                Unit.COUNT,
                List.of(new Point(DAY, 10), new Point(DAY.plusDays(10), 11)),
                List.of(),
                List.of(new Limit("a", 20), new Limit("b", 19.9), new Limit("c", 19.05), new Limit("d", 0)),
                List.of()));

        assertThat(page.all("line", "limit")).hasSize(4);
        assertThat(page.drawnTexts()).contains("a 20", "b 19.9", "c 19.1", "d 0");
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "5", "30", "100", "126", "400", "3000", "40000", "2000000"})
    void writesFewDates(int days) {
        Ticks ticks = Ticks.between(DAY.plusHours(5), DAY.plusHours(5).plusDays(days));

        assertThat(ticks.at()).hasSizeBetween(2, 10).isSorted().doesNotHaveDuplicates();
        assertThat(ticks.at()).allSatisfy(at -> assertThat(at).isBetween(ticks.low(), ticks.high()));
        assertThat(ticks.labels()).hasSameSizeAs(ticks.at()).doesNotHaveDuplicates();
    }

    @Test
    void refusesWhatCannotBeDrawn() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Point(DAY, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit("capacity", -1));
    }
}
