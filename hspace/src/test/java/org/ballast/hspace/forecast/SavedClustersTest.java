package org.ballast.hspace.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.ballast.backends.text.TextWriter;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.InstanceStatus;
import org.ballast.testkit.ClusterShape;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedClustersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    @TempDir
    private Path folder;

    @Test
    void usageOfASavedClusterIsTheSumOverItsNodes() throws IOException {
        String text = """
                g|u|preferred|

                n1|1000|100|300|5000|2000|4|N|u|12||Y|5
                n2|2000|200|1800|4000|4000|2|N|u

                i1|500|3000|3|running|Y|n1||plain||1|7
                i2|250|0|2|ADMIN_down|Y|n2||diskless|

                """;
        Files.writeString(folder.resolve("a.data"), text);

        History history = read("2026-05-01,a.data\n");

        // On n1 100 MiB are in use that nobody accounts for.
        assertThat(history.observations())
                .containsEntry(ForecastResource.MEMORY, List.of(observation(700 + 200, 3000)))
                .containsEntry(ForecastResource.DISK, List.of(observation(3000, 9000)))
                .containsEntry(ForecastResource.VCPUS, List.of(observation(2 * 1 + 3 + 2, 4 * (4 + 2))))
                .containsEntry(ForecastResource.SPINDLES, List.of(observation(7, 12)))
                .containsEntry(ForecastResource.INSTANCES, List.of(new Observation(DAY, 2, OptionalDouble.empty())));
    }

    @Test
    void plainClustersAddUp() throws IOException {
        for (long seed = 0; seed < 50; seed++) {
            Cluster cluster = RandomClusters.of(seed, ClusterShape.PLAIN);
            Files.writeString(folder.resolve("a.data"), TextWriter.write(cluster));

            History history = read("2026-05-01,a.data\n");

            assertThat(history.observations()).as("seed %d", seed).doesNotContainKey(ForecastResource.SPINDLES);
            assertThat(history.observations()
                            .get(ForecastResource.INSTANCES)
                            .getFirst()
                            .used())
                    .isEqualTo(cluster.instances().size());
            long reserved = cluster.nodes().stream()
                    .mapToLong(node -> node.cpus().reserved())
                    .sum();
            long vcpus = cluster.instances().stream()
                    .filter(each -> each.status() != InstanceStatus.ADMIN_OFFLINE)
                    .mapToLong(Instance::vcpus)
                    .sum();
            assertThat(history.observations()
                            .get(ForecastResource.VCPUS)
                            .getFirst()
                            .used())
                    .isEqualTo((double) (reserved + vcpus));
            long mirrored =
                    cluster.instances().stream().mapToLong(Instance::disk).sum();
            assertThat(history.observations()
                            .get(ForecastResource.DISK)
                            .getFirst()
                            .used())
                    .isEqualTo(2.0 * mirrored);
        }
    }

    @Test
    void anyClusterCanBePartOfAHistory() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int seed = 0; seed < 200; seed++) {
            Files.writeString(folder.resolve(seed + ".data"), TextWriter.write(RandomClusters.of(seed)));
            rows.append(DAY.plusDays(seed)).append(",").append(seed).append(".data\n");
        }

        History history = read(rows.toString());

        assertThat(history.observations().get(ForecastResource.MEMORY)).hasSize(200);
        assertThat(Forecast.of(history, DAY.plusDays(200)).resources()).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void growthOfSavedClustersIsForecast() throws IOException {
        Cluster full = RandomClusters.skewed(10, 10, 1);
        StringBuilder rows = new StringBuilder();
        int most = full.instances().size();
        for (int day = 0; day < 20; day++) {
            Cluster then = full.withInstances(full.instances().subList(0, most - 2 * (20 - day)));
            Files.createDirectories(folder.resolve("saved"));
            Files.writeString(folder.resolve("saved").resolve("day" + day), TextWriter.write(then));
            rows.append(DAY.plusDays(day)).append(",saved/day").append(day).append('\n');
        }

        Forecast forecast = Forecast.of(read(rows.toString()), DAY.plusDays(20));

        assertThat(forecast.resources())
                .filteredOn(each -> each.resource() == ForecastResource.INSTANCES)
                .singleElement()
                .satisfies(each -> assertThat(each.outlook())
                        .isInstanceOfSatisfying(
                                UsageOutlook.Growing.class,
                                growing -> assertThat(growing.trend().slope()).isEqualTo(2)));
    }

    private History read(String rows) throws IOException {
        return History.read(Files.writeString(folder.resolve("history.csv"), "date,file\n" + rows));
    }

    private static Observation observation(double used, double total) {
        return new Observation(DAY, used, OptionalDouble.of(total));
    }
}
