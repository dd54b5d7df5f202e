package org.ballast.hbal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanDocumentTest {
    @TempDir
    Path directory;

    private Map<String, Object> run(String cluster, String... options) throws IOException {
        Sample sample = new Sample(directory, cluster);
        String[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = "--output=json";
        assertThat(sample.run(all)).isZero();
        assertThat(sample.out()).endsWith("}\n");
        return JsonTree.object(sample.out());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> document, String name) {
        return (Map<String, Object>) document.get(name);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> moves(Map<String, Object> document) {
        return (List<Map<String, Object>>) document.get("moves");
    }

    @Test
    void aPlanIsTold() throws IOException {
        Map<String, Object> plan =
                run(Sample.UNBALANCED, "-C", "-v", "--select-instances=i2.site", "--no-disk-moves", "-l1");
        assertThat(plan)
                .containsEntry("format", "ballast-plan")
                .containsEntry("version", 1L)
                .containsEntry("solver", "descent")
                .containsEntry("stopped_by", "move-limit");
        assertThat(moves(plan))
                .singleElement()
                .satisfies(move -> assertThat(move)
                        .containsEntry("instance", "i2.site")
                        .containsEntry("group", "g1")
                        .containsEntry("kind", "failover")
                        .containsEntry("from", Map.of("primary", "n1.site", "secondary", "n2.site"))
                        .containsEntry("to", Map.of("primary", "n2.site", "secondary", "n1.site"))
                        .containsEntry("data_mib", 0L)
                        .containsEntry("jobset", 1L)
                        .containsEntry("commands", List.of("gnt-instance failover -f i2.site")));
        assertThat(part(plan, "totals"))
                .containsEntry("moves", 1L)
                .containsEntry("failovers", 1L)
                .containsEntry("migrations", 0L)
                .containsEntry("disk_copies", 0L)
                .containsEntry("data_mib", 0L)
                .containsEntry("jobsets", 1L);
    }

    @Test
    void gainsAddUp() throws IOException {
        Map<String, Object> plan = run(Sample.UNBALANCED);
        Map<String, Object> score = part(plan, "score");
        double gained = 0;
        long copies = 0;
        for (Map<String, Object> move : moves(plan)) {
            gained += (double) move.get("gain");
            copies += (long) move.get("data_mib");
        }
        assertThat(gained)
                .isPositive()
                .isCloseTo((double) score.get("before") - (double) score.get("after"), within(1e-9));
        assertThat(part(plan, "totals")).containsEntry("data_mib", copies);
        assertThat(copies).isPositive();
    }

    @Test
    void componentsAddUpToTheScore() throws IOException {
        Map<String, Object> score = part(run(Sample.UNBALANCED), "score");
        double before = 0;
        for (Object each : (List<?>) score.get("components")) {
            Map<?, ?> component = (Map<?, ?>) each;
            before += (double) component.get("weight") * (double) component.get("before");
        }
        assertThat(before).isCloseTo((double) score.get("before"), within(1e-9));
    }

    @Test
    void nothingToDoIsAPlanToo() throws IOException {
        Map<String, Object> plan = run(Sample.UNBALANCED, "-e1000");
        assertThat(moves(plan)).isEmpty();
        assertThat(plan).containsEntry("stopped_by", "score-reached");
    }

    @Test
    void anEmptyClusterHasAPlanToo() throws IOException {
        Map<String, Object> plan = run(Sample.EMPTY);
        assertThat(moves(plan)).isEmpty();
        assertThat(plan).containsEntry("stopped_by", "no-better-move");
    }

    @Test
    void errorsAreNoDocument() throws IOException {
        Sample sample = new Sample(directory, Sample.SPLIT);
        assertThat(sample.run("--output=json")).isEqualTo(1);
        assertThat(sample.out()).isEmpty();
    }
}
