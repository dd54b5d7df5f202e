package org.ballast.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ballast.model.Cluster;
import org.ballast.testkit.Spelling.Option;
import org.junit.jupiter.api.Test;

class RandomOptionsTest {
    @Test
    void sameSeedGivesTheSameCall() {
        Cluster cluster = RandomClusters.of(7);
        for (long seed = 1; seed <= 50; seed++) {
            assertThat(RandomOptions.hbal(cluster, seed)).isEqualTo(RandomOptions.hbal(cluster, seed));
            assertThat(RandomOptions.hcheck(cluster, seed)).isEqualTo(RandomOptions.hcheck(cluster, seed));
            assertThat(RandomOptions.hinfo(cluster, seed)).isEqualTo(RandomOptions.hinfo(cluster, seed));
        }
    }

    @Test
    void namedInputFilesAreThere() {
        Cluster cluster = RandomClusters.of(7);
        for (long seed = 1; seed <= 200; seed++) {
            CommandLine call = RandomOptions.hbal(cluster, seed);
            boolean namesLoad = call.arguments().stream().anyMatch(argument -> argument.contains("load.txt"));
            assertThat(call.files().containsKey("load.txt")).as(call.toString()).isEqualTo(namesLoad);
        }
    }

    @Test
    void optionsAreSpeltInManyWays() {
        List<String> names = List.of("verbose", "version", "print-nodes", "max-length");
        List<Option> options = List.of(
                new Option.Flag("verbose", "v"),
                new Option.Optionally("print-nodes", "p", Optional.of("name")),
                new Option.Valued("max-length", "l", "5"));
        Set<String> spellings = new HashSet<>();
        for (long seed = 1; seed <= 2_000; seed++) {
            spellings.add(String.join(" ", new Spelling(names, Dice.of(seed)).spell(options)));
        }
        assertThat(spellings)
                .contains("-v -pname -l5", "-vl 5 --print-nodes=name", "--verbose -l5 -pname", "--max-length 5 -vpname")
                .noneMatch(spelling -> spelling.contains("--ver ") || spelling.endsWith("--ver"));
    }

    @Test
    void commandLinesAreQuotedForTheShell() {
        CommandLine call = new CommandLine("hbal", List.of("-G", "it's", "-l5"), new TreeMap<>());
        assertThat(call.toString()).isEqualTo("hbal -G 'it'\\''s' -l5");
    }
}
