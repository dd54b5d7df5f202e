package org.ballast.hspace.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.ballast.backends.input.BackendException;
import org.ballast.capacity.bottleneck.HardwareResource;
import org.ballast.capacity.bottleneck.NodeHardware;
import org.ballast.capacity.whatif.ClusterChange;
import org.ballast.capacity.whatif.WhatIf;
import org.ballast.model.AllocationPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatIfReaderTest {
    private static final NodeHardware MACHINE = new NodeHardware(256 * 1024, 4_000_000_000_000L / 1_048_576, 32, 1);

    @Test
    void changesAreReadInOrder() {
        WhatIf read = WhatIfReader.read("add=3:4T,256g,32/lose=node7");

        assertThat(read.name()).isEqualTo("add=3:4T,256g,32/lose=node7");
        assertThat(read.changes())
                .containsExactly(
                        new ClusterChange.AddNodes(3, MACHINE, Optional.empty()), new ClusterChange.LoseNode("node7"));
    }

    @Test
    void nodesCanBeAddedToAGroup() {
        assertThat(WhatIfReader.read("add=2@rack b:1g,512,8,4").changes())
                .containsExactly(
                        new ClusterChange.AddNodes(2, new NodeHardware(512, 1024, 8, 4), Optional.of("rack b")));
    }

    @Test
    void groupsAreWrittenAsInSimulations() {
        assertThat(WhatIfReader.read("add-group=p,3,4T,256g,32").changes())
                .containsExactly(new ClusterChange.AddGroup(AllocationPolicy.PREFERRED, 3, MACHINE, false));
        assertThat(WhatIfReader.read("add-group=last_resort,1,1g,1g,4,6,True").changes())
                .containsExactly(new ClusterChange.AddGroup(
                        AllocationPolicy.LAST_RESORT, 1, new NodeHardware(1024, 1024, 4, 6), true));
    }

    @Test
    void lossesOfGroupsAreRead() {
        assertThat(WhatIfReader.read("lose-group=default").changes())
                .containsExactly(new ClusterChange.LoseGroup("default"));
    }

    @Test
    void hardwareCanBeAddedToNodes() {
        assertThat(WhatIfReader.read("memory=+64g/disk=node3:1t/cpus@rack=+4/spindles=2")
                        .changes())
                .containsExactly(
                        new ClusterChange.Upgrade(
                                NodeHardware.of(HardwareResource.MEMORY, 65536), new ClusterChange.Where.Everywhere()),
                        new ClusterChange.Upgrade(
                                NodeHardware.of(HardwareResource.DISK, 1_048_576),
                                new ClusterChange.Where.OnNode("node3")),
                        new ClusterChange.Upgrade(
                                NodeHardware.of(HardwareResource.CPUS, 4), new ClusterChange.Where.InGroup("rack")),
                        new ClusterChange.Upgrade(
                                NodeHardware.of(HardwareResource.SPINDLES, 2), new ClusterChange.Where.Everywhere()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nonsense                    | expected WHAT=VALUE, found "nonsense"
            grow=3                      | found "grow"
            lose=                       | expected the name of a node, found nothing
            lose-group=                 | expected the name of a group, found nothing
            add=3                       | add: expected COUNT:DISK,MEMORY,CPUS
            add=3@:1g,1g,1              | expected the name of a group, found nothing
            add=0:1g,1g,1               | node count: expected more than nothing, found "0"
            add=-1:1g,1g,1              | node count: expected from 0
            add=x:1g,1g,1               | node count: cannot parse string 'x'
            add=100001:1g,1g,1          | node count: expected at most 100000, found 100001
            add=99999999999999999999:1g,1g,1 | node count: expected a smaller number
            add=1:1g,1g                 | add: expected DISK,MEMORY,CPUS
            add=1:1g,1g,1,1,1           | add: expected DISK,MEMORY,CPUS
            add=1:1q,1g,1               | disk: Unknown unit 'q'
            add=1:1g,lots,1             | memory: Can't parse string 'lots'
            add=1:1g,1g,1.5             | cpus: cannot parse string '1.5'
            add=1:1g,-1g,1              | memory: expected from 0
            add=1:9999999999t,1g,1      | disk: expected from 0
            add-group=x,3,1g,1g,1       | Cannot parse AllocPolicy abbreviation 'x'
            add-group=p,0,1g,1g,1       | add-group: expected at least one node
            add-group=p,1,1g,-1g,1      | memory: expected from 0
            add-group=p,1,1g            | Invalid cluster specification
            memory=0                    | memory: expected more than nothing, found "0"
            memory=-64g                 | memory: expected from 0
            memory=:1g                  | expected the name of a node, found nothing
            memory@=1g                  | expected the name of a group, found nothing
            memory@rack=node1:1g        | memory: expected a group or a node, found both
            cpus=4g                     | cpus: leftover characters when parsing '4g': 'g'
            lose=a/                     | expected WHAT=VALUE, found ""
            """)
    void messagesSayWhatIsWrong(String text, String reason) {
        assertThatThrownBy(() -> WhatIfReader.read(text))
                .isInstanceOf(BackendException.class)
                .hasMessageStartingWith("what-if \"")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "add=\n:1,1,1", "lose=a/b\nc", "=", "/", "memory=\t"})
    void messagesAreSingleLines(String text) {
        assertThatThrownBy(() -> WhatIfReader.read(text))
                .isInstanceOf(BackendException.class)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }
}
