package org.ballast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterTest {
    private static Instance on(Placement placement) {
        return Samples.instance(draft -> draft.placement = placement);
    }

    @Test
    void rejectsNodesOfUnknownGroups() {
        Cluster cluster = Samples.cluster(List.of(0, 1));

        assertThat(cluster.withNodes(List.of(Samples.node("far", 1))).nodes()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cluster.withNodes(List.of(Samples.node("far", 2))))
                .withMessage("node far names group 2 of 2. Maybe the groups were filtered but the nodes were not?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cluster.withNodes(List.of(Samples.node("nowhere", -1))))
                .withMessageStartingWith("node nowhere names group -1 of 2.");
    }

    @Test
    void rejectsPlacementsOnUnknownNodes() {
        Cluster cluster = Samples.cluster(List.of(0, 0));

        assertThat(cluster.withInstances(List.of(on(new Placement(1, 0)), on(Placement.on(1))))
                        .instances())
                .hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cluster.withInstances(List.of(on(new Placement(0, 2)))))
                .withMessage("instance instance is placed on Placement[primary=0, secondary=2], but there are 2 nodes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cluster.withInstances(List.of(on(Placement.on(2)))))
                .withMessageContaining("primary=2");
    }

    @Test
    void isNotChangedThroughTheListsItWasMadeOf() {
        List<Node> nodes = new ArrayList<>(List.of(Samples.node("n0", 0)));
        Cluster cluster = Samples.cluster(List.of(0)).withNodes(nodes);
        nodes.clear();

        assertThat(cluster.nodes()).hasSize(1);
    }

    @Test
    void instancesAreSplitIfTheirNodesAreInDifferentGroups() {
        Cluster cluster = Samples.cluster(List.of(0, 0, 1));

        assertThat(cluster.isSplit(on(new Placement(0, 2)))).isTrue();
        assertThat(cluster.isSplit(on(new Placement(2, 1)))).isTrue();
        assertThat(cluster.isSplit(on(new Placement(0, 1)))).isFalse();
        assertThat(cluster.isSplit(on(Placement.on(2)))).isFalse();
    }
}
