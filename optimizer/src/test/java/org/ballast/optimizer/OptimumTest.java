package org.ballast.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.ballast.model.Scenario;
import org.ballast.optimizer.cost.Limits;
import org.ballast.optimizer.target.Objective;
import org.ballast.optimizer.target.TargetRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plans for clusters of which every state is known, compared with the best that there is. */
class OptimumTest {
    private static final int SEEDS = 20;
    private static final long TRIES = 150_000;
    private static final double SAME = 1e-6;
    private static final long MOVE_MIB = 64;
    private static final double PRICE = 1e-7;

    enum Kind {
        PRICE,
        MOVES,
        DATA,
        GOAL
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void nearlyAllPlansAreOptimal(Kind kind) {
        int best = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Scenario scenario = SmallShapes.enumerable(seed);
            BruteForce all = new BruteForce(scenario);
            double regret = regret(kind, scenario, all, new SplittableRandom(seed));
            assertThat(regret).as("seed %d", seed).isGreaterThan(-SAME);
            best += regret <= SAME ? 1 : 0;
        }
        assertThat(best).isGreaterThanOrEqualTo((int) Math.ceil(0.95 * SEEDS));
    }

    /** Returns by how much a plan is worse than the best one. */
    private static double regret(Kind kind, Scenario scenario, BruteForce all, SplittableRandom random) {
        double span = all.startScore() - all.lowestScore();
        return switch (kind) {
            case PRICE -> {
                double price = span / 500_000 * Math.pow(10, random.nextDouble() - 0.5);
                Optimized found = run(scenario, Objective.of(price, Limits.NONE));
                yield value(found, price) - all.bestForPrice(price, Long.MAX_VALUE);
            }
            case MOVES -> {
                int moves = 1 + random.nextInt(5);
                Optimized found = run(scenario, Objective.of(PRICE, Requests.moves(moves)));
                assertThat(found.plan().steps()).hasSizeLessThanOrEqualTo(moves);
                yield value(found, PRICE) - all.bestInMoves(moves, PRICE);
            }
            case DATA -> {
                long data = random.nextLong(600_000);
                Optimized found = run(scenario, Objective.of(PRICE, Requests.data(data)));
                assertThat(found.total().dataMib()).isLessThanOrEqualTo(data);
                yield value(found, PRICE) - all.bestForPrice(PRICE, data);
            }
            case GOAL -> {
                double goal = all.lowestScore() + span * random.nextDouble();
                Objective objective =
                        new Objective(PRICE, Limits.NONE, OptionalDouble.empty(), OptionalDouble.of(goal));
                Optimized found = run(scenario, objective);
                double cost = found.total().dataMib() + MOVE_MIB * found.total().moves();
                boolean isReached = found.plan().after().total() <= goal;
                yield isReached ? cost - all.cheapestGoal(goal, MOVE_MIB) : Double.POSITIVE_INFINITY;
            }
        };
    }

    private static double value(Optimized found, double price) {
        return found.plan().after().total() + price * found.total().dataMib();
    }

    private static Optimized run(Scenario scenario, Objective objective) {
        return Requests.run(scenario, Requests.of(scenario, TargetRules.USUAL, objective, TRIES));
    }
}
