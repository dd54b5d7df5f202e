package org.ballast.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.ballast.backends.ClusterSource;
import org.ballast.backends.StaticNodeMemory;
import org.ballast.cli.console.Console;
import org.ballast.cli.console.Failure;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BackendOptionsTest {
    private static final Console CONSOLE = new Console(System.out, System.err, Path.of("/folder"));
    private static final StaticNodeMemory MEMORY = new StaticNodeMemory(512);

    @Test
    void nothingIsASourceUnlessItIsNamed() {
        assertThat(source()).isEmpty();
    }

    @Test
    void theSourceIsTheFileThatIsNamed() {
        assertThat(source("--text-data=file")).contains(new ClusterSource.TextFile(Path.of("/folder/file")));
        assertThat(source("--ialloc-src=file"))
                .contains(new ClusterSource.AllocationRequest(Path.of("/folder/file"), MEMORY));
    }

    @Test
    void aTextFileGoesBeforeAnAllocationRequest() {
        assertThat(source("--ialloc-src=request", "--text-data=file"))
                .contains(new ClusterSource.TextFile(Path.of("/folder/file")));
    }

    @Test
    void severalSourcesOrOneThatCannotBeReadAreRefused() {
        assertThatThrownBy(() -> source("--text-data=file", "--luxi"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("Only one of the rapi, luxi, and data files options should be given.");
        assertThatThrownBy(() -> source("--master=host"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("the remote API (-m) is not available yet");
    }

    private static Optional<ClusterSource> source(String... arguments) {
        BackendOptions options = new BackendOptions();
        new CommandLine(options).parseArgs(arguments);
        return options.source(CONSOLE, MEMORY);
    }
}
