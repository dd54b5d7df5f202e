package org.ballast.hspace.output;

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
import java.util.stream.Stream;
import org.ballast.backends.text.TextReader;
import org.ballast.capacity.bottleneck.Expansion;
import org.ballast.capacity.bottleneck.RefusalCause;
import org.ballast.capacity.bottleneck.ResourceDemand;
import org.ballast.capacity.packing.Packing;
import org.ballast.cli.text.FailureName;
import org.ballast.hspace.study.Study;
import org.ballast.model.InstancePolicy;
import org.ballast.planner.state.Verdict;
import org.ballast.testkit.Json;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.api.Test;

/** The description in {@code docs/capacity-format.md} is that of what is written. */
class CapacityFormatTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final String LEFT_OUT = "…";

    private final String document = Files.readString(ROOT.resolve("docs/capacity-format.md"));

    CapacityFormatTest() throws IOException {}

    private static Study example() {
        return SampleStudies.of(TextReader.read(ROOT.resolve("examples/three-nodes.data")));
    }

    @Test
    void theDocumentedTableIsThatOfTheExample() {
        assertThat(document).contains("```\n" + SampleStudies.csv(example()) + "```\n");
    }

    @Test
    void theDocumentedPartsAreThoseOfTheExample() {
        String example = document.substring(document.indexOf("```json\n") + "```json\n".length());
        List<String> parts =
                List.of(example.substring(0, example.indexOf("```")).split(LEFT_OUT + "\n"));
        assertThat(parts).hasSizeGreaterThan(3);
        assertThat(SampleStudies.json(example())).containsSubsequence(parts);
    }

    @Test
    void eachFieldIsDocumented() {
        Set<String> names = new TreeSet<>();
        collect(Json.parse(SampleStudies.json(WholeStudy.ofThreeNodes())), names);
        var cluster = RandomClusters.skewed(6, 6, 1);
        collect(
                Json.parse(SampleStudies.json(
                        WholeStudy.of(cluster, cluster.nodes().getLast().name()))),
                names);

        assertThat(described()).containsAll(names);
        assertThat(names).hasSizeGreaterThan(100);
    }

    private static void collect(Json json, Set<String> names) {
        switch (json) {
            case Json.Struct(List<Json.Member> members) ->
                members.forEach(member -> {
                    names.add(member.name());
                    collect(member.value(), names);
                });
            case Json.Array(List<Json> elements) -> elements.forEach(element -> collect(element, names));
            case Json.Text _, Json.Literal _ -> {}
        }
    }

    @Test
    void eachConstantIsDocumented() {
        assertThat(described())
                .containsAll(words(RefusalCause.values()))
                .containsAll(words(Expansion.Obstacle.values()))
                .containsAll(words(InstancePolicy.Violation.values()))
                .containsAll(words(ResourceDemand.Kind.values()))
                .containsAll(Arrays.stream(Packing.StopReason.values())
                        .map(Packing.StopReason::label)
                        .toList())
                .containsAll(Stream.of(Verdict.values())
                        .filter(verdict -> !verdict.accepted())
                        .map(FailureName::of)
                        .toList());
    }

    private static List<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants).map(CapacityFields::word).toList();
    }

    /** Returns what is set as code, in tables with the path before it or not. */
    private Set<String> described() {
        Set<String> found = new TreeSet<>();
        Matcher code = CODE.matcher(document.replaceAll("(?s)```.*?```", ""));
        while (code.find()) {
            found.addAll(List.of(code.group(1).split("\\.|\\[]")));
        }
        return found;
    }
}
