package org.ballast.hbal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ballast.cli.getopt.Command;
import org.ballast.cli.getopt.Option;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class OptionsTest {
    @Test
    void thePeersOptionsAreAllKnown() {
        HbalOptions options = new HbalOptions();
        List<String> known = new ArrayList<>();
        for (OptionSpec option : new CommandLine(options).getCommandSpec().options()) {
            known.add(String.join(",", option.names()));
        }
        for (Option option : Command.STANDARD_OPTIONS) {
            known.add(String.join(",", option.names()));
        }
        List<String> peers = options.peerOptions()
                .lines()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
        assertThat(known).containsAll(peers).doesNotHaveDuplicates();
        known.removeAll(peers);
        assertThat(known)
                .containsExactlyInAnyOrder(
                        "--optimize",
                        "--solver",
                        "--seed",
                        "--max-tries",
                        "--max-data",
                        "--max-duration",
                        "--max-instances",
                        "--price",
                        "--rules",
                        "--weights",
                        "--move-plain",
                        "--all-groups",
                        "--cross-group",
                        "--disk-rate",
                        "--migration-rate",
                        "--parallel",
                        "--front",
                        "--pick",
                        "--explain",
                        "--report",
                        "--output");
    }
}
