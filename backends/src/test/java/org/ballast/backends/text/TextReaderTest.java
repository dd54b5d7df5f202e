package org.ballast.backends.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Group;
import org.ballast.model.Instance;
import org.ballast.model.InstancePolicy;
import org.ballast.model.InstanceSpec;
import org.ballast.model.InstanceStatus;
import org.ballast.model.Node;
import org.ballast.model.NodeRole;
import org.ballast.model.Placement;
import org.junit.jupiter.api.Test;

class TextReaderTest {

    @Test
    void everyColumnIsRead() {
        Cluster cluster = TextReader.read("""
                group|uuid|last_resort|gt1,gt2|net1,net2

                n1|1|2|3|4|5|6|M|uuid|7|t1,t2|Y|8|9|10.5
                n2|1|2|3|4|5|6|Y|uuid|7||N|8|9|1

                i|11|12|13|USER_down|N|n1|n2|plain|it1,it2|14|15|Y

                ct1
                ct2

                uuid|1,2,3,4,5,6|7,8,9,10,11,12;13,14,15,16,17,18|rbd,ext|1.5|2.5
                |1,2,3,4,5,6|||3|4
                """, "file");

        InstanceSpec standard = new InstanceSpec(1, 2, 3, 4, 5, 6);
        InstancePolicy groupPolicy = new InstancePolicy(
                List.of(new InstancePolicy.Range(
                        new InstanceSpec(7, 8, 9, 10, 11, 12), new InstanceSpec(13, 14, 15, 16, 17, 18))),
                standard,
                List.of(DiskTemplate.RBD, DiskTemplate.EXT),
                1.5,
                2.5);
        assertThat(cluster)
                .isEqualTo(new Cluster(
                        List.of(new Group(
                                "group",
                                "uuid",
                                AllocationPolicy.LAST_RESORT,
                                List.of("gt1", "gt2"),
                                List.of("net1", "net2"),
                                groupPolicy)),
                        List.of(
                                new Node(
                                        "n1",
                                        0,
                                        NodeRole.MASTER,
                                        new Node.Memory(1, 2, 3),
                                        new Node.Disk(4, 5),
                                        new Node.Cpus(6, 9, 10.5),
                                        new Node.Spindles(7, 8, true),
                                        List.of("t1", "t2")),
                                new Node(
                                        "n2",
                                        0,
                                        NodeRole.OFFLINE,
                                        new Node.Memory(1, 2, 3),
                                        new Node.Disk(4, 5),
                                        new Node.Cpus(6, 9, 1),
                                        new Node.Spindles(7, 8, false),
                                        List.of())),
                        List.of(new Instance(
                                "i",
                                11,
                                12,
                                List.of(new Instance.Disk(12, OptionalLong.of(15))),
                                13,
                                InstanceStatus.USER_DOWN,
                                false,
                                new Placement(0, 1),
                                DiskTemplate.PLAIN,
                                List.of("it1", "it2"),
                                14,
                                true,
                                List.of())),
                        List.of("ct1", "ct2"),
                        new InstancePolicy(List.of(), standard, List.of(), 3, 4)));
    }

    @Test
    void absentColumnsHaveDefaults() {
        Cluster cluster =
                TextReader.read("g|u|preferred|\n\nn|1|0|0|1|0|1|N|u\n\ni|1|1|1|running|Y|n||drbd|\n\n", "file");

        assertThat(cluster.groups())
                .containsExactly(
                        new Group("g", "u", AllocationPolicy.PREFERRED, List.of(), List.of(), InstancePolicy.DEFAULT));
        assertThat(cluster.nodes())
                .containsExactly(new Node(
                        "n",
                        0,
                        NodeRole.NORMAL,
                        new Node.Memory(1, 0, 0),
                        new Node.Disk(1, 0),
                        new Node.Cpus(1, 1, 1.0),
                        new Node.Spindles(1, 0, false),
                        List.of()));
        assertThat(cluster.instances())
                .containsExactly(new Instance(
                        "i",
                        1,
                        1,
                        List.of(new Instance.Disk(1, OptionalLong.empty())),
                        1,
                        InstanceStatus.RUNNING,
                        true,
                        Placement.on(0),
                        DiskTemplate.DRBD,
                        List.of(),
                        1,
                        false,
                        List.of()));
        assertThat(cluster.policy()).isEqualTo(InstancePolicy.DEFAULT);
    }

    @Test
    void aQuestionMarkMakesANodeUnreachable() {
        Cluster cluster = TextReader.read("g|u|preferred|\n\nn|1|0|?|1|0|1|M|u|x|t\n\n\n\n", "file");

        assertThat(cluster.nodes()).containsExactly(Node.unreachable("n", 0));
    }

    @Test
    void sharedNamesReferToTheLastObject() {
        Cluster cluster = TextReader.read("""
                g|u|preferred|
                h|u|preferred|

                n|1|0|0|1|0|1|N|u
                n|2|0|0|1|0|1|N|u
                m|3|0|0|1|0|1|N|u

                i|1|1|1|running|Y|n|m|drbd|

                """, "file");

        assertThat(cluster.nodes()).extracting(Node::group).containsExactly(1, 1, 1);
        assertThat(cluster.instances()).extracting(Instance::placement).containsExactly(new Placement(1, 2));
    }

    @Test
    void emptySectionsAreAnEmptyCluster() {
        Cluster empty = new Cluster(List.of(), List.of(), List.of(), List.of(), InstancePolicy.DEFAULT);

        assertThat(TextReader.read("\n\n\n", "file")).isEqualTo(empty);
        assertThat(TextReader.read("\n\n\n\n\nanything", "file")).isEqualTo(empty);
    }
}
