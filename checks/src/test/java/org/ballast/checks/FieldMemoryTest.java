package org.ballast.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.ballast.testkit.CallOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The right answers to reported faults of memory: what guests have not touched yet, and what a saved cluster says. */
class FieldMemoryTest {
    private static final String UNTOUCHED = "01-untouched-memory.data";

    @Test
    void nodesWhoseGuestsHaveNotTouchedTheirMemoryAreRedundantByWhatHypervisorsReport() {
        assertThat(FieldInput.run("hcheck -t " + UNTOUCHED).out()).contains("Nodes not N+1 happy: 0");
    }

    @Test
    void nodesWhoseGuestsHaveNotTouchedTheirMemoryAreNotRedundantByWhatIsAssigned() {
        assertThat(FieldInput.run("hcheck --n1=3.1 -t " + UNTOUCHED).out()).contains("Nodes not N+1 happy: 2");
        assertThat(FieldInput.run("hinfo --n1=3.1 -t " + UNTOUCHED).out()).contains("Cluster is N+1 unhappy");
    }

    @Test
    void theNodesThatCannotTakeOverByWhatIsAssignedAreMarked() {
        CallOutcome.Finished outcome = FieldInput.run("hbal --n1=3.1 -p -t " + UNTOUCHED);
        String before = outcome.err().substring(0, outcome.err().indexOf("Final cluster status"));

        assertThat(before.lines().filter(line -> line.startsWith(" * ")).map(line -> line.split(" +", -1)[2]))
                .containsExactly("na", "nb");
    }

    @Test
    void aSavedClusterHasTheMemoryFromBeforeTheMovesAsGanetisHas() {
        CallOutcome.Finished reloaded = reloaded("-S saved");

        assertThat(reloaded.err()).contains("node n3.example.com is missing 1024 MB ram");
        assertThat(reloaded.out()).contains("Solution length=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-S saved --save-consistent",
                "-S saved --optimize --max-tries=20000",
            })
    void aClusterThatIsSavedConsistentlyReloadsToTheSameScoreAndNoMove(String options) {
        CallOutcome.Finished reloaded = reloaded(options);

        assertThat(reloaded.err()).isEmpty();
        assertThat(reloaded.out()).contains("Initial score: 3.05388984", "Solution length=0");
    }

    /** Balances the cluster of a giant with these options, and once more what was saved. */
    private static CallOutcome.Finished reloaded(String options) {
        CallOutcome.Finished first = FieldInput.run("hbal -t 10-giant.data " + options);
        assertThat(first.out()).contains("Cluster score improved from 7.49756889 to 3.05388984");
        String saved =
                Optional.ofNullable(first.written().get("saved.balanced")).orElseThrow();
        return FieldInput.run("hbal -t saved.balanced", "saved.balanced", saved);
    }
}
