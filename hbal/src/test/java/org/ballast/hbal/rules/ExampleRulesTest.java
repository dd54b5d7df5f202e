package org.ballast.hbal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ballast.backends.rules.RuleSet;
import org.ballast.backends.text.TextReader;
import org.ballast.model.Cluster;
import org.ballast.model.rules.PlacementRule;
import org.ballast.optimizer.rules.Rulebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example fits the cluster that it is for, and shows every kind of rule. */
class ExampleRulesTest {
    private static final Path EXAMPLES = Path.of("../examples");

    @Test
    void theExampleIsRead() {
        Cluster cluster = TextReader.read(EXAMPLES.resolve("twenty-nodes.data"));
        RuleSet set = RuleReader.read(EXAMPLES.resolve("rules.yaml"), cluster);
        assertThat(set.warnings()).isEmpty();
        Set<String> kinds =
                set.rules().stream().map(PlacementRule::kind).collect(Collectors.toCollection(TreeSet::new));
        assertThat(kinds).containsExactlyInAnyOrder(placementKinds());
        assertThat(set.rules())
                .filteredOn(PlacementRule.DoNotMove.class::isInstance)
                .hasSize(2);
        assertThat(set.neverLive()).hasSize(1);
        List<String> broken = new Rulebook(cluster, set.rules())
                .broken().stream().map(rule -> rule.describe(cluster)).toList();
        assertThat(broken)
                .contains("databases, keep apart across racks: db1.example.com, db2.example.com, db3.example.com"
                        + " (rules.yaml:12): 2 violations");
    }

    @Test
    void theExamplesOfTheDocumentationAreRead(@TempDir Path directory) throws IOException {
        Matcher blocks = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/rules.md")));
        Path file = directory.resolve("rules.yaml");
        Files.writeString(file, blocks.results().map(block -> block.group(1)).collect(Collectors.joining()));
        RuleSet set = RuleReader.read(file, TextReader.read(EXAMPLES.resolve("twenty-nodes.data")));
        assertThat(set.warnings()).singleElement().asString().contains("tag:ssd");
        assertThat(set.rules()).map(PlacementRule::kind).contains(placementKinds());
        assertThat(set.neverLive()).hasSize(1);
    }

    /** One kind stands for two others, and one is not about places. */
    private static String[] placementKinds() {
        return Arrays.stream(RuleKind.values())
                .filter(kind -> kind != RuleKind.IGNORE_NODES && kind != RuleKind.NO_LIVE_MIGRATION)
                .map(RuleKind::label)
                .toArray(String[]::new);
    }
}
