package org.ballast.hspace.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.ballast.capacity.CapacityRules;
import org.ballast.hspace.study.Study;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Node;
import org.ballast.model.NodeRole;
import org.ballast.model.Scenario;
import org.ballast.testkit.Json;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonStudyTest {
    private static final Json WHOLE = json(WholeStudy.ofThreeNodes());

    private static Json json(Study study) {
        return Json.parse(SampleStudies.json(study));
    }

    private static String at(Json json, String... path) {
        Json found = json;
        for (String name : path) {
            found = found.at(name);
        }
        return found.write();
    }

    private static List<String> texts(Json json, String name) {
        return json.elements().stream().map(element -> element.at(name).text()).toList();
    }

    @Test
    void questionsNotAskedAreNull() {
        Json document = json(SampleStudies.of(SampleStudies.simulated("p,2,100g,16g,8")));

        assertThat(at(document, "format")).isEqualTo("\"ballast-capacity\"");
        assertThat(at(document, "version")).isEqualTo("1");
        assertThat(at(document, "date")).isEqualTo("\"2026-05-04\"");
        assertThat(List.of("bottleneck", "optimized", "mix", "what_if", "forecast"))
                .allSatisfy(name -> assertThat(at(document, name)).isEqualTo("null"));
        assertThat(((Json.Struct) document).members())
                .extracting(Json.Member::name)
                .containsExactly(
                        "format",
                        "version",
                        "date",
                        "cluster",
                        "groups",
                        "nodes",
                        "unhealthy",
                        "tiered",
                        "standard",
                        "hail",
                        "bottleneck",
                        "optimized",
                        "mix",
                        "what_if",
                        "forecast");
    }

    @Test
    void amountsEqualThoseOfTheCsvTable() {
        Study study = SampleStudies.of(RandomClusters.of(5));
        Json document = json(study);

        List<String> found = new ArrayList<>();
        addStocks(found, document.at("cluster"));
        document.at("groups").elements().forEach(group -> addStocks(found, group));
        document.at("nodes").elements().forEach(node -> addStocks(found, node));

        List<String> expected = CsvTable.rows(SampleStudies.csv(study)).stream()
                .map(row -> String.join(
                        ",",
                        row.get("resource"),
                        row.get("total"),
                        row.get("used"),
                        row.get("reserved"),
                        row.get("free"),
                        row.get("after_standard"),
                        row.get("after_tiered")))
                .toList();
        assertThat(found).hasSizeGreaterThan(20).isEqualTo(expected);
    }

    private static void addStocks(List<String> found, Json subject) {
        for (String resource : List.of("memory", "disk", "vcpus", "spindles", "instances")) {
            if (subject.at(resource) instanceof Json.Struct stock) {
                found.add(String.join(
                        ",",
                        resource,
                        at(stock, "total"),
                        at(stock, "used"),
                        at(stock, "reserved"),
                        at(stock, "free"),
                        at(stock, "after_standard"),
                        at(stock, "after_tiered")));
            }
        }
    }

    @Test
    void bothWaysOfFillingAreWritten() {
        Json document = json(SampleStudies.of(SampleStudies.simulated("p,3,100g,24g,8")));

        Json tiered = document.at("tiered");
        assertThat(at(tiered, "shape"))
                .isEqualTo("{\"memory\": 16384, \"disk\": 102400, \"vcpus\": 8, \"spindles\": 1,"
                        + " \"disk_template\": \"drbd\", \"nodes\": 2}");
        assertThat(at(tiered, "sizes"))
                .isEqualTo("[{\"memory\": 16384, \"disk\": 102144, \"vcpus\": 8, \"spindles\": 1, \"count\": 1}]");
        Json standard = document.at("standard");
        assertThat(at(standard, "complete")).isEqualTo("true");
        assertThat(at(standard, "count")).isEqualTo("10");
        assertThat(at(standard, "sizes")).contains("\"count\": 10}");
        assertThat(texts(standard.at("failures"), "reason").getFirst()).isEqualTo("FailMem");
        assertThat(texts(standard.at("placed"), "name"))
                .hasSize(10)
                .startsWith("new-0", "new-1")
                .doesNotHaveDuplicates();
        assertThat(standard.at("placed").elements())
                .allSatisfy(instance -> assertThat(List.of("node-01-001", "node-01-002", "node-01-003"))
                        .contains(
                                instance.at("primary").text(),
                                instance.at("secondary").text()));
        assertThat(at(standard, "after", "instances")).isEqualTo("10");
        assertThat(at(standard, "after", "memory", "of_instances")).isEqualTo("40960");
        assertThat(at(standard, "after", "memory", "used")).isEqualTo("40960");
        assertThat(at(standard, "after", "disk", "used")).isEqualTo("204800");
        assertThat(at(standard, "after", "vcpus", "used")).isEqualTo("23");
        assertThat(at(standard, "after", "spindles")).isEqualTo("null");
        assertThat(at(standard, "after", "score")).startsWith("2.430809");
        assertThat(at(document, "cluster", "memory", "after_standard")).isEqualTo("40960");
    }

    @Test
    void hailsAnswerForTheFirstInstanceIsWritten() {
        Json document = json(SampleStudies.of(SampleStudies.simulated("p,3,100g,24g,8")));
        assertThat(at(document, "hail", "agrees")).isEqualTo("true");
        assertThat(at(document, "hail", "placement")).isEqualTo(at(document, "hail", "planned"));
        assertThat(at(document, "hail", "planned", "primary"))
                .isEqualTo(at(document.at("standard").at("placed").elements().getFirst(), "primary"));

        Json full = json(SampleStudies.of(SampleStudies.simulated("p,3,100g,4g,8")));
        assertThat(at(full, "hail", "agrees")).isEqualTo("true");
        assertThat(at(full, "hail", "placement")).isEqualTo("null");
        assertThat(texts(full.at("hail").at("refusals"), "group")).containsExactly("group-01");
        assertThat(texts(full.at("hail").at("refusals").elements().getFirst().at("failures"), "reason"))
                .containsExactly("FailMem");
    }

    @Test
    void theBottleneckIsWritten() {
        Json bottleneck = WHOLE.at("bottleneck");

        assertThat(at(bottleneck, "fits")).isEqualTo("false");
        assertThat(at(bottleneck, "reason")).isEqualTo("\"failover-memory\"");
        assertThat(at(bottleneck, "primary")).isEqualTo("[{\"reason\": \"failover-memory\", \"count\": 3}]");
        assertThat(at(bottleneck, "choices")).isEqualTo("[{\"reason\": \"FailMem\", \"count\": 6}]");
        assertThat(texts(bottleneck.at("nodes"), "name")).containsExactly("node-01-001", "node-01-002", "node-01-003");
        Json stop = bottleneck.at("nodes").elements().getFirst().at("primary");
        assertThat(at(stop, "failure")).isEqualTo("\"FailMem\"");
        assertThat(stop.at("demands").elements().getFirst().write())
                .isEqualTo("{\"kind\": \"memory\", \"needed\": 4096, \"available\": 4095, \"free\": 8192,"
                        + " \"reserved\": 4097, \"lacking\": 1}");
        Json reserves = bottleneck.at("reserves").at("after");
        assertThat(at(reserves.at("groups").elements().getFirst(), "memory")).isEqualTo("20480");
        assertThat(reserves.at("nodes").elements().getFirst().write())
                .isEqualTo("{\"name\": \"node-01-001\", \"memory\": 4096, \"unallocated\": 8192,"
                        + " \"failing\": [\"node-01-002\", \"node-01-003\"]}");
        Json one = bottleneck.at("expansions").elements().getFirst();
        assertThat(at(one, "wanted")).isEqualTo("1");
        assertThat(at(one, "fitting")).isEqualTo("10");
        assertThat(one.at("alone").elements()).hasSize(1).allSatisfy(addition -> {
            assertThat(at(addition, "fitting")).isEqualTo("11");
            long sum = addition.at("nodes").elements().stream()
                    .mapToLong(node -> Long.parseLong(at(node, "memory")))
                    .sum();
            assertThat(at(addition, "total", "memory")).isEqualTo(Long.toString(sum));
            assertThat(sum).isPositive();
        });
    }

    @Test
    void packingsAndMixesAreWritten() {
        Json packing = WHOLE.at("optimized").at("standard");
        assertThat(at(packing, "count")).isEqualTo("10");
        assertThat(at(packing, "greedy")).isEqualTo("10");
        assertThat(at(packing, "redundant")).isEqualTo("true");
        assertThat(packing.at("placed").elements()).hasSize(10);
        assertThat(at(WHOLE, "optimized", "tiered", "bound")).isEqualTo("null");

        Json mix = WHOLE.at("mix");
        assertThat(at(mix, "whole_mixes")).isEqualTo("0");
        assertThat(texts(mix.at("flavours"), "name")).containsExactly("web", "db");
        assertThat(texts(mix.at("stages"), "flavour")).containsExactly("db", "web");
        assertThat(at(mix.at("stages").elements().getFirst(), "flavours"))
                .isEqualTo("[{\"name\": \"web\", \"count\": 1}, {\"name\": \"db\", \"count\": 0}]");
        assertThat(at(mix, "after", "instances")).isEqualTo("10");
    }

    @Test
    void movesAreWritten() {
        Cluster cluster = RandomClusters.skewed(6, 6, 1);
        Json document = json(WholeStudy.of(cluster, cluster.nodes().getLast().name()));

        assertThat(document.at("optimized").at("standard").at("moves").elements())
                .isNotEmpty()
                .allSatisfy(move -> {
                    assertThat(cluster.instances())
                            .extracting(Instance::name)
                            .contains(move.at("instance").text());
                    assertThat(at(move, "from")).isNotEqualTo(at(move, "to"));
                    assertThat(move.at("commands").elements())
                            .isNotEmpty()
                            .allSatisfy(command -> assertThat(command.text())
                                    .startsWith("gnt-instance ")
                                    .endsWith(" " + move.at("instance").text()));
                });
        assertThat(document.at("what_if")
                        .elements()
                        .getLast()
                        .at("losses")
                        .at("displaced")
                        .elements())
                .isNotEmpty();
    }

    @Test
    void comparisonsAreWritten() {
        assertThat(texts(WHOLE.at("what_if"), "name")).containsExactly("now", "lose=node-01-003");
        Json lost = WHOLE.at("what_if").elements().getLast();
        assertThat(at(lost, "online_nodes")).isEqualTo("2");
        assertThat(at(lost, "standard", "count")).isEqualTo("5");
        assertThat(at(lost, "before", "memory", "total")).isEqualTo("49152");
    }

    @Test
    void forecastsAreWritten() {
        Json forecast = WHOLE.at("forecast");
        assertThat(at(forecast, "first", "expected")).isEqualTo("{\"resource\": \"memory\", \"date\": \"2026-08-02\"}");
        assertThat(texts(forecast.at("resources"), "outlook"))
                .containsExactly("growing", "falling", "not-significant", "too-few-days");
        Json memory = forecast.at("resources").elements().getFirst();
        assertThat(at(memory, "trend", "slope_per_day")).isEqualTo("500.0");
        assertThat(at(memory, "run_out", "window_95", "latest")).isEqualTo("\"2026-08-02\"");
        assertThat(memory.at("observations").elements()).hasSize(30);
        assertThat(memory.at("curve").elements()).hasSizeGreaterThan(30);
        Json instances = forecast.at("resources").elements().getLast();
        assertThat(at(instances, "p_value")).isEqualTo("null");
        assertThat(at(instances, "days_needed")).isEqualTo("5");
        assertThat(at(instances, "capacity")).isEqualTo("10");
    }

    @Test
    void groupsThatAreLeftOutAreWritten() {
        Cluster cluster = SampleStudies.simulated("u,2,100g,24g,8", "p,2,100g,24g,8");
        List<Node> nodes = new ArrayList<>(cluster.nodes());
        nodes.set(0, nodes.getFirst().withRole(NodeRole.OFFLINE));

        Json unhealthy = json(SampleStudies.of(cluster.withNodes(nodes))).at("unhealthy");

        assertThat(unhealthy.write())
                .isEqualTo("{\"stopped\": false, \"offline_nodes\": [\"node-01-001\"], \"nodes\": [], \"groups\":"
                        + " [{\"name\": \"group-02\", \"left_out\": true, \"reasons\": [\"unallocable\"]}]}");
    }

    @Test
    void reasonsForPlacingNothingAreWritten() {
        Json unhealthy = json(SampleStudies.analyst(Scenario.of(weak()), CapacityRules.STRICT, OptionalLong.empty())
                        .study())
                .at("unhealthy");
        assertThat(at(unhealthy, "stopped")).isEqualTo("true");
        assertThat(at(unhealthy, "nodes")).isNotEqualTo("[]");
        assertThat(at(unhealthy.at("groups").elements().getFirst(), "reasons")).contains("fails-n1");
    }

    /** Returns a cluster with a node that could not host a failover it may have to. */
    private static Cluster weak() {
        for (long seed = 0; ; seed++) {
            Cluster cluster = RandomClusters.of(seed);
            if (!SampleStudies.of(cluster).candidateNodes().unhealthyNodes().isEmpty()) {
                return cluster;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "a,\"b\"", "two\nlines", "日本 ✓", "back\\slash", "nul\u0001"})
    void anyNameSurvivesWritingAndReadingJson(String name) {
        Json document = json(
                SampleStudies.of(SampleStudies.renamed(SampleStudies.simulated("p,2,100g,16g,8"), name, name + "!")));

        assertThat(texts(document.at("groups"), "name")).containsExactly(name);
        assertThat(texts(document.at("nodes"), "name")).containsExactly(name + "!", "node-01-002");
        assertThat(document.at("standard").write()).contains(Json.of(name + "!").write());
    }

    @Test
    void anEmptyClusterHasADocument() {
        Json document = json(SampleStudies.of(SampleStudies.simulated()));

        assertThat(at(document, "cluster", "nodes")).isEqualTo("0");
        assertThat(at(document, "groups")).isEqualTo("[]");
        assertThat(at(document, "nodes")).isEqualTo("[]");
        assertThat(at(document, "standard", "count")).isEqualTo("0");
        assertThat(at(document, "hail", "agrees")).isEqualTo("true");
    }

    @Test
    void numbersThatJsonLacksAreNull() {
        Scenario cluster = Scenario.of(SampleStudies.simulated("p,2,100g,16g,8,0"));
        Scenario unlimited = new Scenario(
                cluster.cluster(),
                cluster.tags(),
                List.of(),
                cluster.pinned(),
                new Scenario.FillLimits(OptionalDouble.of(Double.NaN), 0));

        Json document = json(SampleStudies.of(unlimited, OptionalLong.of(1)));

        assertThat(at(document, "cluster", "score")).isEqualTo("null");
        assertThat(at(document, "cluster", "vcpus", "total")).isEqualTo("null");
        assertThat(at(document, "standard", "after", "vcpus", "total")).isEqualTo("null");
    }

    @Test
    void theCapacityIsUnknownIfALimitEndedTheFill() {
        Json document =
                json(SampleStudies.of(Scenario.of(SampleStudies.simulated("p,3,100g,24g,8")), OptionalLong.of(4)));

        assertThat(at(document, "standard", "complete")).isEqualTo("false");
        assertThat(at(document, "standard", "count")).isEqualTo("4");
        assertThat(at(document, "cluster", "instances", "total")).isEqualTo("null");
        assertThat(at(document, "cluster", "instances", "free")).isEqualTo("null");
        assertThat(at(document, "cluster", "instances", "after_standard")).isEqualTo("4");
    }
}
