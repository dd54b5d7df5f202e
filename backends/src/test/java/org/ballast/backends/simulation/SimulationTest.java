package org.ballast.backends.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.ballast.backends.input.BackendException;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Cluster;
import org.ballast.model.Group;
import org.ballast.model.InstancePolicy;
import org.ballast.model.Node;
import org.ballast.model.NodeRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulationTest {
    @Test
    void specDescribesTheNodesOfAGroup() {
        Cluster cluster = Simulation.cluster(List.of("preferred,2,10g,2g,0x10,3,True"));

        assertThat(cluster.groups())
                .containsExactly(new Group(
                        "group-01",
                        "fake-uuid-01",
                        AllocationPolicy.PREFERRED,
                        List.of(),
                        List.of(),
                        InstancePolicy.DEFAULT));
        assertThat(cluster.nodes())
                .containsExactly(
                        node("node-01-001", NodeRole.MASTER, 3, true), node("node-01-002", NodeRole.NORMAL, 3, true));
        assertThat(cluster.instances()).isEmpty();
        assertThat(cluster.tags()).isEmpty();
    }

    @Test
    void spindlesAndStorageMayBeLeftOut() {
        assertThat(Simulation.cluster(List.of("p,1,10g,2g,16")).nodes())
                .containsExactly(node("node-01-001", NodeRole.MASTER, 1, false));
        assertThat(Simulation.cluster(List.of("p,1,10g,2g,16,7")).nodes())
                .containsExactly(node("node-01-001", NodeRole.MASTER, 7, false));
    }

    private static Node node(String name, NodeRole role, long spindles, boolean exclusive) {
        return new Node(
                name,
                0,
                role,
                new Node.Memory(2048, 0, 2048),
                new Node.Disk(10240, 10240),
                new Node.Cpus(16, 1, 1),
                new Node.Spindles(spindles, 0, exclusive),
                List.of());
    }

    @Test
    void groupsAreInReverseOrderOfTheSpecs() {
        Cluster cluster = Simulation.cluster(List.of("p,1,1g,1g,1", "last_resort,0,1,1,1", "u,2,2g,2g,2"));

        assertThat(cluster.groups())
                .extracting(Group::name, Group::allocationPolicy)
                .containsExactly(
                        tuple("group-01", AllocationPolicy.UNALLOCABLE),
                        tuple("group-02", AllocationPolicy.LAST_RESORT),
                        tuple("group-03", AllocationPolicy.PREFERRED));
        assertThat(cluster.nodes()).extracting(Node::name).containsExactly("node-01-001", "node-01-002", "node-03-001");
        assertThat(cluster.nodes()).extracting(Node::group).containsExactly(0, 0, 2);
        assertThat(cluster.nodes())
                .extracting(Node::role)
                .containsExactly(NodeRole.MASTER, NodeRole.NORMAL, NodeRole.NORMAL);
    }

    @Test
    void manyNodesHaveLongerNumbers() {
        assertThat(Simulation.cluster(List.of("a,1000,1,1,1")).nodes().getLast().name())
                .isEqualTo("node-01-1000");
    }

    @Test
    void aNegativeNodeCountMeansNoNodes() {
        assertThat(Simulation.cluster(List.of("a,-3,1,1,1")).nodes()).isEmpty();
    }

    @Test
    void figuresMayBeNegative() {
        assertThat(Simulation.cluster(List.of("p,1,-5g,1,1"))
                        .nodes()
                        .getFirst()
                        .disk()
                        .free())
                .isEqualTo(-5120);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | expected 6 comma-separated sections (allocation policy, node count, disk size, memory size,"
                        + " number of CPUs, spindles) but got 0: ''",
                "p,1,1 | but got 3: 'p,1,1'",
                "p,1,10g,1g,4,3,True,9 | but got 8: 'p,1,10g,1g,4,3,True,9'",
                "x,2,10g,1g,4 | Invalid string value for type AllocPolicy: \"x\"; Cannot parse AllocPolicy abbreviation 'x'",
                "P,2,10g,1g,4 | Cannot parse AllocPolicy abbreviation 'P'",
                "p,x,1,1,1 | node count: cannot parse string 'x'",
                "p,1,1q,1,1 | disk size: Unknown unit 'q'",
                "p,1,1,1e3,1 | memory size: Can't parse string '1e3'",
                "p,1,1,1,4x | cpu count: leftover characters when parsing '4x': 'x'",
                "p,1,1,1,1,x | spindles: cannot parse string 'x'",
                "p,1,1,1,1,1,true | exclusive storage: cannot parse string 'true'",
                "p,100001,1,1,1 | node count: expected at most 100000 nodes in all groups, found 100001"
            })
    void mistakesAreTold(String specification, String message) {
        assertThatThrownBy(() -> Simulation.cluster(List.of(specification)))
                .isInstanceOf(BackendException.class)
                .hasMessageEndingWith(message);
    }

    @Test
    void nodeLimitIsForAllGroupsTogether() {
        assertThatThrownBy(() -> Simulation.cluster(List.of("p,60000,1,1,1", "p,60000,1,1,1")))
                .hasMessage("node count: expected at most 100000 nodes in all groups, found 60000 more than 60000");
    }

    @Test
    void mistakesOfTheLastSpecAreReportedFirst() {
        assertThatThrownBy(() -> Simulation.cluster(List.of("p,x,1,1,1", "p,y,1,1,1")))
                .hasMessageEndingWith("'y'");
    }
}
