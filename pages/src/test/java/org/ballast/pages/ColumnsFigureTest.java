package org.ballast.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import org.ballast.pages.Columns.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

class ColumnsFigureTest {

    @Test
    void drawsHeightsToScale() {
        ParsedPage page = ParsedPage.ofParts(new Columns(
                "Instances", "", "size", Unit.COUNT, List.of(new Column("small", 40), new Column("large", 10))));
        List<Element> columns = page.all("rect", "used").stream()
                .sorted(Comparator.comparingDouble(rect -> Double.parseDouble(rect.getAttribute("x"))))
                .toList();

        assertThat(Double.parseDouble(columns.get(0).getAttribute("height")))
                .isCloseTo(4 * Double.parseDouble(columns.get(1).getAttribute("height")), within(0.1));
        assertThat(page.drawnTexts()).contains("small", "large", "40", "10");
        assertThat(page.texts("th")).containsExactly("size", "");
        assertThat(page.texts("td")).containsExactly("small", "40", "large", "10");
        assertThat(page.all("svg").getFirst().getAttribute("aria-label")).isEqualTo("Instances: small 40; large 10");
    }

    @ParameterizedTest
    @CsvSource({"1,1", "16,16", "24,24", "25,13", "500,24"})
    void leavesOutNamesThatHaveNoRoom(int count, int names) {
        ParsedPage page = ParsedPage.ofParts(ExamplePage.columns(count));

        assertThat(page.drawnTexts()).filteredOn(text -> text.endsWith("GiB")).hasSize(names);
        assertThat(page.texts("td")).hasSize(2 * count);
    }

    @Test
    void saysThatThereIsNothingToShow() {
        assertThat(ParsedPage.ofParts(new Columns("Instances", "", "size", Unit.COUNT, List.of(new Column("small", 0))))
                        .drawnTexts())
                .contains("small", "0", "1");
        assertThat(ParsedPage.ofParts(new Columns("Instances", "", "size", Unit.COUNT, List.of()))
                        .texts("p"))
                .containsExactly("There is nothing to show.");
    }

    @Test
    void refusesWhatCannotBeDrawn() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Column("small", -1));
    }
}
