package org.ballast.capacity.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ballast.capacity.CapacityRules;
import org.ballast.capacity.FillResult;
import org.ballast.capacity.InstanceShape;
import org.ballast.checker.Allowance;
import org.ballast.checker.Approval;
import org.ballast.checker.PlacementChecker;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.planner.state.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackerTest {
    private static final OptionalLong ALL = OptionalLong.empty();
    /** Enough for these clusters, and ended by its steps, so that the outcome is the same everywhere. */
    private static final SearchBudget BUDGET = new SearchBudget(Duration.ofMinutes(5), 3000, 1);

    /** The published example of hspace, which places 48. */
    private static final Scenario EXAMPLE = PackingCases.empty(6, 204_801, 10_241, 21);

    private static final InstanceShape EXAMPLE_SHAPE = PackingCases.mirrored(1024, 10_240, 2);

    private static Packer packer(Scenario scenario, SearchBudget budget, MoveAllowance allowance) {
        Approval approval = new Approval(scenario, Allowance.FOR_ROOM);
        return new Packer(scenario, CapacityRules.STRICT, budget, allowance, approval::permits, PackingListener.NONE);
    }

    private static Packing pack(PackingCases.Case each, MoveAllowance allowance) {
        return packer(each.scenario(), BUDGET, allowance).standard(each.shape(), ALL);
    }

    private static List<Placement> placements(Packing packing) {
        return packing.filling().placed().stream()
                .map(each -> packing.state().placement(each.instance()))
                .toList();
    }

    @Test
    void reachesTheUpperBoundInThePublishedExample() {
        Packing packing = packer(EXAMPLE, BUDGET, MoveAllowance.NONE).standard(EXAMPLE_SHAPE, ALL);

        assertThat(packing.greedy()).isEqualTo(48);
        assertThat(packing.count()).isEqualTo(50);
        assertThat(packing.most()).hasValue(50);
        assertThat(packing.isOptimal()).isTrue();
        assertThat(packing.redundant()).isTrue();
        assertThat(packing.stoppedBy()).isEqualTo(Packing.StopReason.OPTIMAL);
        assertThat(packing.filling().failures()).containsOnlyKeys(Verdict.MEMORY);
        assertThat(Judge.objections(EXAMPLE, packing)).isEmpty();
        PlacementChecker checker = new PlacementChecker(EXAMPLE, false);
        for (FillResult.Placed each : packing.filling().placed()) {
            assertThat(checker.place(
                            packing.state().instance(each.instance()),
                            packing.state().placement(each.instance())))
                    .isEmpty();
        }
        assertThat(checker.stranded(Set.of(0))).isEmpty();
    }

    @Test
    void stopsAtTheWantedNumber() {
        Packing few = packer(EXAMPLE, BUDGET, MoveAllowance.NONE).standard(EXAMPLE_SHAPE, OptionalLong.of(7));
        Packing more = packer(EXAMPLE, BUDGET, MoveAllowance.NONE).standard(EXAMPLE_SHAPE, OptionalLong.of(49));

        assertThat(few.count()).isEqualTo(7);
        assertThat(few.stoppedBy()).isEqualTo(Packing.StopReason.WANTED);
        assertThat(more.count()).isEqualTo(49);
        assertThat(Judge.objections(EXAMPLE, more)).isEmpty();
    }

    @Test
    void placesGreedilyWithoutASearch() {
        Packing packing = packer(EXAMPLE, SearchBudget.NONE, MoveAllowance.NONE).standard(EXAMPLE_SHAPE, ALL);

        assertThat(packing.count()).isEqualTo(packing.greedy()).isEqualTo(48);
    }

    @Test
    void returnsACompletePackingWhenInterrupted() {
        PackingListener impatient = new PackingListener() {
            @Override
            public void found(int count) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        Packing packing = new Packer(EXAMPLE, CapacityRules.STRICT, BUDGET, MoveAllowance.ANY, _ -> true, impatient)
                .standard(EXAMPLE_SHAPE, ALL);

        assertThat(packing.count()).isEqualTo(48);
        assertThat(packing.stoppedBy()).isEqualTo(Packing.StopReason.INTERRUPTED);
        assertThat(Judge.objections(EXAMPLE, packing)).isEmpty();
    }

    @Test
    void keepsToItsTime() {
        PackingCases.Case each = PackingCases.crowded(4);
        Packing packing = packer(each.scenario(), new SearchBudget(Duration.ZERO, Long.MAX_VALUE, 1), MoveAllowance.ANY)
                .standard(each.shape(), ALL);

        assertThat(packing.count()).isEqualTo(packing.greedy());
        assertThat(packing.stoppedBy()).isEqualTo(Packing.StopReason.TIME);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 26, 31, 50})
    void theSameSeedGivesTheSamePacking(long seed) {
        PackingCases.Case each = PackingCases.crowded(seed);

        Packing one = pack(each, new MoveAllowance(5));
        Packing other = pack(each, new MoveAllowance(5));

        assertThat(placements(one)).isEqualTo(placements(other));
        assertThat(one.moves().steps()).isEqualTo(other.moves().steps());
    }

    /** A wrong bound would end a search too early, so it is looked at as well. */
    @Test
    void keepsAllRulesAndIsNeverWorseThanTheGreedyFilling() {
        int better = 0;
        for (long seed = 0; seed < 150; seed++) {
            PackingCases.Case each = PackingCases.any(seed);
            Packing packing = pack(each, MoveAllowance.NONE);

            assertThat(Judge.objections(each.scenario(), packing))
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(packing.count()).as("seed %d", seed).isGreaterThanOrEqualTo(packing.greedy());
            assertThat((long) packing.count())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(packing.most().orElseThrow());
            if (Judge.isHealthy(each.scenario()) && packing.count() > packing.greedy()) {
                assertThat(packing.redundant()).as("seed %d", seed).isTrue();
            }
            better += packing.count() > packing.greedy() ? 1 : 0;
        }
        assertThat(better).isGreaterThan(10);
    }

    @Test
    void mostLargerClustersArePackedBetterThanGreedily() {
        int better = 0;
        int optimal = 0;
        int gain = 0;
        for (long seed = 0; seed < 30; seed++) {
            PackingCases.Case each = PackingCases.crowded(seed);
            Packing packing = pack(each, MoveAllowance.NONE);

            assertThat(Judge.objections(each.scenario(), packing))
                    .as("seed %d", seed)
                    .isEmpty();
            better += packing.count() > packing.greedy() ? 1 : 0;
            optimal += packing.isOptimal() ? 1 : 0;
            gain += packing.count() - packing.greedy();
        }
        assertThat(better).isGreaterThanOrEqualTo(12);
        assertThat(optimal).isGreaterThanOrEqualTo(20);
        assertThat(gain).isGreaterThanOrEqualTo(80);
    }

    @Test
    void packingsAreHardlyEverBelowTheOptimum() {
        int compared = 0;
        int below = 0;
        for (long seed = 0; seed < 200; seed++) {
            PackingCases.Case each = PackingCases.tiny(seed);
            var most = new ExhaustivePacking(each).most();
            if (most.isPresent()) {
                Packing packing = pack(each, MoveAllowance.NONE);
                assertThat(packing.count()).as("seed %d", seed).isLessThanOrEqualTo(most.getAsInt());
                assertThat(packing.most().orElseThrow()).as("seed %d", seed).isGreaterThanOrEqualTo(most.getAsInt());
                compared++;
                below += packing.count() < most.getAsInt() ? 1 : 0;
            }
        }
        assertThat(compared).isGreaterThan(100);
        assertThat(below).isLessThanOrEqualTo(compared / 50);
    }

    @Test
    void movesKeepToTheAllowanceAndAreMadeOnlyIfTheyHelp() {
        int moved = 0;
        for (long seed = 0; seed < 60; seed++) {
            PackingCases.Case each = PackingCases.any(seed);
            int most = (int) (seed % 4);
            Packing still = pack(each, MoveAllowance.NONE);
            Packing packing = pack(each, new MoveAllowance(most));

            assertThat(packing.moves().steps()).as("seed %d", seed).hasSizeLessThanOrEqualTo(most);
            assertThat(Judge.objections(each.scenario(), packing))
                    .as("seed %d", seed)
                    .isEmpty();
            if (packing.moves().steps().isEmpty()) {
                assertThat(packing.count()).as("seed %d", seed).isEqualTo(still.count());
            } else {
                assertThat(packing.count()).as("seed %d", seed).isGreaterThan(still.count());
                moved++;
            }
        }
        assertThat(moved).isGreaterThan(3);
    }

    @Test
    void balancingComesFirstAsFarAsItHelps() {
        for (long seed = 0; seed < 6; seed++) {
            PackingCases.Case each = PackingCases.crowded(seed);
            Packing packing = pack(each, MoveAllowance.ANY);

            assertThat(packing.count())
                    .isGreaterThanOrEqualTo(pack(each, MoveAllowance.NONE).count());
            assertThat(Judge.objections(each.scenario(), packing))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    private static Stream<PackingCases.Case> unhealthy() {
        return IntStream.range(0, 300)
                .mapToObj(PackingCases::any)
                .filter(each -> new PackedCluster(each.scenario(), CapacityRules.STRICT, List.of())
                        .candidateNodes()
                        .stopped());
    }

    @Test
    void unhealthyClustersAreNotPacked() {
        Packing packing = pack(unhealthy().findFirst().orElseThrow(), MoveAllowance.NONE);

        assertThat(packing.count()).isZero();
        assertThat(packing.stoppedBy()).isEqualTo(Packing.StopReason.UNHEALTHY);
    }

    @Test
    void movesThatMakeTheClusterHealthyComeFirst() {
        int healed = 0;
        for (PackingCases.Case each : unhealthy().toList()) {
            Packing packing = pack(each, MoveAllowance.ANY);

            assertThat(Judge.objections(each.scenario(), packing)).isEmpty();
            healed += packing.count() > 0 ? 1 : 0;
        }
        assertThat(healed).isPositive();
    }
}
