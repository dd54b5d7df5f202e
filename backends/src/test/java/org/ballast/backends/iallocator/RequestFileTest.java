package org.ballast.backends.iallocator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ballast.backends.ClusterLoader;
import org.ballast.backends.ClusterSource;
import org.ballast.backends.LoadedCluster;
import org.ballast.backends.StaticNodeMemory;
import org.ballast.backends.input.BackendException;
import org.ballast.backends.text.TextWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A request to an allocator as a source of cluster state. */
class RequestFileTest {
    private static final String POLICY = """
            {"minmax": [], "std": {"memory-size": 1, "cpu-count": 1, "disk-size": 1, "disk-count": 1, "nic-count": 1,
             "spindle-use": 1}, "disk-templates": ["drbd"], "vcpu-ratio": 4, "spindle-ratio": 32}""";
    private static final String NODE = """
            {"group": "uuid-1", "offline": false, "drained": false, "total_memory": 16384, "reserved_memory": 512,
             "free_memory": 14848, "total_disk": 10240, "free_disk": 8192, "total_cpus": 8, "reserved_cpus": 1,
             "free_spindles": 0, "ndparams": {"exclusive_storage": false, "spindle_count": 1}}""";
    private static final String DOCUMENT = """
            {"cluster_tags": ["htools:iextags:service"], "enabled_hypervisors": ["kvm"],
             "nodegroups": {"uuid-1": {"name": "default", "alloc_policy": "preferred", "networks": [], "tags": [],
              "ipolicy": %s}},
             "nodes": {"node1.site": %s, "node2.site": %s},
             "instances": {"web.site": {"memory": 1024, "disk_space_total": 2048, "vcpus": 2, "disk_template": "drbd",
              "tags": ["service:web"], "spindle_use": 1, "disks": [{"size": 1920}], "nics": [],
              "nodes": ["node1.site", "node2.site"]}},
             "request": {"type": "allocate-secondary", "name": "web.site"}}
            """.formatted(POLICY, NODE, NODE);

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("request"), DOCUMENT, UTF_8);
    }

    @Test
    void theClusterIsTheOneOfTheSameTextFile() {
        LoadedCluster loaded = load(new StaticNodeMemory(0));

        assertThat(TextWriter.write(loaded.cluster())).contains("""
                node1.site|16384|512|14848|10240|8192|8|N|uuid-1|1||N|0|1|1.0
                node2.site|16384|512|14848|10240|8192|8|N|uuid-1|1||N|0|1|1.0

                web.site|1024|2048|2|running|Y|node1.site|node2.site|drbd|service:web|1|-|N

                htools:iextags:service
                """);
        assertThat(loaded.commonSuffix()).isEqualTo(".site");
        assertThat(loaded.warnings()).containsExactly("node node2.site is missing 1024 MB ram and 0 GB disk");
    }

    @Test
    void whereKvmRunsNodesTakeAFixedMemory() {
        assertThat(load(StaticNodeMemory.USUAL).cluster().nodes())
                .extracting(node -> node.memory().reserved())
                .containsExactly(4096L, 4096L);
    }

    @Test
    void aBrokenRequestIsRefusedInItsReadersWords() throws IOException {
        Files.writeString(file, DOCUMENT.replaceFirst("14848", "\"x\""), UTF_8);

        assertThatThrownBy(() -> load(StaticNodeMemory.USUAL))
                .isInstanceOf(BackendException.class)
                .hasMessage("failed to load data, aborting: " + file + ":6: nodes.node1.site.free_memory: expected a"
                        + " whole number of MiB, found \"x\" (key 'free_memory': Unable to read Int)");
    }

    private LoadedCluster load(StaticNodeMemory memory) {
        return ClusterLoader.load(new ClusterSource.AllocationRequest(file, memory));
    }
}
