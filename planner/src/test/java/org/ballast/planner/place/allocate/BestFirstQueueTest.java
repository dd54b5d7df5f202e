package org.ballast.planner.place.allocate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ballast.testkit.Dice;
import org.junit.jupiter.api.Test;

class BestFirstQueueTest {
    private static List<Integer> order(double... scores) {
        BestFirstQueue order = new BestFirstQueue(scores, scores.length);
        List<Integer> all = new ArrayList<>();
        while (!order.isEmpty()) {
            all.add(order.next());
        }
        return all;
    }

    @Test
    void lowestScoreComesFirstAndOfEqualOnesTheLast() {
        assertThat(order(2, 1, 3, 1)).containsExactly(3, 1, 0, 2);
        assertThat(order()).isEmpty();
    }

    @Test
    void ofScoresThatAreNoNumbersTheFirstComesFirst() {
        assertThat(order(Double.NaN, Double.NaN, Double.NaN)).containsExactly(0, 1, 2);
    }

    @Test
    void returnsAllElementsInOrder() {
        Dice dice = Dice.of(7);
        for (int round = 0; round < 200; round++) {
            double[] scores = new double[dice.between(1, 40)];
            for (int k = 0; k < scores.length; k++) {
                scores[k] = dice.between(0, 9);
            }
            List<Integer> order = order(scores);
            assertThat(order).hasSize(scores.length).doesNotHaveDuplicates();
            assertThat(order).isSortedAccordingTo((a, b) -> {
                int byScore = Double.compare(scores[a], scores[b]);
                return byScore != 0 ? byScore : Integer.compare(b, a);
            });
        }
    }
}
