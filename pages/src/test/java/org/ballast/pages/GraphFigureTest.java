package org.ballast.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ballast.pages.Graph.Axis;
import org.ballast.pages.Graph.Line;
import org.ballast.pages.Graph.Point;
import org.ballast.pages.Graph.Scale;
import org.ballast.pages.Graph.Shape;
import org.ballast.pages.Graph.Spot;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class GraphFigureTest {
    private static final List<Point> HALVED =
            List.of(new Point(0, 8, "start"), new Point(1024, 4, "first"), new Point(2048, 2, "second"));

    private static Graph graph(Scale scale, Shape shape, List<Point> points, Spot... spots) {
        return new Graph(
                "Score",
                "",
                new Axis("data", Unit.MEBIBYTES, Scale.LINEAR),
                new Axis("score", Unit.SCORE, scale),
                List.of(new Line("this", Tone.AFTER, shape, points)),
                List.of(spots));
    }

    private static double up(Element circle) {
        return Double.parseDouble(circle.getAttribute("cy"));
    }

    @Test
    void drawsEachPointWithItsText() {
        ParsedPage page = ParsedPage.ofParts(graph(Scale.LINEAR, Shape.DOTTED_STEPS, HALVED));
        List<Element> points = page.all("circle", "after");

        assertThat(points).hasSize(3);
        assertThat(points.stream().map(Element::getTextContent)).containsExactly("start", "first", "second");
        assertThat(up(points.get(1)) - up(points.get(0)))
                .isCloseTo(2 * (up(points.get(2)) - up(points.get(1))), within(0.1));
        assertThat(page.drawnTexts()).contains("data", "score", "0", "1 GiB", "2 GiB");
    }

    @Test
    void drawsEqualRatiosEquallyFar() {
        ParsedPage page = ParsedPage.ofParts(graph(Scale.LOGARITHMIC, Shape.DOTTED_STEPS, HALVED));
        List<Element> points = page.all("circle", "after");

        assertThat(up(points.get(1)) - up(points.get(0))).isCloseTo(up(points.get(2)) - up(points.get(1)), within(0.1));
        assertThat(page.drawnTexts()).contains("2", "5").doesNotContain("0.5");
    }

    @Test
    void aLogarithmicScaleWithAZeroIsDrawnLinearly() {
        List<Point> points = List.of(new Point(0, 8, ""), new Point(1, 0, ""));

        assertThat(ParsedPage.ofParts(graph(Scale.LOGARITHMIC, Shape.STEPS, points))
                        .drawnTexts())
                .contains("0", "8");
    }

    @Test
    void drawsSpotsWithTheirWords() {
        ParsedPage page = ParsedPage.ofParts(
                graph(Scale.LINEAR, Shape.STRAIGHT, HALVED, new Spot("here", new Point(1024, 4, "it"))));

        assertThat(page.all("circle", "spot")).hasSize(1);
        assertThat(page.drawnTexts()).contains("here");
        assertThat(page.all("svg").getFirst().getAttribute("aria-label"))
                .isEqualTo("Score: this from 8 at 0 MiB to 2 at 2 GiB; here at 4 at 1 GiB");
        assertThat(page.texts("td")).containsExactly("this", "0 MiB", "8", "this", "1 GiB", "4", "this", "2 GiB", "2");
    }

    @Test
    void drawsOnePointAndSaysThatThereAreNone() {
        assertThat(ParsedPage.ofParts(graph(Scale.LOGARITHMIC, Shape.DOTTED_STEPS, HALVED.subList(0, 1)))
                        .all("circle"))
                .hasSize(1);
        assertThat(ParsedPage.ofParts(graph(Scale.LOGARITHMIC, Shape.DOTTED_STEPS, List.of()))
                        .texts("p"))
                .containsExactly("There is nothing to show.");
    }

    @Test
    void refusesWhatCannotBeDrawn() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Point(0, Double.NaN, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Point(-1, 0, ""));
    }
}
