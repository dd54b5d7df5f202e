package org.ballast.hbal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchFieldsTest {
    @TempDir
    Path directory;

    private Map<String, Object> run(String... options) throws IOException {
        Sample sample = new Sample(directory, Sample.UNBALANCED);
        String[] all = new String[options.length + 3];
        all[0] = "--optimize";
        all[1] = "--max-tries=20000";
        all[2] = "--output=json";
        System.arraycopy(options, 0, all, 3, options.length);
        assertThat(sample.run(all)).as(sample.err()).isZero();
        return JsonTree.object(sample.out());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> document, String name) {
        return (Map<String, Object>) document.get(name);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> parts(Map<String, Object> document, String name) {
        return (List<Map<String, Object>>) document.get(name);
    }

    private static double number(Map<String, Object> object, String name) {
        return ((Number) object.get(name)).doubleValue();
    }

    @Test
    void theSearchIsTold() throws IOException {
        Map<String, Object> document = run("--seed=5", "--max-data=100", "--max-duration=2h", "-l20", "--price=0.5");
        assertThat(document)
                .containsEntry("format", "ballast-plan")
                .containsEntry("version", 1L)
                .containsEntry("seed", 5L)
                .containsKeys("solver", "tries", "search_seconds", "stopped_by");
        assertThat(part(document, "budget"))
                .containsEntry("seconds", null)
                .containsEntry("tries", 20_000L)
                .containsEntry("moves", 20L)
                .containsEntry("data_mib", 102_400L)
                .containsEntry("makespan", 7200.0)
                .containsEntry("instances", null)
                .containsEntry("score", null)
                .containsEntry("price_per_gib", 0.5);
        assertThat(parts(document, "front")).isEmpty();
        assertThat(parts(document, "left_behind")).isEmpty();
        assertThat(parts(document, "broken_rules")).isEmpty();
    }

    @Test
    void movesSayWhatTheyTakeAndWhatFor() throws IOException {
        Map<String, Object> document = run();
        List<Map<String, Object>> moves = parts(document, "moves");
        assertThat(moves).isNotEmpty();
        double disk = 0;
        double memory = 0;
        double last = 0;
        for (Map<String, Object> move : moves) {
            disk += number(move, "data_mib");
            memory += number(move, "memory_mib");
            last = Math.max(last, number(move, "end"));
            assertThat(number(move, "end") - number(move, "start")).isCloseTo(number(move, "seconds"), within(1e-6));
            for (Object other : (List<?>) move.get("after")) {
                assertThat(number(moves.get(((Long) other).intValue() - 1), "end"))
                        .isLessThanOrEqualTo(number(move, "start"));
            }
            double change = parts(part(move, "reason"), "components").stream()
                    .mapToDouble(component -> number(component, "change"))
                    .sum();
            assertThat(change).isCloseTo(-number(move, "gain"), within(1e-6));
        }
        Map<String, Object> totals = part(document, "totals");
        assertThat(number(totals, "data_mib")).isEqualTo(disk);
        assertThat(number(totals, "memory_mib")).isEqualTo(memory);
        assertThat(number(totals, "makespan")).isEqualTo(last);
        assertThat(number(totals, "jobsets_makespan")).isGreaterThanOrEqualTo(last);
        assertThat(number(totals, "downtime")).isPositive();
    }

    @Test
    void whatIsLeftIsBounded() throws IOException {
        Map<String, Object> document = run("--exclude-instances=i2.site");
        Map<String, Object> explanation = part(document, "explanation");
        double left = 0;
        for (Map<String, Object> row : parts(explanation, "components")) {
            assertThat(number(row, "lowest")).isLessThanOrEqualTo(number(row, "after"));
            left += number(row, "weight") * number(row, "after");
        }
        assertThat(left).isCloseTo(number(part(document, "score"), "after"), within(1e-9));
        assertThat(number(explanation, "lowest_score")).isPositive().isLessThan(left);
        assertThat(parts(explanation, "immovable"))
                .containsExactly(Map.of("reason", "excluded", "instances", List.of("i2.site")));
    }

    @Test
    void theFrontHoldsThePlan() throws IOException {
        Map<String, Object> document = run("--front", "--pick=1");
        List<Map<String, Object>> front = parts(document, "front");
        assertThat(front).isNotEmpty();
        assertThat(front.stream().map(point -> point.get("chosen")))
                .startsWith(true)
                .containsOnlyOnce(true);
        for (int k = 1; k < front.size(); k++) {
            assertThat(number(front.get(k), "score")).isLessThan(number(front.get(k - 1), "score"));
            assertThat(number(front.get(k), "data_mib") + number(front.get(k), "memory_mib"))
                    .isGreaterThanOrEqualTo(
                            number(front.get(k - 1), "data_mib") + number(front.get(k - 1), "memory_mib"));
        }
        Map<String, Object> totals = part(document, "totals");
        assertThat(front.getFirst())
                .containsEntry("point", 1L)
                .containsEntry("moves", totals.get("moves"))
                .containsEntry("data_mib", totals.get("data_mib"))
                .containsEntry("memory_mib", totals.get("memory_mib"))
                .containsEntry("makespan", totals.get("makespan"))
                .containsEntry("score", part(document, "score").get("after"));
    }
}
