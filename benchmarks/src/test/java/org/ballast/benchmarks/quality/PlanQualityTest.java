package org.ballast.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ballast.model.rules.MoveRules;
import org.ballast.planner.balance.Budget;
import org.ballast.planner.balance.Descent;
import org.ballast.planner.balance.ProgressListener;
import org.ballast.planner.state.ClusterState;
import org.junit.jupiter.api.Test;

/** The report once, on clusters so small and with so little time that only its form can be looked at. */
class PlanQualityTest {
    private static final String EXAMPLE = Path.of("")
            .toAbsolutePath()
            .getParent()
            .resolve("examples/two-groups.data")
            .toString();

    @Test
    void everySearchHasARowForEveryTask() {
        String report = report("--nodes=5", "--seeds=1,2", "--anneal=0.1", "--timefold=0.1", "--front=0.2", EXAMPLE);

        assertThat(report.lines())
                .filteredOn(line -> line.startsWith("| 5 nodes, seed 2 |"))
                .hasSize(1 + 3 * 2)
                .allSatisfy(line -> assertThat(cells(line)).hasSize(12));
        assertThat(report.lines())
                .filteredOn(line -> line.startsWith("| two-groups.data | same data | anneal 0.1 s"))
                .hasSize(1);
        assertThat(report).contains("## The front", "| Ganeti's |", "## Stopping half way");
    }

    @Test
    void noPlanIsWorseThanTheDescentsByTheMeasureOfItsTask() {
        // Time enough for the descent, whose plan is one of those offered, on a machine that is busy and cold.
        String report = report("--nodes=5", "--seeds=1,2", "--anneal=2", "--timefold=2", "--front=0.2");
        List<String> ratios = report.lines()
                .filter(line -> line.startsWith("| 5 nodes, seed") && line.contains("| same "))
                .map(line -> cells(line).get(8))
                .toList();
        assertThat(ratios)
                .hasSize(12)
                .allSatisfy(ratio -> assertThat(Double.parseDouble(ratio)).isBetween(0.0, 1.0));
    }

    @Test
    void ganetisPlanIsThatOfTheDescent() {
        Arena arena = Arena.generated(5, 10, 1);
        ClusterState state = new ClusterState(arena.scenario());
        double end = new Descent(state, 0, MoveRules.ALL, Budget.HBAL_USUAL)
                .run(ProgressListener.NONE)
                .after()
                .total();

        Figures figures = Descending.run(arena).orElseThrow();
        assertThat(figures.score()).isEqualTo(end);
        assertThat(figures.halfway().shares())
                .isSorted()
                .allSatisfy(share -> assertThat(share).isBetween(0.0, 1.0));
        assertThat(figures.makespan()).isPositive().isLessThanOrEqualTo(figures.jobsetsMakespan());
    }

    @Test
    void argumentsThatAreNoOptionsAreFiles() {
        Settings settings = Settings.of(List.of("--quick", "--seeds=7", "a.data", "--nodes=", "b.data"));
        assertThat(settings.files()).containsExactly(Path.of("a.data"), Path.of("b.data"));
        assertThat(settings.nodes()).isEmpty();
        assertThat(settings.seeds()).containsExactly(7L);
        assertThat(settings.annealSeconds()).isEqualTo(Settings.QUICK.annealSeconds());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(List.of("--node=3")))
                .withMessageContaining("no option --node=3");
    }

    private static String report(String... arguments) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return PlanQuality.report(Settings.of(List.of(arguments)), nowhere);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(2, line.length() - 2).split(" \\| ", -1))
                .map(String::strip)
                .toList();
    }
}
