package org.ballast.hbal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.ballast.cli.text.ShortNames;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Node;
import org.ballast.model.Plan;
import org.ballast.pages.Bars;
import org.ballast.pages.Graph;
import org.ballast.pages.Levels;
import org.ballast.pages.Page;
import org.ballast.pages.Part;
import org.ballast.pages.Section;
import org.ballast.pages.Timetable;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class ReportPageTest {
    private static final ShortNames FULL = new ShortNames("");

    private static Document parsed(Rebalancing rebalancing)
            throws ParserConfigurationException, SAXException, IOException {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(ReportPage.html(rebalancing, FULL))));
    }

    private static List<String> texts(Document page, String element) {
        NodeList found = page.getElementsByTagName(element);
        return IntStream.range(0, found.getLength())
                .mapToObj(k -> found.item(k).getTextContent())
                .toList();
    }

    private static List<String> headings(Rebalancing rebalancing) {
        return ReportPage.of(rebalancing, FULL).sections().stream()
                .map(Section::heading)
                .toList();
    }

    private static <T extends Part> List<T> parts(Rebalancing rebalancing, String heading, Class<T> type) {
        return ReportPage.of(rebalancing, FULL).sections().stream()
                .filter(section -> section.heading().equals(heading))
                .flatMap(section -> section.parts().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static Rebalancing twelve() {
        return Example.of(RandomClusters.skewed(12, 6, 5), -1);
    }

    @Test
    void tellsTheMostImportantFirst() {
        Rebalancing rebalancing = twelve();
        Page page = ReportPage.of(rebalancing, FULL);
        int moves = rebalancing.plan().steps().size();

        assertThat(moves).isGreaterThan(5);
        assertThat(page.title())
                .startsWith(moves + " moves: score ")
                .endsWith("→ " + PageWords.score(rebalancing.plan().after().total()));
        assertThat(page.subtitle()).isEqualTo("12 nodes with 72 instances; descent");
        assertThat(headings(rebalancing))
                .containsExactly(
                        "At a glance",
                        "On the way",
                        "The choice",
                        "Nodes before and after",
                        "What the score is made of",
                        "The schedule",
                        "The moves");
        assertThat(parts(rebalancing, "At a glance", Part.Facts.class).getFirst().facts().stream()
                        .map(Part.Fact::label))
                .containsExactly("Score", "Moves", "Disk copied", "Memory migrated", "Estimated time");
    }

    @Test
    void leavesOutWhatNobodyAskedFor() {
        Rebalancing bare = Example.bare(twelve());

        assertThat(headings(bare))
                .containsExactly(
                        "At a glance",
                        "On the way",
                        "Nodes before and after",
                        "What the score is made of",
                        "The moves");
        assertThat(parts(bare, "The moves", Part.Table.class).getFirst().headings().stream()
                        .map(Part.Heading::text))
                .doesNotContain("starts", "why")
                .contains("instance", "from", "to", "score", "disk", "memory", "takes");
        assertThat(ReportPage.of(bare, FULL).subtitle()).isEqualTo("12 nodes with 72 instances");
    }

    @Test
    void oneFileIsAllThereIs() throws Exception {
        Document page = parsed(twelve());

        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getElementsByTagName("link").getLength()).isZero();
        assertThat(page.getElementsByTagName("img").getLength()).isZero();
        assertThat(texts(page, "style").getFirst())
                .contains("prefers-color-scheme: dark")
                .doesNotContain("url(");
    }

    /** Names of the cluster are text, on the page, in its pictures, and in what a pointer brings up. */
    @Test
    void takesNoNameForMarkup() throws Exception {
        String nasty = "<b>&\"'";
        Cluster cluster = RandomClusters.skewed(4, 6, 5);
        List<Instance> instances = new ArrayList<>();
        for (Instance instance : cluster.instances()) {
            instances.add(renamed(instance, nasty + instance.name()));
        }
        List<Node> nodes = cluster.nodes().stream()
                .map(node -> renamed(node, nasty + node.name()))
                .toList();
        Rebalancing rebalancing = Example.of(cluster.withNodes(nodes).withInstances(instances), -1);
        String first = rebalancing
                .scenario()
                .cluster()
                .instances()
                .get(rebalancing.plan().steps().getFirst().move().instance())
                .name();

        Document page = parsed(rebalancing);

        assertThat(page.getElementsByTagName("b").getLength()).isZero();
        assertThat(texts(page, "td")).contains(first);
        assertThat(texts(page, "text")).anyMatch(text -> text.startsWith("#1 " + nasty));
        assertThat(texts(page, "title")).anyMatch(text -> text.startsWith("#1 " + first + ": " + nasty));
    }

    @Test
    void tellsThatThereIsNothingToDo() throws Exception {
        Rebalancing rebalancing = Example.of(RandomClusters.skewed(6, 4, 1), 0);

        assertThat(texts(parsed(rebalancing), "h1")).containsExactly("Nothing to move");
        assertThat(headings(rebalancing))
                .containsExactly("At a glance", "Nodes before and after", "What the score is made of");
        assertThat(parts(rebalancing, "At a glance", Part.Facts.class)
                        .getFirst()
                        .facts()
                        .getFirst()
                        .note())
                .isEqualTo("as it was");
    }

    @Test
    void tellsOfOneNode() throws Exception {
        Cluster two = RandomClusters.skewed(2, 3, 1);
        Cluster one = new Cluster(two.groups(), two.nodes().subList(0, 1), List.of(), two.tags(), two.policy());

        assertThat(texts(parsed(Example.of(one, -1)), "p")).contains("1 node with 0 instances; descent");
    }

    /** A node without memory makes some rows of the score, and the score, no numbers. */
    @Test
    void tellsOfAScoreThatIsNone() throws Exception {
        Cluster cluster = RandomClusters.skewed(4, 3, 1);
        List<Node> nodes = new ArrayList<>(cluster.nodes());
        nodes.add(new Node(
                "empty",
                0,
                nodes.getFirst().role(),
                new Node.Memory(0, 0, 0),
                new Node.Disk(0, 0),
                new Node.Cpus(0, 0, 1),
                new Node.Spindles(0, 0, false),
                List.of()));
        Rebalancing rebalancing = Example.of(cluster.withNodes(nodes), -1);

        assertThat(rebalancing.plan().before().total()).isNaN();
        assertThat(texts(parsed(rebalancing), "dd")).contains("not defined");
    }

    @Test
    void tellsOfHundredsOfMoves() throws Exception {
        Rebalancing rebalancing = Example.of(RandomClusters.skewed(80, 20, 3), 300);
        Document page = parsed(rebalancing);

        assertThat(rebalancing.plan().steps()).hasSize(300);
        Part.Table table = parts(rebalancing, "The moves", Part.Table.class).getFirst();
        assertThat(table.rows()).hasSize(300);
        List<Timetable> schedules = parts(rebalancing, "The schedule", Timetable.class);
        assertThat(schedules).hasSize(1);
        assertThat(schedules.getFirst().lanes().stream()
                        .flatMap(lane -> lane.tasks().stream())
                        .map(Timetable.Task::label)
                        .distinct())
                .hasSize(300);
        // Too many nodes to be told apart: a line for each resource, and those that change most.
        assertThat(parts(rebalancing, "Nodes before and after", Graph.class)).hasSize(5);
        assertThat(parts(rebalancing, "Nodes before and after", Levels.class)
                        .getFirst()
                        .rows())
                .hasSize(50);
        assertThat(texts(page, "title").stream().filter(text -> text.startsWith("#300 ")))
                .isNotEmpty();
    }

    @Test
    void levelsAreThoseOfTheEndState() {
        Rebalancing rebalancing = twelve();
        Levels levels =
                parts(rebalancing, "Nodes before and after", Levels.class).getFirst();
        List<Node> nodes = rebalancing.scenario().cluster().nodes();

        assertThat(levels.measures()).containsExactly("Memory", "Failover reserve", "Disk", "vCPUs", "Spindles");
        for (int k = 0; k < nodes.size(); k++) {
            Levels.Change memory = levels.rows().get(k).changes().getFirst();
            double free = rebalancing.after().unallocatedMemory(k);
            assertThat(levels.rows().get(k).name()).isEqualTo(nodes.get(k).name());
            assertThat(memory.after())
                    .isCloseTo(1 - free / nodes.get(k).memory().total(), within(1e-9));
        }
        assertThat(levels.rows().stream().flatMap(row -> row.changes().stream()))
                .anyMatch(change -> Math.abs(change.after() - change.before()) > 0.1);
    }

    @Test
    void rowsAddUpToTheScore() {
        Rebalancing rebalancing = twelve();
        Bars bars = parts(rebalancing, "What the score is made of", Bars.class).getFirst();

        assertThat(bars.bars().stream().mapToDouble(Bars.Bar::total).sum())
                .isCloseTo(rebalancing.plan().before().total(), within(1e-6));
        assertThat(bars.bars().stream()
                        .mapToDouble(bar -> bar.amounts().getFirst())
                        .sum())
                .isLessThanOrEqualTo(rebalancing.plan().after().total() + 1e-6);
    }

    @Test
    void curvesGoFromTheStartToTheEnd() {
        Rebalancing rebalancing = twelve();
        Plan plan = rebalancing.plan();
        Graph way = parts(rebalancing, "On the way", Graph.class).getFirst();
        List<Graph.Point> points = way.lines().getFirst().points();
        Graph choice = parts(rebalancing, "The choice", Graph.class).getFirst();

        assertThat(points)
                .hasSize(plan.steps().size() + 1)
                .isSortedAccordingTo((one, other) -> Double.compare(one.x(), other.x()));
        assertThat(points.getFirst().y()).isEqualTo(plan.before().total());
        assertThat(points.getLast().y()).isEqualTo(plan.steps().getLast().score());
        assertThat(points.getLast().x()).isEqualTo((double) rebalancing.cost().dataMib());
        assertThat(choice.lines().getFirst().points())
                .hasSize(rebalancing.front().size() + 1);
        assertThat(choice.spots()).hasSize(1);
    }

    @Test
    void saysHowEarlyMostIsGained() {
        Rebalancing rebalancing = twelve();
        Plan plan = rebalancing.plan();
        Milestone most = Milestone.mostOf(rebalancing).orElseThrow();
        double enough = plan.before().total()
                - 0.9 * (plan.before().total() - plan.after().total());

        assertThat(plan.steps().get(most.steps() - 1).score()).isLessThanOrEqualTo(enough);
        assertThat(plan.steps().get(most.steps() - 2).score()).isGreaterThan(enough);
        assertThat(most.dataMib()).isLessThan(most.allMib());
    }

    @Test
    void refusesDetailsOfAnotherPlan() {
        Rebalancing twelve = twelve();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rebalancing(
                        twelve.scenario(),
                        twelve.after(),
                        twelve.nodes(),
                        twelve.weights(),
                        twelve.plan(),
                        twelve.details().subList(1, 3),
                        List.of(),
                        ""));
    }

    private static Instance renamed(Instance instance, String name) {
        return new Instance(
                name,
                instance.memory(),
                instance.disk(),
                instance.disks(),
                instance.vcpus(),
                instance.status(),
                instance.autoBalance(),
                instance.placement(),
                instance.template(),
                instance.tags(),
                instance.spindleUse(),
                instance.forthcoming(),
                instance.networks());
    }

    private static Node renamed(Node node, String name) {
        return new Node(
                name,
                node.group(),
                node.role(),
                new Node.Memory(
                        node.memory().total(),
                        node.memory().reserved(),
                        node.memory().free()),
                new Node.Disk(node.disk().total(), node.disk().free()),
                new Node.Cpus(
                        node.cpus().total(), node.cpus().reserved(), node.cpus().speed()),
                new Node.Spindles(
                        node.spindles().total(),
                        node.spindles().free(),
                        node.spindles().exclusive()),
                node.tags());
    }
}
