package org.ballast.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ballast.backends.simulation.Simulation;
import org.ballast.model.Cluster;
import org.junit.jupiter.api.Test;

class StaticNodeMemoryTest {
    private static final Cluster CLUSTER = Simulation.cluster(List.of("p,2,10g,1g,4,2,True"));

    private static Cluster applied(long mebibytes, String... hypervisors) {
        return new StaticNodeMemory(mebibytes).applyTo(CLUSTER, List.of(hypervisors));
    }

    @Test
    void kvmNodesReserveTheGivenMemory() {
        Cluster applied = applied(100, "kvm", "xen-pvm");

        assertThat(applied.nodes()).extracting(node -> node.memory().reserved()).containsExactly(100L, 100L);
        assertThat(applied.nodes())
                .usingRecursiveComparison()
                .ignoringFields("memory.reserved")
                .isEqualTo(CLUSTER.nodes());
    }

    @Test
    void nodesWithOtherHypervisorsKeepTheirReportedMemory() {
        assertThat(applied(100, "xen-pvm", "kvm")).isSameAs(CLUSTER);
        assertThat(applied(100)).isSameAs(CLUSTER);
    }

    @Test
    void withoutStaticMemoryAllNodesKeepTheirReportedMemory() {
        assertThat(applied(0, "kvm")).isSameAs(CLUSTER);
        assertThat(applied(-1, "kvm")).isSameAs(CLUSTER);
    }
}
