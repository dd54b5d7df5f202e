package org.ballast.planner.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplacedFiguresTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void equalsAddingUpWithEachFigureReplacedToTheLastBit(long seed) {
        Random dice = new Random(seed);
        for (int round = 0; round < 60; round++) {
            int nodes = 1 + dice.nextInt(90);
            double[] levels = dice.doubles(1 + dice.nextInt(5), -0.2, 3)
                    .map(x -> dice.nextBoolean() ? x : Math.rint(x))
                    .toArray();
            double[] figures = IntStream.range(0, nodes)
                    .mapToDouble(_ -> levels[dice.nextInt(levels.length)])
                    .toArray();
            int[] positions =
                    IntStream.range(0, nodes).filter(_ -> dice.nextInt(4) > 0).toArray();
            double step = dice.nextBoolean() ? 0.0625 : dice.nextDouble();
            double[] replacements = IntStream.of(positions)
                    .mapToDouble(k -> figures[k] + (dice.nextInt(5) == 0 ? dice.nextDouble() : step))
                    .toArray();
            compare(figures, positions, replacements);
        }
    }

    private static void compare(double[] figures, int[] positions, double[] replacements) {
        double[] sums = new double[positions.length];
        double[] deviations = new double[positions.length];
        ReplacedFigures replaced = new ReplacedFigures(figures, positions, replacements);
        assertThat(replaced.sums(sums)).isTrue();
        assertThat(replaced.deviations(deviations)).isTrue();
        for (int j = 0; j < positions.length; j++) {
            double[] own = figures.clone();
            own[positions[j]] = replacements[j];
            double sum = 0;
            for (double each : own) {
                sum += each;
            }
            double mean = sum / own.length;
            double squares = 0;
            for (double each : own) {
                squares += (each - mean) * (each - mean);
            }
            assertThat(sums[j]).isEqualTo(sum);
            assertThat(deviations[j]).isEqualTo(Math.sqrt(squares / own.length));
        }
    }
}
