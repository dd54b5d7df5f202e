package org.ballast.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.ballast.pages.Timetable.Kind;
import org.ballast.pages.Timetable.Lane;
import org.ballast.pages.Timetable.Task;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class TimetableFigureTest {
    private static final List<Kind> KINDS = List.of(new Kind("copies", Tone.COPY), new Kind("moves", Tone.SWITCH));

    private static Timetable timetable(Lane... lanes) {
        return new Timetable("Busy", "", KINDS, List.of(lanes));
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @Test
    void drawsTasksToScaleWithTheirTexts() {
        ParsedPage page = ParsedPage.ofParts(timetable(
                new Lane("n1", List.of(new Task(0, 0, 3600, "1", "<first> & \"best\""))),
                new Lane("n2", List.of(new Task(1, 3600, 10800, "2", "second")))));
        Element copy = page.all("rect", "copy").getFirst();
        Element change = page.all("rect", "switch").getFirst();

        assertThat(number(change, "width")).isCloseTo(2 * number(copy, "width"), within(0.1));
        assertThat(number(change, "x")).isCloseTo(number(copy, "x") + number(copy, "width"), within(0.1));
        assertThat(number(change, "y")).isGreaterThan(number(copy, "y"));
        assertThat(copy.getTextContent()).isEqualTo("<first> & \"best\"");
        assertThat(page.drawnTexts()).contains("n1", "n2", "1", "2", "1 h", "3 h");
        assertThat(page.texts("li")).containsExactly("copies", "moves");
        assertThat(page.texts("td"))
                .containsExactly(
                        "n1",
                        "0 s",
                        "60 min",
                        "copies",
                        "<first> & \"best\"",
                        "n2",
                        "60 min",
                        "3 h",
                        "moves",
                        "second");
    }

    @Test
    void tasksAtTheSameTimeAreBelowEachOther() {
        ParsedPage page = ParsedPage.ofParts(timetable(new Lane(
                "n1",
                List.of(new Task(0, 0, 100, "", "a"), new Task(0, 50, 150, "", "b"), new Task(0, 100, 200, "", "c")))));
        List<Element> tasks = page.all("rect", "copy");

        assertThat(tasks.stream().map(Element::getTextContent)).containsExactly("a", "b", "c");
        assertThat(number(tasks.get(1), "y"))
                .isCloseTo(number(tasks.get(0), "y") + number(tasks.get(0), "height"), within(0.1));
        assertThat(number(tasks.get(2), "y")).isEqualTo(number(tasks.get(0), "y"));
    }

    @Test
    void writesLabelsWhereThereIsRoom() {
        ParsedPage page = ParsedPage.ofParts(timetable(
                new Lane("n1", List.of(new Task(0, 0, 990, "17", "long"), new Task(0, 990, 1000, "18", "short")))));

        assertThat(page.drawnTexts()).contains("17").doesNotContain("18");
    }

    /** Each keeps its own text. */
    @Test
    void drawsHundredsOfTasks() {
        List<Task> tasks = IntStream.range(0, 500)
                .mapToObj(k -> new Task(k % 2, 10 * k, 10 * k + 10, "", "task " + k))
                .toList();
        ParsedPage page = ParsedPage.ofParts(timetable(new Lane("n1", tasks)));

        assertThat(page.all("rect")).hasSize(500);
        assertThat(page.all("rect", "switch").stream().map(Element::getTextContent))
                .containsExactlyElementsOf(tasks.stream()
                        .filter(task -> task.kind() == 1)
                        .map(Task::title)
                        .toList());
    }

    @Test
    void saysThatThereIsNothingToShow() {
        assertThat(ParsedPage.ofParts(timetable()).texts("p")).containsExactly("There is nothing to show.");
    }

    @Test
    void refusesWhatCannotBeDrawn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Task(0, 5, 4, "", "back"))
                .withMessageContaining("back");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> timetable(new Lane("n1", List.of(new Task(2, 0, 1, "", "odd")))))
                .withMessageContaining("odd");
    }
}
