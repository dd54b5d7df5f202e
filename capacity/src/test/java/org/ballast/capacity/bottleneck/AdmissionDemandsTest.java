package org.ballast.capacity.bottleneck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Node;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.model.Utilisation;
import org.ballast.planner.state.Admission;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;
import org.ballast.planner.state.Verdict;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionDemandsTest {
    private static final int CLUSTERS = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theFirstUnmetDemandIsTheVerdict(long seed) {
        for (long shift = 0; shift < CLUSTERS; shift++) {
            Scenario scenario = scenario(RandomClusters.of(6100 * seed + shift), shift);
            for (Instance model : models(scenario.cluster())) {
                ClusterState state = new ClusterState(scenario);
                int i = state.add(untagged(model), Utilisation.UNMEASURED);
                for (int primary = 0; primary < scenario.cluster().nodes().size(); primary++) {
                    comparePrimary(state, i, primary);
                    if (model.template().hasSecondary()) {
                        compareSecondaries(state, i, primary);
                    }
                }
            }
        }
    }

    private static void comparePrimary(ClusterState state, int i, int node) {
        Verdict expected = new Trial(state).allocate(i, node, Placement.NONE, false);
        assertThat(verdict(new AdmissionDemands(state, i).asPrimary(node))).isEqualTo(expected);
    }

    private static void compareSecondaries(ClusterState state, int i, int primary) {
        Admission admission = new Admission(state.nodes, state.instances);
        for (int node = 0; node < state.nodes.count; node++) {
            Verdict expected = admission.secondary(state.ledgers[node], i, primary, false, false);
            assertThat(verdict(new AdmissionDemands(state, i).asSecondary(node, primary)))
                    .as("%s as secondary of %d in %s", node, primary, state.scenario())
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void demandsWithExtraHardwareEqualThoseOfANodeThatHasIt(long seed) {
        NodeHardware extra = new NodeHardware(777, 12_345, 3, 2);
        for (long shift = 0; shift < CLUSTERS; shift++) {
            Scenario scenario = scenario(RandomClusters.of(7300 * seed + shift), shift);
            List<Node> grown =
                    scenario.cluster().nodes().stream().map(extra::addedTo).toList();
            ClusterState before = new ClusterState(scenario);
            ClusterState after =
                    new ClusterState(with(scenario, scenario.cluster().withNodes(grown)));
            for (Instance model : models(scenario.cluster())) {
                int i = before.add(untagged(model), Utilisation.UNMEASURED);
                after.add(untagged(model), Utilisation.UNMEASURED);
                for (int node = 0; node < grown.size(); node++) {
                    if (before.ledgers[node].failsRedundancy == after.ledgers[node].failsRedundancy) {
                        assertThat(new AdmissionDemands(before, i).asPrimary(node, extra))
                                .isEqualTo(new AdmissionDemands(after, i).asPrimary(node));
                        assertThat(new AdmissionDemands(before, i).asSecondary(node, 0, extra))
                                .isEqualTo(new AdmissionDemands(after, i).asSecondary(node, 0));
                    }
                }
            }
        }
    }

    @Test
    void leastReturnsTheSmallestSufficientAmount() {
        AdmissionDemands.Measurement thousand =
                extra -> List.of(new ResourceDemand(ResourceDemand.Kind.MEMORY, 1000, extra.memory(), 24));
        assertThat(AdmissionDemands.least(HardwareResource.MEMORY, NodeHardware.NONE, thousand))
                .isEqualTo(OptionalLong.of(1024));
        assertThat(AdmissionDemands.least(
                        HardwareResource.MEMORY, NodeHardware.of(HardwareResource.MEMORY, 1000), thousand))
                .isEqualTo(OptionalLong.of(24));
        assertThat(AdmissionDemands.least(HardwareResource.DISK, NodeHardware.NONE, thousand))
                .isEqualTo(OptionalLong.of(0));
        assertThat(AdmissionDemands.least(
                        HardwareResource.CPUS,
                        NodeHardware.NONE,
                        extra -> List.of(new ResourceDemand(ResourceDemand.Kind.VCPUS, 1, 0 * extra.cpus(), 0))))
                .isEmpty();
    }

    private static Scenario scenario(Cluster cluster, long shift) {
        Scenario.FillLimits limits = new Scenario.FillLimits(
                shift % 3 == 0 ? OptionalDouble.of(1.7) : OptionalDouble.empty(), shift % 4 == 0 ? 0.13 : 0);
        Scenario scenario = Scenario.of(cluster);
        return new Scenario(cluster, scenario.tags(), scenario.utilisation(), scenario.pinned(), limits);
    }

    private static Scenario with(Scenario scenario, Cluster cluster) {
        return new Scenario(cluster, scenario.tags(), scenario.utilisation(), scenario.pinned(), scenario.limits());
    }

    private static List<Instance> models(Cluster cluster) {
        return cluster.instances().stream().limit(6).toList();
    }

    private static Instance untagged(Instance model) {
        return new Instance(
                "new",
                model.memory(),
                model.disk(),
                model.disks(),
                model.vcpus(),
                model.status(),
                model.autoBalance(),
                Placement.NOWHERE,
                model.template(),
                List.of(),
                model.spindleUse(),
                model.forthcoming(),
                List.of());
    }

    private static Verdict verdict(List<ResourceDemand> demands) {
        return demands.stream()
                .filter(demand -> !demand.isMet())
                .findFirst()
                .map(demand -> demand.kind().verdict())
                .orElse(Verdict.ACCEPTED);
    }
}
