package org.ballast.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.ballast.pages.Levels.Change;
import org.ballast.pages.Levels.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

class LevelsFigureTest {

    private static Levels levels(List<String> measures, List<Row> rows) {
        return new Levels("Nodes", "", "before", "after", measures, rows);
    }

    private static Row row(String name, double before, double after) {
        return new Row(name, List.of(new Change(before, after)));
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @Test
    void drawsBarsToScaleAndAMarkWhereTheyWere() {
        ParsedPage page =
                ParsedPage.ofParts(levels(List.of("Memory"), List.of(row("n1", 0.75, 0.25), row("n2", 0, 0.5))));
        List<Element> after = page.all("rect", "after");
        Element track = page.all("rect", "track").getFirst();
        Element was = page.all("rect", "was").getLast();

        assertThat(after).hasSize(2);
        // The library draws from the bottom.
        assertThat(number(after.get(0), "width")).isCloseTo(2 * number(after.get(1), "width"), within(0.05));
        assertThat(number(after.get(0), "width")).isCloseTo(number(track, "width") / 2, within(0.05));
        assertThat(number(was, "x") + number(was, "width") / 2).isCloseTo(0.75 * number(track, "width"), within(0.1));
        assertThat(was.getTextContent()).isEqualTo("n1: Memory 75 % → 25 %");
        assertThat(page.drawnTexts()).contains("n1", "n2", "Memory", "50 %", "100 %");
        assertThat(page.texts("td")).containsExactly("n1", "75 % → 25 %", "n2", "0 % → 50 %");
    }

    @Test
    void levelsAboveOneHundredPercentStretchTheScale() {
        ParsedPage page = ParsedPage.ofParts(levels(
                List.of("Memory", "vCPUs"),
                List.of(new Row("n1", List.of(new Change(0.5, 0.5), new Change(1.6, 1.2))))));

        assertThat(page.drawnTexts()).contains("100 %", "200 %");
        assertThat(page.all("rect", "track")).hasSize(2);
        assertThat(page.texts("td")).containsExactly("n1", "50 %", "160 % → 120 %");
    }

    @ParameterizedTest
    @CsvSource({"1,1", "60,1", "61,2"})
    void drawsManyInSeveralPictures(int count, int pictures) {
        ParsedPage page = ParsedPage.ofParts(levels(
                List.of("Memory"),
                IntStream.range(0, count)
                        .mapToObj(k -> row("node" + k, 0.1, 0.2))
                        .toList()));

        assertThat(page.all("svg")).hasSize(pictures);
        assertThat(page.all("rect", "was")).hasSize(count);
    }

    @Test
    void saysThatThereIsNothingToShow() {
        assertThat(ParsedPage.ofParts(levels(List.of(), List.of())).texts("p"))
                .containsExactly("There is nothing to show.");
    }

    @Test
    void refusesWhatCannotBeDrawn() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Change(0.5, -0.1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> levels(List.of("Memory", "Disk"), List.of(row("n1", 0, 0))))
                .withMessageContaining("n1");
    }
}
