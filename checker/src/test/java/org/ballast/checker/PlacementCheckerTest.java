package org.ballast.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.model.InstancePolicy;
import org.ballast.model.InstanceStatus;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.junit.jupiter.api.Test;

class PlacementCheckerTest {
    private final Sketch three = new Sketch().node("a").node("b").node("c");

    @Test
    void roomyNodesTakeANewInstance() {
        PlacementChecker checker = checker(three);
        assertThat(checker.place(drbd(1024), new Placement(0, 1))).isEmpty();
        assertThat(checker.stranded(Set.of(0))).isEmpty();
        assertThat(checker.cluster().instances())
                .singleElement()
                .extracting(Instance::placement)
                .isEqualTo(new Placement(0, 1));
    }

    @Test
    void instancesPlacedBeforeTakeRoom() {
        PlacementChecker checker = checker(three);
        assertThat(checker.place(plain(5000), Placement.on(0))).isEmpty();
        assertThat(checker.place(plain(5000), Placement.on(0))).contains(new HostRefusal.Memory(0, 1, 5000, 3192));
    }

    @Test
    void theNumberOfNodesHasToFitTheDisks() {
        PlacementChecker checker = checker(three.node("d", node -> node.group = 1));
        for (Placement wrong : List.of(Placement.on(0), new Placement(0, 0), new Placement(0, 3), Placement.NOWHERE)) {
            assertThat(checker.place(drbd(1024), wrong))
                    .singleElement()
                    .isInstanceOf(PlacementRefusal.WrongNodes.class);
        }
        assertThat(checker.place(plain(1024), new Placement(0, 1)))
                .singleElement()
                .isInstanceOf(PlacementRefusal.WrongNodes.class);
    }

    @Test
    void offlineNodesTakeNothing() {
        PlacementChecker checker = checker(three.node("off", node -> node.offline = true));
        assertThat(checker.place(drbd(1024), new Placement(0, 3))).contains(new MoveRefusal.OfflineTarget(0, 3));
    }

    @Test
    void policiesAndNetworksOfTheGroupCount() {
        Cluster cluster = three.cluster();
        Cluster strict = new Cluster(
                cluster.groups().stream()
                        .map(group -> group.withPolicy(InstancePolicy.DEFAULT))
                        .toList(),
                cluster.nodes(),
                cluster.instances(),
                cluster.tags(),
                cluster.policy());
        PlacementChecker checker = new PlacementChecker(Scenario.of(strict), false);
        Instance tiny = instance(64, DiskTemplate.PLAIN, List.of("net"));
        assertThat(checker.place(tiny, Placement.on(2)))
                .containsExactly(
                        new PlacementRefusal.Disconnected(0, 2, "net"),
                        new PlacementRefusal.AgainstPolicy(0, 2, InstancePolicy.Violation.MEMORY));
    }

    @Test
    void softRulesCanBeWaivedForThePrimaryOnly() {
        Sketch tight = three.vcpuRatio(0.2);
        assertThat(checker(tight).place(drbd(1024), new Placement(0, 1)))
                .contains(new HostRefusal.Vcpus(0, 0, 0.25, 0.2));
        PlacementChecker lenient = new PlacementChecker(tight.scenario(), true);
        assertThat(lenient.place(drbd(1024), new Placement(0, 1))).isEmpty();
        assertThat(lenient.place(drbd(8000), new Placement(2, 0)))
                .anyMatch(HostRefusal.FailoverMemory.class::isInstance);
    }

    @Test
    void anInstanceGetsASecondCopy() {
        PlacementChecker checker = checker(three.single("i", "a", instance -> instance.template = DiskTemplate.PLAIN));
        assertThat(checker.mirror(0, 1)).isEmpty();
        assertThat(checker.cluster().instances().getFirst().placement()).isEqualTo(new Placement(0, 1));
        assertThat(checker.mirror(0, 0)).singleElement().isInstanceOf(PlacementRefusal.WrongNodes.class);
    }

    @Test
    void instancesThatFitOnNoOtherNodeAreStranded() {
        PlacementChecker checker = checker(new Sketch()
                .node("a")
                .node("b", node -> node.memory = 2048)
                .node("c", node -> node.memory = 2048)
                .single("i", "b", instance -> instance.memory = 1500));
        assertThat(checker.stranded(Set.of(0))).isEmpty();
        assertThat(checker.place(plain(4000), Placement.on(0))).isEmpty();
        assertThat(checker.stranded(Set.of(0)))
                .containsExactly(new PlacementRefusal.Stranded(1, 0), new PlacementRefusal.GroupFull(0, 4000, 2596));
        assertThat(checker.stranded(Set.of(1))).isEmpty();
        assertThat(checker.stranded(Set.of(0)).getFirst().describe(checker.cluster()))
                .isEqualTo("new could not be restarted if a failed");
    }

    @Test
    void mirroredInstancesAreStrandedIfTheirSecondaryLacksMemory() {
        Sketch full = new Sketch()
                .node("a")
                .node("b", node -> node.memory = 2000)
                .drbd("i", "a", "b", instance -> instance.memory = 1200)
                .drbd("k", "a", "b", instance -> instance.memory = 900);
        assertThat(checker(full).stranded(Set.of(0))).containsExactly(new PlacementRefusal.Stranded(0, 0));
    }

    private static PlacementChecker checker(Sketch sketch) {
        return new PlacementChecker(sketch.scenario(), false);
    }

    private static Instance drbd(long memory) {
        return instance(memory, DiskTemplate.DRBD, List.of());
    }

    private static Instance plain(long memory) {
        return instance(memory, DiskTemplate.PLAIN, List.of());
    }

    private static Instance instance(long memory, DiskTemplate template, List<String> networks) {
        return new Instance(
                "new",
                memory,
                2048,
                List.of(new Instance.Disk(2048, OptionalLong.empty())),
                1,
                InstanceStatus.RUNNING,
                true,
                Placement.NOWHERE,
                template,
                List.of(),
                1,
                false,
                networks);
    }
}
