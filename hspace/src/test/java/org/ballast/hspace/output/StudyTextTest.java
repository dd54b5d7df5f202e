package org.ballast.hspace.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.ballast.backends.simulation.Simulation;
import org.ballast.capacity.CapacityRules;
import org.ballast.capacity.mix.Flavour;
import org.ballast.capacity.packing.MoveAllowance;
import org.ballast.capacity.packing.Packing;
import org.ballast.capacity.packing.PackingListener;
import org.ballast.capacity.packing.SearchBudget;
import org.ballast.cli.text.ShortNames;
import org.ballast.hspace.forecast.ForecastResource;
import org.ballast.hspace.forecast.History;
import org.ballast.hspace.forecast.Observation;
import org.ballast.hspace.output.Studies.Wanted;
import org.ballast.hspace.scenario.WhatIfReader;
import org.ballast.hspace.study.Analyst;
import org.ballast.hspace.study.Study;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.model.Placement;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.api.Test;

class StudyTextTest {
    private static final Wanted SMALL = Wanted.of(DiskTemplate.DRBD, 1024, 10_240, 2);
    private static final CapacityRules UNCHECKED = new CapacityRules(false, false, false);

    @Test
    void questionsNotAskedPrintNothing() {
        assertThat(StudyText.lines(Studies.simulated(SMALL, "p,4,100g,8g,8").study()))
                .isEmpty();
    }

    @Test
    void theBottleneckIsExplained() {
        Analyst analyst = Studies.simulated(SMALL, "p,2,100g,8g,64");
        analyst.diagnose(count -> {});

        assertThat(StudyText.lines(analyst.study()))
                .containsExactly(
                        "What stops the next instance (1.0 GiB memory, 10.0 GiB disk, 2 vcpus, drbd):",
                        "  - most often memory for failovers",
                        "  - as primary: memory for failovers on 2 of 2 nodes",
                        "  - as secondary: memory for failovers on 2 of 2 nodes",
                        "  - nearest as primary: node-01-001 needs 1.0 GiB memory, has 1023 MiB (5.0 GiB free,"
                                + " 4.0 GiB to be kept)",
                        "  - nearest as primary: node-01-002 needs 1.0 GiB memory, has 1023 MiB (4.0 GiB free,"
                                + " 3.0 GiB to be kept)",
                        "  - nearest as secondary: node-01-001 (for node-01-002) needs 1.0 GiB memory, has 1023 MiB"
                                + " (5.0 GiB free, 4.0 GiB to be kept)",
                        "  - nearest as secondary: node-01-002 (for node-01-001) needs 1.0 GiB memory, has 1023 MiB"
                                + " (4.0 GiB free, 3.0 GiB to be kept)",
                        "To fit 1 more, add this:",
                        "  - 2 MiB memory: 1 MiB on each of node-01-001, node-01-002",
                        "To fit 10 more, add this:",
                        "  - 18.0 GiB memory, 140.0 GiB disk: 9.0 GiB memory and 70.0 GiB disk on each of node-01-001,"
                                + " node-01-002; no single resource would do",
                        "Memory kept free for failovers (N+1):",
                        "  - in all 7.0 GiB of 16.0 GiB (43.8 %) when filled, 0 MiB of 16.0 GiB (0.0 %) as it is",
                        "  - node-01-001 keeps 4.0 GiB for the failure of node-01-002",
                        "  - node-01-002 keeps 3.0 GiB for the failure of node-01-001",
                        "What hail would answer to a request for one:",
                        "  - hail would place it on node-01-002:node-01-001, as hspace does");
    }

    @Test
    void noHardwareHelpsWherePoliciesRefuse() {
        Analyst analyst = Studies.simulated(Wanted.of(DiskTemplate.PLAIN, 64, 10_240, 2), "p,2,100g,8g,64");
        analyst.diagnose(count -> {});

        assertThat(StudyText.lines(analyst.study()))
                .contains(
                        "  - as primary: policy on 2 of 2 nodes",
                        "  - node-01-001's group does not accept the instance's memory",
                        "To fit 1 more:",
                        "  - nothing that is added to nodes would help: the policy accepts no such instance",
                        "  - hail would refuse it, as hspace does: memory (2 choices of nodes)");
    }

    @Test
    void differencesToHailsAnswerAreExplained() {
        // Instances may go anywhere where a balanced cluster stays balanced; hail prefers groups.
        Analyst analyst = Studies.simulated(SMALL, "p,2,100g,8g,8", "a,2,100g,80g,8");
        analyst.diagnose(count -> {});
        Study study = analyst.study();

        assertThat(study.hail().agrees()).isFalse();
        assertThat(StudyText.lines(study))
                .contains(
                        "  - hail would place it on node-02-002:node-02-001",
                        "  - hspace begins on node-01-002:node-01-001",
                        "  - hail takes preferred groups before those of last resort; hspace takes the nodes that leave"
                                + " the best balance, in whichever group");
    }

    @Test
    void unhealthyClustersAreReported() {
        Analyst analyst = Studies.analyst(overcommitted(), Wanted.of(DiskTemplate.DRBD, 1024, 1024, 1));
        analyst.diagnose(count -> {});
        analyst.pack(SearchBudget.NONE, MoveAllowance.NONE, PackingListener.NONE);

        assertThat(StudyText.lines(analyst.study()))
                .contains(
                        "  - nothing is placed because the cluster is not healthy",
                        "  - the cluster is not healthy: node-01-002 could not host the failovers that may come",
                        "  - nothing that is added to nodes would help: the cluster is not healthy");
    }

    /** One of two nodes could not take what runs on the other. */
    private static Cluster overcommitted() {
        Cluster empty = Simulation.cluster(List.of("p,2,100g,8g,8"));
        Instance large = Studies.shape(DiskTemplate.DRBD, 9000, 1024, 1)
                .instance("large")
                .withPlacement(new Placement(0, 1));
        return new Cluster(empty.groups(), empty.nodes(), List.of(large), List.of(), empty.policy());
    }

    @Test
    void nothingStopsTheNextInstanceAfterALimit() {
        Analyst analyst = Studies.simulated(SMALL.atMost(1), "p,2,100g,8g,64");
        analyst.diagnose(count -> {});

        assertThat(StudyText.lines(analyst.study())).contains("  - nothing: one more would fit");
    }

    @Test
    void changesAreComparedInColumns() {
        Analyst analyst =
                Studies.analyst(RandomClusters.skewed(4, 3, 7), Wanted.of(DiskTemplate.DRBD, 2048, 20_480, 2));
        analyst.compare(
                List.of(
                        WhatIfReader.read("memory=+64g"),
                        WhatIfReader.read(
                                "lose=node0001.example.com/lose=node0002.example.com/lose=node0003.example.com")),
                count -> {});

        assertThat(StudyText.lines(analyst.study(), new ShortNames(".example.com")))
                .containsExactly(
                        "What if:",
                        "                                 now memory=+64g [2] lose=node000..e=node0003",
                        "  nodes                            4           4                            1",
                        "  instances                       12          12                           12",
                        "  memory                   164.0 GiB   420.0 GiB                     32.0 GiB",
                        "    used                    25.5 GiB    25.5 GiB                     25.5 GiB",
                        "  disk                       6.6 TiB     6.6 TiB                      1.8 TiB",
                        "    used                     1.2 TiB     1.2 TiB                    615.0 GiB",
                        "  vcpus                          220         220                           52",
                        "    used                          29          29                           26",
                        "  standard more                   38    52 (+14)                      0 (-38)",
                        "  tiered more                     12    26 (+14)                      0 (-12)",
                        "  stopped by    memory for failovers spindle use                   no partner",
                        "  - [2] is lose=node0001/lose=node0002/lose=node0003",
                        "  - with lose=node0001/lose=node0002/lose=node0003, instance00001, instance00002,"
                                + " instance00003, instance00004, instance00005 and 7 more have no second copy of"
                                + " disks");
    }

    @Test
    void stagesOfAMixAreListed() {
        Analyst analyst =
                Studies.simulated(Wanted.of(DiskTemplate.PLAIN, 1024, 10_240, 1).under(UNCHECKED), "p,1,100g,10g,16");
        analyst.mix(
                List.of(
                        new Flavour("small", 1, Studies.shape(DiskTemplate.PLAIN, 1024, 5120, 1)),
                        new Flavour("large", 1, Studies.shape(DiskTemplate.PLAIN, 4096, 5120, 1))),
                count -> {});

        assertThat(StudyText.lines(analyst.study()))
                .containsExactly(
                        "Mix allocation results:",
                        "  -   1 whole mixes",
                        "  -   6 instances allocated",
                        "  -   5 instances of small: weight 1, 1.0 GiB memory, 5.0 GiB disk, 1 vcpu, plain",
                        "  -   1 instances of large: weight 1, 4.0 GiB memory, 5.0 GiB disk, 1 vcpu, plain",
                        "The last ones of the mix:",
                        "  - large stops first, after 3 instances, because of memory (1 choice of nodes);"
                                + " still to come are 3 small",
                        "  - small stops after 6 instances, because of memory (1 choice of nodes)");
    }

    @Test
    void aForecastHasALineForEachResource() {
        Analyst analyst = Studies.simulated(SMALL, "p,2,100g,8g,64");
        LocalDate start = Studies.TODAY.minusDays(60);
        analyst.forecast(new History(Map.of(
                ForecastResource.VCPUS,
                IntStream.range(0, 60)
                        .mapToObj(day -> new Observation(start.plusDays(day), 100 + 2 * day, OptionalDouble.of(700)))
                        .toList())));

        assertThat(StudyText.lines(analyst.study()))
                .containsExactly(
                        "Forecast of 2026-03-01:",
                        "  - The cluster is full on 2026-10-27 (80 %: 2026-10-27, 95 %: 2026-10-27), first of all vcpus.",
                        "  - vcpus: +2.0/day, full on 2026-10-27 (80 %: 2026-10-27, 95 %: 2026-10-27)");
    }

    @Test
    void aSearchReportsItsGainAndItsMoves() {
        Analyst analyst =
                Studies.analyst(RandomClusters.skewed(6, 6, 3), Wanted.of(DiskTemplate.DRBD, 4096, 20_480, 2));
        analyst.pack(new SearchBudget(SearchBudget.LONGEST, 2000, 1), MoveAllowance.ANY, PackingListener.NONE);
        Study study = analyst.study();
        Packing packing = study.packed().orElseThrow().standard();
        assertThat(packing.count()).isGreaterThan(packing.greedy());
        int moves = packing.moves().steps().size();

        List<String> lines = StudyText.lines(study, new ShortNames(".example.com"));

        List<String> standard =
                lines.subList(lines.indexOf("Optimized (fixed-size) allocation results:") + 1, lines.size());
        assertThat(standard).hasSize(4 + moves);
        assertThat(standard.get(0))
                .isEqualTo("  - %3d instances allocated, %d more than one after another; at most %d fit"
                        .formatted(
                                packing.count(),
                                packing.count() - packing.greedy(),
                                packing.most().orElseThrow()));
        assertThat(standard.get(2)).isEqualTo("  - any one node may still fail: all that runs on it finds a place");
        assertThat(standard.get(3)).isEqualTo("  - needs " + moves + " moves first, in this order:");
        assertThat(standard.get(4)).matches(" +1\\. instance\\d+: node\\d+:node\\d+ -> node\\d+:node\\d+");
    }

    @Test
    void everyClusterIsReportedInWholeLines() {
        Studies.small(25).forEach((seed, cluster) -> {
            List<String> lines = StudyText.lines(Studies.thorough(cluster, seed));

            assertThat(lines)
                    .as("seed %d", seed)
                    .allMatch(line -> line.endsWith(":") != line.startsWith("  ") || line.endsWith("in this order:"))
                    .noneMatch(line -> line.matches(".*(null|NaN|Infinity|Optional|\\[\\]| $).*"));
        });
    }
}
