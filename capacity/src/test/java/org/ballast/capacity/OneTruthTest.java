package org.ballast.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Group;
import org.ballast.model.Instance;
import org.ballast.model.Scenario;
import org.ballast.model.Utilisation;
import org.ballast.planner.place.AllocationRules;
import org.ballast.planner.place.allocate.Allocation;
import org.ballast.planner.place.allocate.GroupOutcome;
import org.ballast.planner.place.allocate.GroupSearch;
import org.ballast.planner.score.ScoreSheet;
import org.ballast.planner.state.ClusterState;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What capacity planning says fits is what an allocator places, and on the same nodes. */
class OneTruthTest {
    private static final int CLUSTERS = 250;

    private int placed;
    private int refused;

    @ParameterizedTest
    @EnumSource(DiskTemplate.class)
    void anInstanceFitsExactlyWhereItWouldBePlaced(DiskTemplate template) {
        // Capacity planning looks at mirrored instances pair by pair only.
        CapacityRules rules = new CapacityRules(template != DiskTemplate.DRBD, false, false);
        for (long seed = 0; seed < CLUSTERS; seed++) {
            Cluster cluster = allPreferred(RandomClusters.of(9000 + seed));
            Scenario scenario = Scenario.of(cluster);
            boolean healthy = CandidateNodes.survey(new ClusterState(scenario), rules)
                    .unhealthyNodes()
                    .isEmpty();
            if (healthy && !cluster.instances().isEmpty() && !GroupSearch.isDedicated(cluster, Optional.empty())) {
                Instance model =
                        cluster.instances().get((int) seed % cluster.instances().size());
                long factor = 1L << seed % 6;
                compare(
                        scenario,
                        rules,
                        new InstanceShape(
                                new InstanceShape.Size(
                                        factor * model.memory(), Math.max(1024, model.disk()), model.vcpus(), 1),
                                template,
                                1));
            }
        }
        assertThat(placed).isGreaterThan(10);
        assertThat(refused).isGreaterThan(10);
    }

    private void compare(Scenario scenario, CapacityRules rules, InstanceShape shape) {
        ClusterState filled = new ClusterState(scenario);
        CandidateNodes candidateNodes = CandidateNodes.survey(filled, rules);
        if (candidateNodes.targets(filled, shape.requiredNodes()).isEmpty()) {
            return;
        }
        FillResult filling = StandardFill.fill(filled, candidateNodes, shape, OptionalLong.of(1), count -> {});
        ClusterState asked = new ClusterState(scenario);
        GroupSearch search =
                new GroupSearch(asked, new AllocationRules(false, rules.checkCapacity(), Optional.empty()), false);
        int i = asked.add(shape.instance("new-0"), Utilisation.UNMEASURED);
        Optional<Allocation.Choice> choice = search.inAll(i, shape.requiredNodes())
                .best()
                .map(GroupOutcome.Searched::allocation)
                .flatMap(Allocation::best);
        assertThat(filling.placed()).as("%s in %s", shape, scenario.cluster()).hasSize(choice.isPresent() ? 1 : 0);
        if (choice.isEmpty()) {
            refused++;
            return;
        }
        placed++;
        search.commit(i, choice.get());
        if (scenario.cluster().groups().size() == 1) {
            assertThat(filled.toCluster()).isEqualTo(asked.toCluster());
        } else if (!Double.isNaN(score(asked))) {
            // Of groups where it does equally well one takes the last pair of nodes, the other the last group.
            assertThat(score(filled)).isCloseTo(score(asked), within(1e-9));
        }
    }

    private static double score(ClusterState state) {
        int[] all =
                IntStream.range(0, state.scenario().cluster().nodes().size()).toArray();
        return new ScoreSheet(state, all).score().total();
    }

    private static Cluster allPreferred(Cluster cluster) {
        List<Group> groups = cluster.groups().stream()
                .map(group -> new Group(
                        group.name(),
                        group.uuid(),
                        AllocationPolicy.PREFERRED,
                        group.tags(),
                        group.networks(),
                        group.policy()))
                .toList();
        return new Cluster(groups, cluster.nodes(), cluster.instances(), cluster.tags(), cluster.policy());
    }
}
