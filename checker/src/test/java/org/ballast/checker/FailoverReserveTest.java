package org.ballast.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ballast.model.InstanceStatus;
import org.ballast.model.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailoverReserveTest {
    private static final FailoverReserve NOTHING = FailoverReserve.load(List.of());

    private static Residence.Secondary copy(long memory, int primary) {
        Scenario scenario = new Sketch()
                .node("n0")
                .node("n1")
                .drbd("i0", "n0", "n1", instance -> instance.memory = memory)
                .scenario();
        return new Residence.Secondary(CheckedInstance.of(scenario, 0), primary);
    }

    @Test
    void reserveIsForTheWorstOtherNode() {
        List<Residence> residences = List.of(copy(100, 1), copy(50, 1), copy(120, 2));

        assertThat(NOTHING.memory()).isZero();
        assertThat(FailoverReserve.load(residences).memory()).isEqualTo(150);
    }

    @Test
    void reserveFollowsArrivalsAndDepartures() {
        FailoverReserve reserve =
                NOTHING.arrive(copy(100, 1)).arrive(copy(120, 2)).arrive(copy(50, 1));

        assertThat(reserve.memory()).isEqualTo(150);
        assertThat(reserve.depart(copy(50, 1)).memory()).isEqualTo(120);
        assertThat(reserve.depart(copy(120, 2)).memory()).isEqualTo(150);
    }

    @Test
    void forthcomingUnbalancedAndOfflineInstancesNeedNoReserve() {
        Sketch sketch = new Sketch()
                .node("n0")
                .node("n1")
                .drbd("soon", "n0", "n1", instance -> instance.forthcoming = true)
                .drbd("manual", "n0", "n1", instance -> instance.autoBalance = false)
                .drbd("off", "n0", "n1", instance -> instance.status = InstanceStatus.ADMIN_OFFLINE);
        List<Residence> residences = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            residences.add(new Residence.Secondary(CheckedInstance.of(sketch.scenario(), i), 0));
        }
        residences.add(new Residence.Primary(copy(100, 1).resident(), 0));

        assertThat(FailoverReserve.load(residences).memory()).isZero();
        assertThat(residences).allSatisfy(residence -> {
            assertThat(NOTHING.arrive(residence).memory()).isZero();
            assertThat(NOTHING.arrive(copy(10, 0)).depart(residence).memory()).isEqualTo(10);
        });
    }

    @Test
    void anArrivalOfNegativeSizeFreesNothing() {
        FailoverReserve reserve = NOTHING.arrive(copy(100, 1)).arrive(copy(-30, 1));

        assertThat(reserve.memory()).isEqualTo(100);
        assertThat(FailoverReserve.load(List.of(copy(100, 1), copy(-30, 1))).memory())
                .isEqualTo(70);
    }

    @Test
    void aDepartureRecountsOnlyWhereItsSumWasTheLargest() {
        FailoverReserve reserve = NOTHING.arrive(copy(100, 1)).arrive(copy(-30, 1));

        assertThat(reserve.depart(copy(20, 1)).memory()).isEqualTo(100);
        assertThat(FailoverReserve.load(List.of(copy(100, 1), copy(-30, 1)))
                        .depart(copy(20, 1))
                        .memory())
                .isEqualTo(50);
    }

    @Test
    void aDepartureForgetsASumThatIsNotPositive() {
        FailoverReserve negative = FailoverReserve.load(List.of(copy(-30, 1)));

        assertThat(negative.memory()).isEqualTo(-30);
        assertThat(negative.depart(copy(10, 1)).memory()).isZero();
        assertThat(negative.depart(copy(10, 1)).arrive(copy(40, 1)).memory()).isEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isTheLargestSumOfThosePresentUnlessSizesAreNegative(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Residence> present = new ArrayList<>();
        FailoverReserve reserve = NOTHING;
        for (int step = 0; step < 300; step++) {
            if (present.isEmpty() || random.nextInt(100) < 55) {
                Residence residence = copy(64L * random.nextInt(4), random.nextInt(4));
                present.add(residence);
                reserve = reserve.arrive(residence);
            } else {
                reserve = reserve.depart(present.remove(random.nextInt(present.size())));
            }
            assertThat(reserve.memory()).isEqualTo(largestSum(present));
        }
    }

    private static long largestSum(List<Residence> present) {
        return IntStream.range(0, 4)
                .mapToLong(primary -> present.stream()
                        .map(Residence.Secondary.class::cast)
                        .filter(copy -> copy.primary() == primary)
                        .mapToLong(copy -> copy.resident().instance().memory())
                        .sum())
                .max()
                .orElse(0);
    }
}
