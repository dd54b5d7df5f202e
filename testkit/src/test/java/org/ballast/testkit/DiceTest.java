package org.ballast.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiceTest {
    private static final int THROWS = 20_000;

    @Test
    void choicesFollowTheirWeights() {
        Dice dice = Dice.of(1);
        int[] hits = new int[3];
        for (int i = 0; i < THROWS; i++) {
            hits[dice.weighted(1, 0, 3)]++;
        }
        assertThat(hits[0]).isBetween(THROWS / 4 - 500, THROWS / 4 + 500);
        assertThat(hits[1]).isZero();
    }

    @Test
    void boundsAreIncluded() {
        Dice dice = Dice.of(1);
        boolean[] seen = new boolean[4];
        for (int i = 0; i < THROWS; i++) {
            seen[dice.between(1, 3)] = true;
        }
        assertThat(seen).containsExactly(false, true, true, true);
    }

    @Test
    void shufflingKeepsTheElements() {
        List<Integer> elements = List.of(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(Dice.of(2).shuffled(elements))
                .containsExactlyInAnyOrderElementsOf(elements)
                .isNotEqualTo(elements);
    }

    @Test
    void aForkDoesNotDependOnLaterThrows() {
        Dice parent = Dice.of(3);
        Dice fork = parent.fork();
        double expected = Dice.of(3).fork().fraction();
        parent.fraction();
        assertThat(fork.fraction()).isEqualTo(expected);
    }
}
