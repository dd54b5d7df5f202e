package org.ballast.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.ballast.checks.SpaceAnswer.Placed;
import org.ballast.testkit.CallOutcome;
import org.junit.jupiter.api.Test;

/** What the comparison of {@code hspace} reads from calls and answers. */
class SpaceAnswerTest {
    @Test
    void maxLengthIsFoundInAllSpellings() {
        assertThat(List.of(
                        List.of("-l5"),
                        List.of("-vl", "5"),
                        List.of("--max-length=5"),
                        List.of("-l3", "--max-l", "5"),
                        List.of("--max-cpu=3", "-vqvl5", "-S", "state")))
                .allSatisfy(
                        arguments -> assertThat(SpaceAnswer.limit(arguments)).isEqualTo(OptionalInt.of(5)));
        assertThat(SpaceAnswer.limit(List.of("-pplist", "--max-cpu", "3", "-Sl5", "-l-1")))
                .isEqualTo(OptionalInt.of(-1));
        assertThat(SpaceAnswer.limit(List.of("-pplist", "--max-cpu", "3", "-Sl5")))
                .isEmpty();
    }

    @Test
    void whatTieredModePlacedIsReadInBothForms() {
        assertThat(answer("HTS_A=1\nHTS_TSPEC='1,2,3,1=3 1,2,1,1=12'\nHTS_B=2\n", "")
                        .tiered())
                .contains(List.of(new Placed("1,2,3,1", 3), new Placed("1,2,1,1", 12)));
        assertThat(answer("HTS_TSPEC=\nHTS_B=2\n", "").tiered()).contains(List.of());
        assertThat(answer("""
                                Tiered allocation results:
                                  -   3 instances of spec MEM 1, DSK 2, CPU 3
                                  -  12 instances of spec MEM 1, DSK 2, CPU 1
                                Normal (fixed-size) allocation results:
                                  -  18 instances allocated
                                """, "").tiered())
                .contains(List.of(new Placed("MEM 1, DSK 2, CPU 3", 3), new Placed("MEM 1, DSK 2, CPU 1", 12)));
        assertThat(answer("The cluster has 0 nodes\n", "").tiered()).isEmpty();
    }

    @Test
    void theFirstInstancesMayEndWithinASize() {
        List<Placed> placed = List.of(new Placed("a", 3), new Placed("b", 2), new Placed("c", 1));
        assertThat(SpaceAnswer.count(placed)).isEqualTo(6);
        assertThat(SpaceAnswer.first(4, placed)).containsExactly(new Placed("a", 3), new Placed("b", 1));
        assertThat(SpaceAnswer.first(3, placed)).containsExactly(new Placed("a", 3));
        assertThat(SpaceAnswer.first(9, placed)).isEqualTo(placed);
    }

    @Test
    void onlyTieredModeIsTakenOut() {
        SpaceAnswer people = new SpaceAnswer(
                new CallOutcome.Finished(0, """
                The cluster
                Tiered (initial size) instance spec is:
                Tiered allocation results:
                  - x
                Standard (fixed-size) instance spec is:
                """, """
                Note: x
                Tiered allocation map
                 new-0

                Tiered allocation status:
                 Name

                The cluster state after tiered
                Standard allocation map
                """, new TreeMap<>(Map.of("s.tiered", "1", "s.standard", "2"))));
        assertThat(people.withoutTieredMode())
                .isEqualTo(new CallOutcome.Finished(0, """
                        The cluster
                        Tiered (initial size) instance spec is:
                        Standard (fixed-size) instance spec is:
                        """, """
                        Note: x
                        The cluster state after tiered
                        Standard allocation map
                        """, new TreeMap<>(Map.of("s.standard", "2"))));
        assertThat(people.tieredMode().out()).isEqualTo("Tiered allocation results:\n  - x\n");
        assertThat(people.tieredMode().written()).containsOnlyKeys("s.tiered");
    }

    @Test
    void theShellsKeysOfTieredModeAreTakenOutToo() {
        SpaceAnswer shell = answer("""
                HTS_A=1
                HTS_TRL_SCORE=2
                HTS_TSPEC='1 2'
                HTS_TSPEC_INI_MEM=3
                HTS_KM_X=4
                """, "");
        assertThat(shell.withoutTieredMode().out()).isEqualTo("""
                HTS_A=1
                HTS_TSPEC_INI_MEM=3
                """);
        assertThat(shell.tieredMode().out()).isEqualTo("""
                HTS_TRL_SCORE=2
                HTS_TSPEC='1 2'
                HTS_KM_X=4
                """);
    }

    private static SpaceAnswer answer(String out, String err) {
        return new SpaceAnswer(new CallOutcome.Finished(0, out, err, new TreeMap<>()));
    }
}
