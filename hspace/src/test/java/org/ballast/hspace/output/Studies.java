package org.ballast.hspace.output;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.ballast.backends.simulation.Simulation;
import org.ballast.capacity.CandidateNodes;
import org.ballast.capacity.CapacityRules;
import org.ballast.capacity.FillResult;
import org.ballast.capacity.InstanceShape;
import org.ballast.capacity.StandardFill;
import org.ballast.capacity.TieredFill;
import org.ballast.capacity.Totals;
import org.ballast.capacity.bottleneck.NodeHardware;
import org.ballast.capacity.mix.Flavour;
import org.ballast.capacity.packing.MoveAllowance;
import org.ballast.capacity.packing.PackingListener;
import org.ballast.capacity.packing.SearchBudget;
import org.ballast.capacity.whatif.ClusterChange;
import org.ballast.capacity.whatif.WhatIf;
import org.ballast.hspace.forecast.ForecastResource;
import org.ballast.hspace.forecast.History;
import org.ballast.hspace.forecast.Observation;
import org.ballast.hspace.study.Analyst;
import org.ballast.hspace.study.FailureCounts;
import org.ballast.hspace.study.Fill;
import org.ballast.hspace.study.FillOutcome;
import org.ballast.hspace.study.Study;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Node;
import org.ballast.model.Scenario;
import org.ballast.planner.state.ClusterState;
import org.ballast.testkit.RandomClusters;

/** Makes studies the way the command does. */
final class Studies {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private static final int HISTORY = 120;
    private static final int MOST_NODES = 6;

    private Studies() {}

    /** What is to be placed, and how. */
    record Wanted(InstanceShape standard, InstanceShape tiered, OptionalLong limit, CapacityRules rules) {
        /** As many as fit, starting in tiered mode with instances four times as large. */
        static Wanted of(DiskTemplate template, long memory, long disk, long vcpus) {
            return new Wanted(
                    shape(template, memory, disk, vcpus),
                    shape(template, 4 * memory, 4 * disk, 4 * vcpus),
                    OptionalLong.empty(),
                    CapacityRules.STRICT);
        }

        Wanted atMost(long most) {
            return new Wanted(standard, tiered, OptionalLong.of(most), rules);
        }

        Wanted under(CapacityRules newRules) {
            return new Wanted(standard, tiered, limit, newRules);
        }
    }

    static InstanceShape shape(DiskTemplate template, long memory, long disk, long vcpus) {
        return new InstanceShape(new InstanceShape.Size(memory, disk, vcpus, 1), template, 1);
    }

    static Analyst simulated(Wanted wanted, String... groups) {
        return analyst(Simulation.cluster(List.of(groups)), wanted);
    }

    static Analyst analyst(Cluster cluster, Wanted wanted) {
        Scenario scenario = Scenario.of(cluster);
        ClusterState initial = new ClusterState(scenario);
        CandidateNodes candidateNodes = CandidateNodes.survey(initial, wanted.rules());
        Totals before = Totals.of(initial);
        ClusterState tiered = new ClusterState(scenario);
        FillResult tiers =
                TieredFill.fill(tiered, candidateNodes, List.of(wanted.tiered()), wanted.limit(), count -> {});
        ClusterState standard = new ClusterState(scenario);
        FillResult filling =
                StandardFill.fill(standard, candidateNodes, wanted.standard(), wanted.limit(), count -> {});
        return new Analyst(
                TODAY,
                scenario,
                candidateNodes,
                before,
                List.of(wanted.tiered()),
                fill(wanted.tiered(), tiered, before, tiers, candidateNodes),
                fill(wanted.standard(), standard, before, filling, candidateNodes),
                wanted.limit());
    }

    /** Returns small clusters that have nodes online, by their seeds. */
    static Map<Long, Cluster> small(int seeds) {
        Map<Long, Cluster> clusters = new TreeMap<>();
        for (long seed = 0; seed < seeds; seed++) {
            Cluster cluster = RandomClusters.of(seed);
            boolean isSmall = cluster.nodes().size() <= MOST_NODES;
            if (isSmall && !cluster.nodes().stream().allMatch(Node::isOffline)) {
                clusters.put(seed, cluster);
            }
        }
        return clusters;
    }

    /** A study of all that can be asked about a cluster that has nodes, with little effort. */
    static Study thorough(Cluster cluster, long seed) {
        DiskTemplate template = seed % 2 == 0 ? DiskTemplate.DRBD : DiskTemplate.PLAIN;
        Analyst analyst = analyst(cluster, Wanted.of(template, 2048, 20_480, 1));
        analyst.diagnose(count -> {});
        analyst.pack(new SearchBudget(Duration.ofMillis(50), 20, seed), new MoveAllowance(2), PackingListener.NONE);
        analyst.mix(
                List.of(
                        new Flavour("small", 6, shape(DiskTemplate.DRBD, 2048, 20_480, 1)),
                        new Flavour("large", 1, shape(DiskTemplate.PLAIN, 16_384, 204_800, 8))),
                count -> {});
        String node = cluster.nodes().getFirst().name();
        analyst.compare(
                List.of(
                        new WhatIf(
                                "more",
                                List.of(new ClusterChange.Upgrade(
                                        new NodeHardware(4096, 1 << 16, 1, 1), new ClusterChange.Where.Everywhere()))),
                        new WhatIf("lose=" + node, List.of(new ClusterChange.LoseNode(node)))),
                count -> {});
        analyst.forecast(history());
        return analyst.study();
    }

    /** Memory grows noisily, disk towards a day decades away, virtual CPUs not at all. */
    static History history() {
        Random random = new Random(1);
        return new History(Map.of(
                ForecastResource.MEMORY, series(day -> 500_000 + 4000 * day + 9000 * random.nextGaussian(), 1_500_000),
                ForecastResource.DISK, series(day -> 1_000_000 + 100 * day, 9_000_000),
                ForecastResource.VCPUS, series(day -> 100 + day % 3, 400)));
    }

    private static List<Observation> series(IntToDoubleFunction used, double total) {
        return IntStream.range(0, HISTORY)
                .mapToObj(day -> new Observation(
                        TODAY.minusDays(HISTORY - day), used.applyAsDouble(day), OptionalDouble.of(total)))
                .toList();
    }

    private static Fill fill(
            InstanceShape first, ClusterState state, Totals before, FillResult filling, CandidateNodes candidateNodes) {
        return new Fill(
                first,
                state,
                new FillOutcome(filling, before, Totals.of(state)),
                FailureCounts.of(filling, candidateNodes.stopped()));
    }
}
