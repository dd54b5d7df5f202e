package org.ballast.hspace.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.ballast.backends.text.TextWriter;
import org.ballast.hspace.forecast.Forecast;
import org.ballast.hspace.forecast.ForecastResource;
import org.ballast.hspace.forecast.History;
import org.ballast.hspace.forecast.Observation;
import org.ballast.hspace.forecast.UsageOutlook;
import org.ballast.hspace.study.Study;
import org.ballast.model.Cluster;
import org.ballast.model.Group;
import org.ballast.model.Node;
import org.ballast.model.Scenario;
import org.ballast.model.Utilisation;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvStudyTest {
    private static final String HEADER =
            "date,scope,name,group,resource,unit,total,used,reserved,free,after_standard,after_tiered\n";

    @TempDir
    private Path folder;

    @Test
    void smallClustersHaveTheExpectedRows() {
        String csv = SampleStudies.csv(SampleStudies.of(SampleStudies.simulated("p,2,100g,16g,8")));

        assertThat(csv).isEqualTo(HEADER + """
                        2026-05-04,cluster,,,memory,MiB,32768,0,0,32768,12288,16320
                        2026-05-04,cluster,,,disk,MiB,204800,0,0,204800,61440,204288
                        2026-05-04,cluster,,,vcpus,count,64,2,0,62,8,10
                        2026-05-04,cluster,,,instances,count,3,0,0,3,3,1
                        2026-05-04,group,group-01,group-01,memory,MiB,32768,0,0,32768,12288,16320
                        2026-05-04,group,group-01,group-01,disk,MiB,204800,0,0,204800,61440,204288
                        2026-05-04,group,group-01,group-01,vcpus,count,64,2,0,62,8,10
                        2026-05-04,group,group-01,group-01,instances,count,3,0,0,3,3,1
                        2026-05-04,node,node-01-001,group-01,memory,MiB,16384,0,0,16384,4096,0
                        2026-05-04,node,node-01-001,group-01,disk,MiB,102400,0,0,102400,30720,102144
                        2026-05-04,node,node-01-001,group-01,vcpus,count,32,1,0,31,3,1
                        2026-05-04,node,node-01-001,group-01,instances,count,1,0,0,1,1,0
                        2026-05-04,node,node-01-002,group-01,memory,MiB,16384,0,0,16384,8192,16320
                        2026-05-04,node,node-01-002,group-01,disk,MiB,102400,0,0,102400,30720,102144
                        2026-05-04,node,node-01-002,group-01,vcpus,count,32,1,0,31,5,9
                        2026-05-04,node,node-01-002,group-01,instances,count,2,0,0,2,2,1
                        """);
    }

    @Test
    void spindlesHaveRowsOnlyWhereInstancesOwnThem() {
        Cluster cluster = SampleStudies.simulated("p,2,100g,16g,8,12,True", "p,1,100g,16g,8,12,False");

        List<Map<String, String>> rows = CsvTable.rows(SampleStudies.csv(SampleStudies.of(cluster))).stream()
                .filter(row -> row.get("resource").equals("spindles"))
                .toList();

        assertThat(rows).extracting(row -> row.get("scope")).containsExactly("cluster", "group", "node", "node");
        assertThat(rows).extracting(row -> row.get("total")).containsExactly("24", "24", "12", "12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "a,\"b\"", "two\nlines", "日本 ✓", "'=quoted", "-", "Δ;|\t"})
    void anyNameSurvivesWritingAndReadingCsv(String name) {
        String csv = SampleStudies.csv(
                SampleStudies.of(SampleStudies.renamed(SampleStudies.simulated("p,2,100g,16g,8"), name, name + "!")));

        List<Map<String, String>> rows = CsvTable.rows(csv);
        assertThat(rows)
                .allSatisfy(
                        row -> assertThat(row.get("name")).doesNotStartWith("=").doesNotStartWith("-"));
        assertThat(rows)
                .filteredOn(row -> row.get("scope").equals("group"))
                .allSatisfy(row -> assertThat(unguarded(row.get("name"))).isEqualTo(name));
        assertThat(rows)
                .filteredOn(row -> row.get("scope").equals("node"))
                .extracting(row -> unguarded(row.get("name")))
                .contains(name + "!");
        assertThat(rows)
                .filteredOn(row -> row.get("scope").equals("node"))
                .allSatisfy(row -> assertThat(unguarded(row.get("group"))).isEqualTo(name));
    }

    private static String unguarded(String field) {
        return field.startsWith("'") ? field.substring(1) : field;
    }

    @Test
    void appendedTablesAreAHistory() throws IOException {
        Cluster full = RandomClusters.skewed(10, 10, 1);
        int most = full.instances().size();
        StringBuilder days = new StringBuilder();
        for (int day = 0; day < 20; day++) {
            Cluster then = full.withInstances(full.instances().subList(0, most - 2 * (20 - day)));
            days.append(SampleStudies.csv(on(SampleStudies.TODAY.plusDays(day), SampleStudies.of(then))));
        }

        History history = history(days.toString());

        assertThat(history.observations()).doesNotContainKey(ForecastResource.SPINDLES);
        assertThat(history.observations().get(ForecastResource.INSTANCES)).hasSize(20);
        assertThat(history.observations()
                        .get(ForecastResource.INSTANCES)
                        .getLast()
                        .used())
                .isEqualTo(most - 2);
        assertThat(Forecast.of(history, SampleStudies.TODAY.plusDays(20)).resources())
                .filteredOn(each -> each.resource() == ForecastResource.INSTANCES)
                .singleElement()
                .satisfies(each -> assertThat(each.outlook())
                        .isInstanceOfSatisfying(
                                UsageOutlook.Growing.class,
                                growing -> assertThat(growing.trend().slope()).isEqualTo(2)));
    }

    @Test
    void aSavedClusterGivesTheSameHistory() throws IOException {
        for (int seed = 0; seed < 15; seed++) {
            Cluster cluster = RandomClusters.of(seed);
            Files.writeString(folder.resolve("saved.data"), TextWriter.write(cluster));
            Path saved = Files.writeString(folder.resolve("saved.csv"), "date,file\n2026-05-04,saved.data\n");

            Map<ForecastResource, Double> found = used(history(SampleStudies.csv(SampleStudies.of(cluster))));

            // A cluster without instances in which none fits knows no such resource; a saved one cannot tell.
            Map<ForecastResource, Double> expected = used(History.read(saved));
            expected.remove(ForecastResource.INSTANCES, 0.0);
            found.remove(ForecastResource.INSTANCES, 0.0);
            assertThat(found).as("seed %d", seed).isEqualTo(expected);
        }
    }

    private static Map<ForecastResource, Double> used(History history) {
        Map<ForecastResource, Double> used = new EnumMap<>(ForecastResource.class);
        history.observations()
                .forEach((resource, days) -> used.put(resource, days.getFirst().used()));
        return used;
    }

    @Test
    void theCapacityInInstancesIsUnknownIfALimitEndedTheFill() throws IOException {
        Scenario scenario = Scenario.of(SampleStudies.simulated("p,2,100g,16g,8"));
        Study all = SampleStudies.of(scenario, OptionalLong.empty());
        int fitting = all.standard().outcome().count();

        String few = SampleStudies.csv(SampleStudies.of(scenario, OptionalLong.of(fitting - 1)));
        String enough = SampleStudies.csv(SampleStudies.of(scenario, OptionalLong.of(fitting)));

        assertThat(few).contains("cluster,,,instances,count,,0,0,," + (fitting - 1) + ",");
        assertThat(enough).contains("cluster,,,instances,count," + fitting + ",0,0," + fitting + "," + fitting + ",");
        assertThat(history(few).observations().get(ForecastResource.INSTANCES))
                .containsExactly(new Observation(SampleStudies.TODAY, 0, OptionalDouble.empty()));
    }

    @Test
    void unlimitedVirtualCpusHaveNoTotal() {
        Scenario cluster = Scenario.of(SampleStudies.simulated("p,2,100g,16g,8"));
        Scenario unlimited = new Scenario(
                cluster.cluster(),
                cluster.tags(),
                List.<Utilisation>of(),
                cluster.pinned(),
                new Scenario.FillLimits(OptionalDouble.of(Double.NaN), 0));

        assertThat(SampleStudies.csv(SampleStudies.of(unlimited, OptionalLong.of(3))))
                .contains("cluster,,,vcpus,count,,2,0,,8,");
    }

    @Test
    void anEmptyClusterHasRows() throws IOException {
        String csv = SampleStudies.csv(SampleStudies.of(SampleStudies.simulated()));

        assertThat(csv).isEqualTo(HEADER + """
                        2026-05-04,cluster,,,memory,MiB,0,0,0,0,0,0
                        2026-05-04,cluster,,,disk,MiB,0,0,0,0,0,0
                        2026-05-04,cluster,,,vcpus,count,0,0,0,0,0,0
                        2026-05-04,cluster,,,instances,count,0,0,0,0,0,0
                        """);
        assertThat(history(csv).observations()).isEmpty();
    }

    @Test
    void nodesThatReportMoreFreeThanTotalCanBeReadBack() throws IOException {
        Cluster cluster = SampleStudies.simulated("p,1,100g,16g,8");
        Node node = cluster.nodes().getFirst();
        Group group = cluster.groups().getFirst();
        List<Node> nodes = new ArrayList<>(List.of(node.withFreeStorage(1_000_000, 0)));
        Cluster odd = new Cluster(List.of(group), nodes, List.of(), List.of(), cluster.policy());

        List<Observation> disk =
                history(SampleStudies.csv(SampleStudies.of(odd))).observations().get(ForecastResource.DISK);

        assertThat(disk).containsExactly(new Observation(SampleStudies.TODAY, 0, OptionalDouble.of(102_400)));
    }

    private History history(String csv) throws IOException {
        return History.read(Files.writeString(folder.resolve("history.csv"), csv));
    }

    private static Study on(LocalDate date, Study study) {
        return new Study(
                date,
                study.scenario(),
                study.candidateNodes(),
                study.before(),
                study.tiered(),
                study.standard(),
                study.hail(),
                study.diagnosis(),
                study.packed(),
                study.mix(),
                study.prospects(),
                study.forecast());
    }
}
