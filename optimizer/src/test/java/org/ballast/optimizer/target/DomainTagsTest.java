package org.ballast.optimizer.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ballast.model.ScoreRow;
import org.ballast.planner.score.ScoreSheet;
import org.ballast.planner.state.ClusterState;
import org.ballast.testkit.SmallCluster;
import org.junit.jupiter.api.Test;

class DomainTagsTest {
    private static SmallCluster racks() {
        return new SmallCluster()
                .tags("htools:iextags:svc", "htools:nlocation:rack")
                .node(node -> node.tags = List.of("rack:1"))
                .node(node -> node.tags = List.of("rack:1"))
                .node(node -> node.tags = List.of("rack:2"));
    }

    private static double excluded(ClusterState state, int[] groups) {
        double sum = 0;
        for (int group : groups) {
            sum += new ScoreSheet(state, state.nodesOf(group))
                    .score().components().stream()
                            .filter(component -> component.row() == ScoreRow.LOCATION_EXCLUSION)
                            .mapToDouble(component -> component.value())
                            .sum();
        }
        return sum;
    }

    private static int shared(ClusterState state) {
        int[] position = {0, 1, 2, 0, 1};
        DomainTags domains = new DomainTags(state.nodes, state.instances, position);
        for (int i = 0; i < state.instanceCount(); i++) {
            domains.add(i, state.placement(i).primary(), 1);
        }
        return domains.shared();
    }

    @Test
    void instancesWithTheSameTagInOneDomainAreCountedBeyondTheFirst() {
        ClusterState state = racks().single(0, i -> i.tags = List.of("svc:dns"))
                .single(1, i -> i.tags = List.of("svc:dns"))
                .single(1, i -> i.tags = List.of("svc:web"))
                .single(2, i -> i.tags = List.of("svc:dns"))
                .as(ClusterState::new);
        assertThat(shared(state)).isEqualTo(1);
        assertThat(excluded(state, new int[] {0})).isEqualTo(1);
    }

    @Test
    void aTagGivenTwiceCountsTwice() {
        ClusterState state =
                racks().single(0, i -> i.tags = List.of("svc:dns", "svc:dns")).as(ClusterState::new);
        assertThat(shared(state)).isEqualTo(1);
        assertThat(excluded(state, new int[] {0})).isEqualTo(1);
    }

    @Test
    void domainsEndAtTheirGroup() {
        ClusterState state = racks().node(node -> {
                    node.group = 1;
                    node.tags = List.of("rack:1");
                })
                .node(node -> node.group = 1)
                .single(0, i -> i.tags = List.of("svc:dns"))
                .single(3, i -> i.tags = List.of("svc:dns"))
                .as(ClusterState::new);
        assertThat(shared(state)).isZero();
        assertThat(excluded(state, new int[] {0, 1})).isZero();
    }

    @Test
    void aRiseIsComputedWithoutAChange() {
        ClusterState state = racks().single(0, i -> i.tags = List.of("svc:dns"))
                .single(2, i -> i.tags = List.of("svc:dns"))
                .as(ClusterState::new);
        DomainTags domains = new DomainTags(state.nodes, state.instances, new int[] {0, 1, 2});
        domains.add(0, 0, 1);
        domains.add(1, 2, 1);
        assertThat(domains.riseOfMove(1, 2, 1)).isEqualTo(1);
        assertThat(domains.riseOfMove(0, 0, 1)).isZero();
        assertThat(domains.shared()).isZero();
    }
}
