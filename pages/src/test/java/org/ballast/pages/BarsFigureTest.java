package org.ballast.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import org.ballast.pages.Bars.Bar;
import org.ballast.pages.Bars.Scale;
import org.ballast.pages.Bars.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

class BarsFigureTest {
    private static final List<Series> TWO = List.of(new Series("used", Tone.USED), new Series("free", Tone.FREE));

    private static Bars bars(Scale scale, Bar... bars) {
        return new Bars("Memory", "", Unit.MEBIBYTES, scale, TWO, List.of(bars));
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @Test
    void stacksSeriesFromLeftToRight() {
        ParsedPage page = ParsedPage.ofParts(bars(Scale.AMOUNT, new Bar("n1", List.of(1024.0, 3072.0))));
        Element used = page.all("rect", "used").getFirst();
        Element free = page.all("rect", "free").getFirst();

        assertThat(number(used, "x")).isZero();
        assertThat(number(free, "x")).isCloseTo(number(used, "width"), within(0.02));
        assertThat(number(free, "width")).isCloseTo(3 * number(used, "width"), within(0.05));
        assertThat(number(free, "y")).isEqualTo(number(used, "y"));
    }

    @Test
    void drawsTheFirstBarOnTopAndLengthsToScale() {
        ParsedPage page = ParsedPage.ofParts(
                bars(Scale.AMOUNT, new Bar("n1", List.of(1024.0, 0.0)), new Bar("n2", List.of(4096.0, 0.0))));
        List<Element> used = page.all("rect", "used").stream()
                .sorted(Comparator.comparingDouble(rect -> number(rect, "width")))
                .toList();
        Element shorter = used.getFirst();
        Element longer = used.getLast();

        assertThat(number(longer, "width")).isCloseTo(4 * number(shorter, "width"), within(0.05));
        assertThat(number(shorter, "y")).isLessThan(number(longer, "y"));
        assertThat(page.drawnTexts()).contains("n1", "n2", "0", "4 GiB");
    }

    @Test
    void drawsSharesEquallyLong() {
        ParsedPage page = ParsedPage.ofParts(
                bars(Scale.SHARE, new Bar("n1", List.of(1.0, 3.0)), new Bar("n2", List.of(250.0, 750.0))));
        List<Element> free = page.all("rect", "free");

        assertThat(number(free.get(0), "width")).isCloseTo(number(free.get(1), "width"), within(0.02));
        assertThat(page.drawnTexts()).contains("60 %", "100 %");
    }

    /** The shares of a bar may sum up to a little more than all of it. */
    @ParameterizedTest
    @EnumSource
    void drawsTheEndOfEachBar(Scale scale) {
        ParsedPage page = ParsedPage.ofParts(ExamplePage.bars("Disk", scale, 60, 4194304, 2));

        assertThat(page.all("rect", "free")).hasSize(60);
    }

    @Test
    void drawsNoBarsForZeros() {
        ParsedPage page = ParsedPage.ofParts(
                bars(Scale.SHARE, new Bar("n1", List.of(0.0, 0.0))),
                bars(Scale.AMOUNT, new Bar("n1", List.of(0.0, 0.0))));

        assertThat(page.all("rect")).isEmpty();
        assertThat(page.all("svg")).hasSize(2);
        assertThat(page.drawnTexts()).filteredOn("n1"::equals).hasSize(2);
        assertThat(page.texts("td")).containsExactly("n1", "0 MiB", "0 MiB", "0 MiB", "n1", "0 MiB", "0 MiB", "0 MiB");
    }

    @Test
    void saysThatThereIsNothingToShow() {
        ParsedPage page = ParsedPage.ofParts(bars(Scale.AMOUNT));

        assertThat(page.all("svg")).isEmpty();
        assertThat(page.texts("p")).containsExactly("There is nothing to show.");
    }

    @ParameterizedTest
    @CsvSource({"1,1", "4,1", "40,1", "60,1", "61,2", "500,10"})
    void drawsManyInSeveralPictures(int count, int pictures) {
        ParsedPage page = ParsedPage.ofParts(ExamplePage.bars("Memory", Scale.AMOUNT, count, 131072, 1));

        assertThat(page.all("svg")).hasSize(pictures);
        assertThat(page.drawnTexts())
                .filteredOn(text -> text.startsWith("node"))
                .hasSize(count);
        assertThat(page.texts("td")).filteredOn(text -> text.startsWith("node")).hasSize(count);
        assertThat(page.texts("h3")).hasSize(pictures - 1);
    }

    /** All that is drawn lies in the picture, whatever the number of bars. */
    @ParameterizedTest
    @CsvSource({"1", "2", "3", "9", "25", "60"})
    void staysInsideThePicture(int count) {
        ParsedPage page = ParsedPage.ofParts(ExamplePage.bars("Memory", Scale.AMOUNT, count, 131072, 1));
        String[] box = page.all("svg").getFirst().getAttribute("viewBox").split(" ", -1);
        double lowest = page.all("line").stream()
                .mapToDouble(line -> number(line, "y1"))
                .max()
                .orElseThrow();

        // Below the bars are the numbers of the axis.
        assertThat(lowest).isBetween(Double.parseDouble(box[3]) - 45, Double.parseDouble(box[3]) - 25);
    }

    @Test
    void shortensNamesInThePictureOnly() {
        String first = "a-very-long-name-of-a-node-in-rack-17.dc.example.com";
        String second = "a-very-long-name-of-a-node-in-rack-18.dc.example.com";
        ParsedPage page = ParsedPage.ofParts(
                bars(Scale.AMOUNT, new Bar(first, List.of(1.0, 2.0)), new Bar(second, List.of(1.0, 2.0))));

        assertThat(page.drawnTexts()).contains("a-very-long…-rack-17", "a-very-long…-rack-18");
        assertThat(page.texts("td")).contains(first, second);
    }

    @Test
    void keepsTheNumbersInWordsAndInATable() {
        ParsedPage page = ParsedPage.ofParts(bars(Scale.SHARE, new Bar("n1", List.of(1024.0, 3072.0))));

        assertThat(page.all("svg").getFirst().getAttribute("aria-label"))
                .isEqualTo("Memory: n1 used 1 GiB, free 3 GiB");
        assertThat(page.texts("th")).containsExactly("", "used", "free", "total");
        assertThat(page.texts("td")).containsExactly("n1", "1 GiB", "3 GiB", "4 GiB");
        assertThat(page.texts("li")).containsExactly("used", "free");
    }

    @Test
    void drawsEqualNamesApart() {
        ParsedPage page =
                ParsedPage.ofParts(bars(Scale.AMOUNT, new Bar("", List.of(1.0, 2.0)), new Bar("", List.of(1.0, 2.0))));

        assertThat(page.all("rect", "used").stream()
                        .map(rect -> rect.getAttribute("y"))
                        .distinct())
                .hasSize(2);
    }

    @Test
    void refusesWhatCannotBeDrawn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bar("n1", List.of(-1.0)))
                .withMessageContaining("n1");
        assertThatIllegalArgumentException().isThrownBy(() -> new Bar("n1", List.of(Double.NaN)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bars(Scale.AMOUNT, new Bar("n1", List.of(1.0))))
                .withMessageContaining("n1");
    }
}
