package org.ballast.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class HtmlPageTest {
    private static final String NASTY = "<b>&amp;\"'\u0000\u001b[31m\u202e\ud800]]>--></style>ü☃\ud83d\ude00";
    private static final String HARMLESS = "<b>&amp;\"'␀␛[31m\ufffd\ufffd]]>--></style>ü☃\ud83d\ude00";

    @Test
    void hasTitleSubtitleAndHeadings() {
        ParsedPage page = ParsedPage.of(ExamplePage.of(4));

        // What shapes say of themselves comes later.
        assertThat(page.texts("title").getFirst()).isEqualTo("Capacity of ganeti.example.com");
        assertThat(page.texts("h1")).containsExactly("Capacity of ganeti.example.com");
        assertThat(page.texts("h2"))
                .containsExactly("What still fits", "Nodes", "When it will be full", "Sizes", "Changes");
        assertThat(page.texts("figcaption"))
                .containsExactly(
                        "Memory",
                        "Disk",
                        "Memory used by instances",
                        "New instances of each size",
                        "Score after each move",
                        "Levels",
                        "Schedule");
        assertThat(page.all("p", "subtitle")).hasSize(1);
    }

    @Test
    void leavesOutAnEmptySubtitle() {
        assertThat(ParsedPage.of(new Page("title", "", List.of())).all("p")).isEmpty();
    }

    @Test
    void showsFactsInOrder() {
        ParsedPage page = ParsedPage.ofParts(new Part.Facts(
                List.of(new Part.Fact("free", "4 GiB"), new Part.Fact("full on", "2027-01-19", "perhaps"))));

        assertThat(page.texts("dt")).containsExactly("free", "full on");
        assertThat(page.texts("dd")).containsExactly("4 GiB", "2027-01-19", "perhaps");
    }

    @Test
    void alignsColumnsOfNumbers() {
        ParsedPage page = ParsedPage.ofParts(new Part.Table(
                "caption",
                List.of(Part.Heading.words("node"), Part.Heading.numbers("free")),
                List.of(List.of("n1", "17"), List.of("n2", "4"))));

        assertThat(page.texts("caption")).containsExactly("caption");
        assertThat(page.texts("th")).containsExactly("node", "free");
        assertThat(page.texts("td")).containsExactly("n1", "17", "n2", "4");
        assertThat(page.all("td", "n").stream().map(Element::getTextContent)).containsExactly("17", "4");
        assertThat(page.all("th", "n").stream().map(Element::getTextContent)).containsExactly("free");
    }

    /** Whatever a name holds, it arrives as text, and the invisible is seen. */
    @Test
    void textIsEscaped() {
        ParsedPage page = ParsedPage.of(new Page(
                NASTY,
                NASTY,
                List.of(new Section(
                        NASTY,
                        List.of(
                                new Part.Paragraph(NASTY),
                                new Part.Facts(List.of(new Part.Fact(NASTY, NASTY, NASTY))),
                                new Part.Table(NASTY, List.of(Part.Heading.words(NASTY)), List.of(List.of(NASTY))))))));

        for (String element : List.of("title", "h1", "h2", "dt", "dd", "caption", "th", "td", "p")) {
            assertThat(page.texts(element)).as(element).isNotEmpty().containsOnly(HARMLESS);
        }
        assertThat(page.all("b")).isEmpty();
    }

    @Test
    void textOfChartsIsEscaped() {
        ParsedPage page = ParsedPage.ofParts(
                new Bars(
                        NASTY,
                        NASTY,
                        Unit.COUNT,
                        Bars.Scale.AMOUNT,
                        List.of(new Bars.Series(NASTY, Tone.USED)),
                        List.of(new Bars.Bar("<&\"'\u0007>", List.of(3.0)))),
                new Columns(NASTY, NASTY, NASTY, Unit.COUNT, List.of(new Columns.Column("<&\"'\u0007>", 3))));

        assertThat(page.texts("figcaption")).containsOnly(HARMLESS);
        assertThat(page.texts("li")).containsExactly(HARMLESS);
        assertThat(page.drawnTexts()).filteredOn("<&\"'␇>"::equals).hasSize(2);
        assertThat(page.texts("td")).filteredOn("<&\"'␇>"::equals).hasSize(2);
        assertThat(page.all("svg"))
                .allSatisfy(svg -> assertThat(svg.getAttribute("aria-label")).startsWith(HARMLESS));
    }

    @Test
    void loadsNoOtherFiles() {
        String html = HtmlPage.of(ExamplePage.of(20));

        assertThat(html.replace("xmlns=\"http://www.w3.org/", ""))
                .doesNotContain("http:", "https:", "url(", "@import", "<script", "<link", "src=", "href=", " id=");
    }

    @Test
    void writesWhatItReturns() throws IOException {
        StringWriter out = new StringWriter();
        HtmlPage.write(ExamplePage.of(4), out);

        assertThat(out).hasToString(HtmlPage.of(ExamplePage.of(4)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 40, 500})
    void staysSmallAndTheSame(int nodes) {
        String html = HtmlPage.of(ExamplePage.of(nodes));

        assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(80_000 + 1_800 * nodes);
        assertThat(HtmlPage.of(ExamplePage.of(nodes))).isEqualTo(html);
        ParsedPage.of(html);
    }
}
