package org.ballast.hspace.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.ballast.capacity.packing.MoveAllowance;
import org.ballast.capacity.packing.PackingListener;
import org.ballast.capacity.packing.SearchBudget;
import org.ballast.cli.text.ShortNames;
import org.ballast.hspace.output.Studies.Wanted;
import org.ballast.hspace.study.Analyst;
import org.ballast.hspace.study.Study;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Node;
import org.ballast.pages.Bars;
import org.ballast.pages.Columns;
import org.ballast.pages.Curve;
import org.ballast.pages.HtmlPage;
import org.ballast.pages.Page;
import org.ballast.pages.Part;
import org.ballast.pages.Section;
import org.ballast.pages.Tone;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class PageStudyTest {
    private static final Wanted WANTED = Wanted.of(DiskTemplate.DRBD, 4096, 40_960, 2);

    @Test
    void theTitleHasTheCapacity() {
        Study study = Studies.simulated(WANTED, "p,4,400g,32g,16").study();

        Page page = PageStudy.of(study);

        assertThat(page.title()).isEqualTo(study.standard().outcome().count() + " more instances fit");
        assertThat(page.subtitle())
                .isEqualTo("Each with 4.0 GiB memory, 40.0 GiB disk, 2 vcpus, drbd, on 4 nodes with 0 instances,"
                        + " as of 2026-03-01");
        assertThat(page.sections().stream().map(Section::heading))
                .containsExactly("At a glance", "Nodes when filled", "Tiered allocation");
    }

    @Test
    void theTitleSaysAtLeastWhereALimitEndedTheFill() {
        Analyst analyst = Studies.simulated(WANTED.atMost(1), "p,4,400g,32g,16");
        analyst.diagnose(count -> {});

        assertThat(PageStudy.of(analyst.study()).title()).isEqualTo("At least 1 more instance fits");
    }

    @Test
    void barsAddUpToNodes() {
        Cluster cluster = RandomClusters.skewed(12, 6, 5);
        Study study = Studies.analyst(cluster, WANTED).study();

        Bars memory = parts(PageStudy.of(study), Bars.class, "Memory").getFirst();

        for (Node node : cluster.nodes()) {
            Bars.Bar bar = memory.bars().stream()
                    .filter(each -> each.name().equals(node.name()))
                    .findFirst()
                    .orElseThrow();
            assertThat(bar.total()).as(node.name()).isEqualTo(node.memory().total());
        }
        double added = memory.bars().stream()
                .mapToDouble(bar -> bar.amounts().get(series(memory, Tone.ADDED)))
                .sum();
        assertThat(added).isEqualTo(4096.0 * study.standard().outcome().count());
    }

    @Test
    void theFullestNodesComeFirst() {
        Study study = Studies.analyst(RandomClusters.skewed(12, 6, 5), WANTED).study();

        for (Bars bars : parts(PageStudy.of(study), Bars.class, "")) {
            int free = series(bars, Tone.FREE);
            assertThat(bars.bars().stream().map(bar -> bar.amounts().get(free) / bar.total()))
                    .as(bars.title())
                    .isSorted();
        }
    }

    @Test
    void daysBeyondTheCurveAreNotMarked() {
        Analyst analyst = Studies.simulated(WANTED, "p,4,400g,32g,16");
        analyst.forecast(Studies.history());

        List<Curve> curves = parts(PageStudy.of(analyst.study()), Curve.class, "");

        assertThat(curves.stream().map(Curve::title)).containsExactly("Memory in use", "Disk in use");
        assertThat(curves.get(0).marks()).hasSize(1);
        assertThat(curves.get(0).limits()).containsExactly(new Curve.Limit("capacity", 1_500_000));
        assertThat(curves.get(1).marks()).isEmpty();
        assertThat(curves.get(1).note()).isEqualTo("It is full too late to be seen here.");
    }

    @Test
    void columnsAreNamedByTheirDifferences() {
        Study study = Studies.simulated(Wanted.of(DiskTemplate.DRBD, 4096, 1024, 1), "p,4,400g,30g,16")
                .study();

        Columns columns = parts(PageStudy.of(study), Columns.class, "").getFirst();

        assertThat(columns.axis()).isEqualTo("memory");
        assertThat(columns.note()).isEqualTo("Memory of each size. All have 4.0 GiB disk, 4 vcpus.");
        assertThat(columns.columns().getFirst().name()).isEqualTo("16.0 GiB");
        assertThat(columns.columns().stream()
                        .mapToDouble(Columns.Column::amount)
                        .sum())
                .isEqualTo(study.tiered().outcome().count());
    }

    @Test
    void movesAreShownAsCommands() {
        Analyst analyst = Studies.analyst(RandomClusters.skewed(6, 6, 3), WANTED);
        analyst.pack(SearchBudget.NONE, MoveAllowance.ANY, PackingListener.NONE);
        Study study = analyst.study();

        Section last =
                PageStudy.of(study, new ShortNames(".example.com")).sections().getLast();

        assertThat(last.heading()).startsWith("What has to be moved first");
        Part.Table table = (Part.Table) last.parts().getFirst();
        assertThat(table.rows().getFirst().getFirst()).isEqualTo("1");
        assertThat(table.rows()).allMatch(row -> row.getLast().startsWith("gnt-instance "));
    }

    @Test
    void everyClusterMakesAPage() throws IOException, ParserConfigurationException, SAXException {
        for (Map.Entry<Long, Cluster> each : Studies.small(25).entrySet()) {
            long seed = each.getKey();
            String html = HtmlPage.of(PageStudy.of(Studies.thorough(each.getValue(), seed)));

            DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(html)));
            assertThat(html).as("seed %d", seed).doesNotContain("NaN", "Infinity", ">null<", "Optional");
        }
    }

    private static int series(Bars bars, Tone tone) {
        return bars.series().stream().map(Bars.Series::tone).toList().indexOf(tone);
    }

    /** Returns the charts of a kind whose title begins like this. */
    private static <T extends Part.Chart> List<T> parts(Page page, Class<T> kind, String title) {
        return page.sections().stream()
                .map(Section::parts)
                .flatMap(List::stream)
                .filter(kind::isInstance)
                .map((Function<Part, T>) kind::cast)
                .filter(chart -> chart.title().startsWith(title))
                .toList();
    }
}
