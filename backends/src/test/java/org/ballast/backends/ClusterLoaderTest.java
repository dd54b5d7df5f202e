package org.ballast.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ballast.backends.LoadOptions.MeasuredLoad;
import org.ballast.backends.LoadOptions.MovableInstances;
import org.ballast.backends.input.BackendException;
import org.ballast.model.Instance;
import org.ballast.model.Node;
import org.ballast.model.Scenario;
import org.ballast.model.Utilisation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterLoaderTest {
    private static final String TEXT = """
            g|u|preferred|

            n1.example.com|4096|512|2048|102400|40960|4|M|u
            n2.example.com|4096|512|3584|102400|102400|4|N|u

            web.example.com|512|1024|1|running|Y|n1.example.com|n2.example.com|drbd|dns:1,web:2,x
            db.example.com|512|1024|1|running|Y|n1.example.com||plain|
            db.test.example.com|512|1024|1|ADMIN_down|Y|n2.example.com||plain|

            htools:iextags:web
            """;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeFile() throws IOException {
        file = write("cluster.data", TEXT);
    }

    @Test
    void aFileAloneMakesThePlainScenario() {
        LoadedCluster loaded = ClusterLoader.load(new ClusterSource.TextFile(file));

        assertThat(loaded.cluster().instances())
                .extracting(Instance::name)
                .containsExactly("web.example.com", "db.example.com", "db.test.example.com");
        assertThat(loaded.scenario().utilisation()).containsOnly(Utilisation.UNMEASURED);
        assertThat(loaded.scenario().pinned()).isEmpty();
        assertThat(loaded.scenario().limits()).isEqualTo(Scenario.FillLimits.POLICY);
        assertThat(loaded.commonSuffix()).isEqualTo(".example.com");
    }

    @Test
    void warningsNameTheLastNodeFirst() throws IOException {
        Path gaps = write("gaps.data", """
                g|u|preferred|

                memory|1000|0|487|0|0|1|N|u
                within|1000|0|488|1024|0|1|N|u
                disk|1000|0|2000|2049|0|1|N|u
                forth|1000|0|400|0|0|1|N|u
                fine|1000|100|300|3072|1024|1|N|u

                i1|600|1024|1|running|Y|fine|disk|drbd|
                i2|600|0|1|ADMIN_down|Y|memory||diskless|
                i3|600|0|1|running|Y|forth||diskless||1|-|Y
                i4|600|0|1|running|Y|disk|disk|plain|

                """);

        assertThat(ClusterLoader.load(new ClusterSource.TextFile(gaps)).warnings())
                .containsExactly(
                        "node forth is missing 600 MB ram and 0 GB disk",
                        "node disk is missing -1000 MB ram and 1 GB disk",
                        "node memory is missing 513 MB ram and 0 GB disk");
    }

    @Test
    void missingDiskSpaceIsRoundedDown() throws IOException {
        Path gap = write(
                "gap.data",
                "g|u|preferred|\n\nn|1000.9|1|0|1024|0|1|N|u\nm|0|0|0|1025.9|0|1|N|u\n\ni|1|1025|1|running|Y|n||plain|\n\n");

        assertThat(ClusterLoader.load(new ClusterSource.TextFile(gap)).warnings())
                .containsExactly(
                        "node m is missing 0 MB ram and 1 GB disk", "node n is missing 998 MB ram and -1 GB disk");
    }

    @Test
    void onlyWhatAllNamesShareIsACommonDomain() throws IOException {
        Path other = write("other.data", TEXT.replace("db.test.example.com", "db.test.sample.com"));
        Path bare = write("bare.data", "g|u|preferred|\n\nnode|1|0|0|1|0|1|N|u\n\n\n\n");

        assertThat(ClusterLoader.load(new ClusterSource.TextFile(bare)).commonSuffix())
                .isEmpty();
        assertThat(ClusterLoader.load(new ClusterSource.TextFile(other)).commonSuffix())
                .isEqualTo(".com");
    }

    @Test
    void measuredLoadIsTakenOver() throws IOException {
        Path measured = write("load", "db.example.com 1 2 3 4\n");

        assertThat(load(LoadOptions.NONE.with(measured(measured, false)))
                        .scenario()
                        .utilisation())
                .containsExactly(Utilisation.UNMEASURED, new Utilisation(1, 2, 3, 4), Utilisation.UNMEASURED);
    }

    @Test
    void ignoredLoadIsZeroButStillRead() throws IOException {
        Path measured = write("load", "db.example.com 1 2 3 4\n");
        Path broken = write("broken", "db.example.com\n");

        assertThat(load(LoadOptions.NONE.with(measured(measured, true)))
                        .scenario()
                        .utilisation())
                .containsOnly(Utilisation.NONE);
        assertThatThrownBy(() -> load(LoadOptions.NONE.with(measured(broken, true))))
                .isInstanceOf(BackendException.class)
                .hasMessageStartingWith("can't parse utilisation data: " + broken + ":1: Cannot parse line");
    }

    @Test
    void exclusionTagsAddToThoseOfTheCluster() {
        LoadedCluster loaded =
                load(new LoadOptions(MeasuredLoad.NONE, List.of("dns"), new MovableInstances(List.of(), List.of())));
        Instance web = loaded.cluster().instances().getFirst();

        assertThat(loaded.scenario().tags().exclusionTags(web)).containsExactly("dns:1", "web:2");
    }

    @Test
    void onlySelectedInstancesMoveUnlessExcluded() {
        assertThat(pinned(List.of("web", "db.example"), List.of())).containsExactlyInAnyOrder(2);
        assertThat(pinned(List.of(), List.of("db.test"))).containsExactlyInAnyOrder(2);
        assertThat(pinned(List.of("web", "db.example"), List.of("web"))).containsExactlyInAnyOrder(0, 2);
    }

    @Test
    void unknownAndAmbiguousInstancesAreListed() {
        assertThatThrownBy(() -> pinned(List.of("zz", "web", "db"), List.of("we", "é")))
                .isInstanceOf(BackendException.class)
                .hasMessage("failed to load data, aborting: Unknown instance(s): [\"zz\",\"db\",\"we\",\"\\233\"]");
    }

    @Test
    void inputThatCannotBeReadIsNamed() {
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> ClusterLoader.load(new ClusterSource.TextFile(missing)))
                .hasMessage("failed to load data, aborting: " + missing + ": does not exist");
        assertThatThrownBy(() -> load(LoadOptions.NONE.with(measured(missing, false))))
                .hasMessage("can't parse utilisation data: " + missing + ": does not exist");
    }

    @Test
    void aSourceIsRequiredOnceTheLoadIsRead() {
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> ClusterLoader.load(Optional.empty(), LoadOptions.NONE))
                .hasMessage("failed to load data, aborting: No backend selected! Exiting.");
        assertThatThrownBy(() -> ClusterLoader.load(Optional.empty(), LoadOptions.NONE.with(measured(missing, false))))
                .hasMessage("can't parse utilisation data: " + missing + ": does not exist");
    }

    @Test
    void aSimulationIsRead() {
        assertThat(ClusterLoader.load(new ClusterSource.SimulatedGroups(List.of("p,2,10g,1g,4")))
                        .cluster()
                        .nodes())
                .extracting(Node::name)
                .containsExactly("node-01-001", "node-01-002");
    }

    private Iterable<Integer> pinned(List<String> selected, List<String> excluded) {
        return load(new LoadOptions(MeasuredLoad.NONE, List.of(), new MovableInstances(selected, excluded)))
                .scenario()
                .pinned();
    }

    private LoadedCluster load(LoadOptions options) {
        return ClusterLoader.load(Optional.of(new ClusterSource.TextFile(file)), options);
    }

    private static MeasuredLoad measured(Path file, boolean ignored) {
        return new MeasuredLoad(Optional.of(file), ignored);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
