package org.ballast.capacity.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.ballast.capacity.CandidateNodes;
import org.ballast.capacity.CapacityRules;
import org.ballast.capacity.FillResult;
import org.ballast.capacity.InstanceShape;
import org.ballast.capacity.TieredFill;
import org.ballast.checker.Allowance;
import org.ballast.checker.Approval;
import org.ballast.model.Scenario;
import org.ballast.planner.state.ClusterState;
import org.junit.jupiter.api.Test;

class TieredPackingTest {
    private static final OptionalLong ALL = OptionalLong.empty();
    private static final SearchBudget BUDGET = new SearchBudget(Duration.ofMinutes(5), 500, 1);

    private static Packing pack(Scenario scenario, InstanceShape first, MoveAllowance allowance, OptionalLong limit) {
        Approval approval = new Approval(scenario, Allowance.FOR_ROOM);
        return new Packer(scenario, CapacityRules.STRICT, BUDGET, allowance, approval::permits, PackingListener.NONE)
                .tiered(List.of(first), limit);
    }

    private static FillResult plain(Scenario scenario, InstanceShape first) {
        ClusterState state = new ClusterState(scenario);
        return TieredFill.fill(
                state, CandidateNodes.survey(state, CapacityRules.STRICT), List.of(first), ALL, placed -> {});
    }

    private static long first(FillResult filling, InstanceShape shape) {
        return filling.placed().stream()
                .filter(each -> each.size().equals(shape.size()))
                .count();
    }

    private static double amount(FillResult filling, InstanceShape unit) {
        return filling.placed().stream()
                .mapToDouble(each -> (double) each.size().memory() / unit.size().memory()
                        + (double) each.size().disk() / unit.size().disk()
                        + (double) each.size().vcpus() / unit.size().vcpus())
                .sum();
    }

    @Test
    void packsNoFewerOfTheFirstSizeAndNoLessInAllThanThePlainFilling() {
        int better = 0;
        for (long seed = 0; seed < 25; seed++) {
            PackingCases.Case each = PackingCases.any(seed);
            Packing packing = pack(each.scenario(), each.shape(), MoveAllowance.NONE, ALL);
            FillResult plain = plain(each.scenario(), each.shape());

            assertThat(Judge.objections(each.scenario(), packing))
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(packing.greedy())
                    .as("seed %d", seed)
                    .isEqualTo(plain.placed().size());
            assertThat(first(packing.filling(), each.shape()))
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(first(plain, each.shape()));
            double gain = amount(packing.filling(), each.shape()) - amount(plain, each.shape());
            assertThat(gain).as("seed %d", seed).isGreaterThan(-1e-9);
            better += gain > 1e-9 ? 1 : 0;
        }
        assertThat(better).isPositive();
    }

    @Test
    void packsMoreThanThePlainFillingInThePublishedExample() {
        Scenario example = PackingCases.empty(6, 204_801, 10_241, 21);
        InstanceShape shape = PackingCases.mirrored(4096, 20_480, 2);
        Packing packing = pack(example, shape, MoveAllowance.NONE, ALL);

        assertThat(amount(packing.filling(), shape)).isGreaterThan(amount(plain(example, shape), shape));
        assertThat(packing.redundant()).isTrue();
    }

    @Test
    void stopsAtTheWantedNumber() {
        Scenario example = PackingCases.empty(6, 204_801, 10_241, 21);
        Packing packing = pack(example, PackingCases.mirrored(4096, 20_480, 2), MoveAllowance.NONE, OptionalLong.of(5));

        assertThat(packing.count()).isEqualTo(5);
        assertThat(packing.stoppedBy()).isEqualTo(Packing.StopReason.WANTED);
    }

    @Test
    void movesComeFirstIfMoreFitsThen() {
        for (long seed = 0; seed < 8; seed++) {
            PackingCases.Case each = PackingCases.any(seed);
            Packing still = pack(each.scenario(), each.shape(), MoveAllowance.NONE, ALL);
            Packing packing = pack(each.scenario(), each.shape(), new MoveAllowance(3), ALL);

            assertThat(packing.moves().steps()).hasSizeLessThanOrEqualTo(3);
            assertThat(Judge.objections(each.scenario(), packing))
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(amount(packing.filling(), each.shape()))
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(amount(still.filling(), each.shape()));
        }
    }
}
