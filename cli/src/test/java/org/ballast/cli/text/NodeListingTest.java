package org.ballast.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Group;
import org.ballast.model.Instance;
import org.ballast.model.InstancePolicy;
import org.ballast.model.InstanceStatus;
import org.ballast.model.Node;
import org.ballast.model.NodeRole;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.planner.state.ClusterState;
import org.junit.jupiter.api.Test;

class NodeListingTest {
    private static final Cluster CLUSTER = new Cluster(
            List.of(new Group(
                    "g1", "uuid-1", AllocationPolicy.PREFERRED, List.of(), List.of(), InstancePolicy.DEFAULT)),
            List.of(node("n1.site", NodeRole.NORMAL), node("n2.site", NodeRole.OFFLINE)),
            List.of(new Instance(
                    "i1.site",
                    1024,
                    10240,
                    List.of(),
                    2,
                    InstanceStatus.RUNNING,
                    true,
                    new Placement(0, 1),
                    DiskTemplate.DRBD,
                    List.of("dns:1"),
                    1,
                    false,
                    List.of())),
            List.of("htools:iextags:dns"),
            InstancePolicy.DEFAULT);

    private final ClusterState state = new ClusterState(Scenario.of(CLUSTER));

    private static Node node(String name, NodeRole role) {
        return new Node(
                name,
                0,
                role,
                new Node.Memory(32768, 512, 31000),
                new Node.Disk(1048576, 1000000),
                new Node.Cpus(16, 1, 1.0),
                new Node.Spindles(8, 0, false),
                List.of());
    }

    private String table(String... fields) {
        return new NodeListing(state, new ShortNames(".site")).of(new int[] {0, 1}, List.of(fields));
    }

    @Test
    void fieldsAreChosenByName() {
        assertThat(table("idx", "name", "fqdn", "pcnt", "scnt", "ucpu", "rcpu")).isEqualTo("""
                         Index Name Name    pcnt scnt vcpu r_cpu
                             0 n1   n1.site    1    0    3  0.19
                             1 n2   n2.site    0    1    1  0.06
                        """);
    }

    @Test
    void memoryIsAccountedFor() {
        assertThat(table("status", "tmem", "nmem", "imem", "xmem", "fmem", "umem", "rmem", "amem"))
                .isEqualTo("""
                         F t_mem n_mem i_mem x_mem f_mem u_mem r_mem a_mem
                           32768   512  1024   232 31000 31000     0 31000
                         - 32768   512     0  1256 31000 31000  1024 29976
                        """);
    }

    @Test
    void listsAreInBrackets() {
        assertThat(table("plist", "slist", "ptags", "peermap")).isEqualTo("""
                         primaries secondaries PrimaryTags PeerMap  \s
                               [0]          [] dns:1=1     []       \s
                                []         [0]             [(0,1024)]
                        """);
    }

    @Test
    void unknownFieldsAreMarkedInTheHeader() {
        assertThat(table("name", "colour")).isEqualTo("""
                         Name <unknown field>
                         n1   <unknown field>
                         n2   <unknown field>
                        """);
    }

    @Test
    void everyFieldHasACell() {
        String[] names = {
            "idx",
            "name",
            "fqdn",
            "status",
            "tmem",
            "nmem",
            "xmem",
            "fmem",
            "umem",
            "imem",
            "rmem",
            "amem",
            "tdsk",
            "fdsk",
            "tcpu",
            "ucpu",
            "pcnt",
            "scnt",
            "plist",
            "slist",
            "pfmem",
            "pfdsk",
            "rcpu",
            "cload",
            "mload",
            "dload",
            "nload",
            "ptags",
            "peermap",
            "spindle_count",
            "hi_spindles",
            "inst_spindles"
        };
        assertThat(names).hasSameSizeAs(NodeField.values());
        assertThat(table(names)).doesNotContain("<unknown field>").hasLineCount(3);
    }

    @Test
    void usualFieldsAreTheDefaultAndPlusAddsToThem() {
        assertThat(table()).startsWith(" F Name t_mem n_mem i_mem").contains(" lNet\n");
        assertThat(table("+", "idx")).startsWith(" F Name t_mem n_mem i_mem").contains(" lNet Index\n");
        assertThat(Stream.of(table().split("\n")).map(line -> line.length()).distinct())
                .hasSize(1);
    }
}
