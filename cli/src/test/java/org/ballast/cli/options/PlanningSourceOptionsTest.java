package org.ballast.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.ballast.backends.StaticNodeMemory;
import org.ballast.cli.console.Console;
import org.ballast.model.Node;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class PlanningSourceOptionsTest {
    @Test
    void aSimulationTakesThePlaceOfAFile() {
        PlanningSourceOptions options = new PlanningSourceOptions();
        new CommandLine(options).parseArgs("--text-data=missing", "--simulate=p,2,10g,1g,4");
        Console console = new Console(System.out, System.err, Path.of("/folder"));

        assertThat(options.load(console, new VerbosityOptions(), StaticNodeMemory.USUAL)
                        .cluster()
                        .nodes())
                .extracting(Node::name)
                .containsExactly("node-01-001", "node-01-002");
    }
}
