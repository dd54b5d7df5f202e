package org.ballast.hspace.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.ballast.capacity.Totals;
import org.ballast.hspace.forecast.ForecastResource;
import org.ballast.hspace.study.Study;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.api.Test;

class InventoryTest {
    private static final int SEEDS = 15;

    private static final List<ToDoubleFunction<Stock>> AMOUNTS =
            List.of(Stock::total, Stock::used, Stock::reserved, Stock::free, Stock::afterStandard, Stock::afterTiered);

    @Test
    void nodesAndGroupsAddUpToTheTotalsOfTheCluster() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Study study = SampleStudies.of(RandomClusters.of(seed));
            Inventory inventory = Inventory.of(study);
            checkSums(inventory);
            Map<ForecastResource, Stock> found = inventory.cluster();
            Totals before = study.before();
            Totals standard = study.standard().outcome().after();
            Totals tiered = study.tiered().outcome().after();

            assertThat(found)
                    .as("seed %d", seed)
                    .containsEntry(
                            ForecastResource.MEMORY,
                            new Stock(
                                    before.memory().total(),
                                    before.memory().total() - before.memory().free(),
                                    before.memory().reserved(),
                                    before.memory().available(),
                                    standard.memory().total()
                                            - standard.memory().free(),
                                    tiered.memory().total() - tiered.memory().free()))
                    .containsEntry(
                            ForecastResource.DISK,
                            new Stock(
                                    before.disk().total(),
                                    before.disk().taken(),
                                    before.disk().reserved(),
                                    before.disk().available(),
                                    standard.disk().taken(),
                                    tiered.disk().taken()))
                    .containsEntry(
                            ForecastResource.VCPUS,
                            new Stock(
                                    before.vcpus().limit().doubleValue(),
                                    before.vcpus().taken(),
                                    0,
                                    before.vcpus().limit().doubleValue()
                                            - before.vcpus().taken(),
                                    standard.vcpus().taken(),
                                    tiered.vcpus().taken()))
                    .containsEntry(
                            ForecastResource.INSTANCES,
                            new Stock(
                                    standard.instances(),
                                    before.instances(),
                                    0,
                                    study.standard().outcome().count(),
                                    standard.instances(),
                                    tiered.instances()));
        }
    }

    private static void checkSums(Inventory inventory) {
        inventory.cluster().forEach((resource, stock) -> {
            for (ToDoubleFunction<Stock> amount : AMOUNTS) {
                double expected = amount.applyAsDouble(stock);
                assertThat(sum(inventory.nodes(), resource, amount)).isCloseTo(expected, within(1e-6));
                assertThat(sum(inventory.groups(), resource, amount)).isCloseTo(expected, within(1e-6));
            }
        });
    }

    private static double sum(
            List<Map<ForecastResource, Stock>> parts, ForecastResource resource, ToDoubleFunction<Stock> amount) {
        return parts.stream()
                .map(part -> part.getOrDefault(resource, Stock.NONE))
                .mapToDouble(amount)
                .sum();
    }
}
