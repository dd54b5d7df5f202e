package org.ballast.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ballast.model.Cluster;
import org.ballast.testkit.OptionTable.Row;
import org.ballast.testkit.OptionTable.Value;
import org.ballast.testkit.Spelling.GivenOption;
import org.junit.jupiter.api.Test;

class RandomOptionsTest {
    private static final OptionTable TABLE = new OptionTable(List.of(
            new Row("verbose", "v", Value.NONE, ""),
            new Row("version", "V", Value.NONE, ""),
            new Row("print-nodes", "p", Value.OPTIONAL, "FIELDS"),
            new Row("max-length", "l", Value.REQUIRED, "N")));

    @Test
    void sameSeedGivesTheSameCall() {
        Cluster cluster = RandomClusters.of(7);
        for (long seed = 1; seed <= 50; seed++) {
            assertThat(RandomOptions.hbal(cluster, seed, OptionTable.UNKNOWN))
                    .isEqualTo(RandomOptions.hbal(cluster, seed, OptionTable.UNKNOWN));
            assertThat(RandomOptions.hcheck(cluster, seed, OptionTable.UNKNOWN))
                    .isEqualTo(RandomOptions.hcheck(cluster, seed, OptionTable.UNKNOWN));
            assertThat(RandomOptions.hinfo(cluster, seed, OptionTable.UNKNOWN))
                    .isEqualTo(RandomOptions.hinfo(cluster, seed, OptionTable.UNKNOWN));
        }
    }

    @Test
    void namedInputFilesAreThere() {
        Cluster cluster = RandomClusters.of(7);
        for (long seed = 1; seed <= 200; seed++) {
            CommandLine call = RandomOptions.hbal(cluster, seed, OptionTable.UNKNOWN);
            boolean namesLoad = call.arguments().stream().anyMatch(argument -> argument.contains("load.txt"));
            assertThat(call.files().containsKey("load.txt")).as(call.toString()).isEqualTo(namesLoad);
        }
    }

    @Test
    void optionsAreSpeltInManyWays() {
        List<GivenOption> options = List.of(
                new GivenOption.Flag("verbose"),
                new GivenOption.Optionally("print-nodes", Optional.of("name")),
                new GivenOption.Valued("max-length", "5"));
        Set<String> spellings = new HashSet<>();
        for (long seed = 1; seed <= 2_000; seed++) {
            spellings.add(String.join(" ", new Spelling(TABLE, Dice.of(seed)).spell(options)));
        }
        assertThat(spellings)
                .contains("-v -pname -l5", "-vl 5 --print-nodes=name", "--verbose -l5 -pname", "--max-length 5 -vpname")
                .noneMatch(spelling -> spelling.contains("--ver ") || spelling.endsWith("--ver"));
    }

    @Test
    void unknownOptionsAreSpeltInFull() {
        Spelling spelling = new Spelling(OptionTable.UNKNOWN, Dice.of(1));
        assertThat(spelling.spell(List.of(new GivenOption.Optionally("print-nodes", Optional.of("name")))))
                .containsExactly("--print-nodes=name");
    }

    @Test
    void anOptionIsGivenAsItIsDeclared() {
        Spelling spelling = new Spelling(TABLE, Dice.of(1));
        assertThatThrownBy(() -> spelling.spell(List.of(new GivenOption.Flag("bogus"))))
                .hasMessage("there is no option --bogus");
        assertThatThrownBy(() -> spelling.spell(List.of(new GivenOption.Flag("max-length"))))
                .hasMessage("--max-length is given with value: NONE, not REQUIRED");
    }

    @Test
    void commandLinesAreQuotedForTheShell() {
        CommandLine call = new CommandLine("hbal", List.of("-G", "it's", "-l5"), new TreeMap<>());
        assertThat(call.toString()).isEqualTo("hbal -G 'it'\\''s' -l5");
    }
}
