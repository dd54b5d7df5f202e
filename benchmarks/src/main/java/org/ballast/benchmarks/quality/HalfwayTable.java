package org.ballast.benchmarks.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The table of what is gained by stopping a plan half way: means over clusters of one kind. */
final class HalfwayTable {
    private final List<ArenaResult> results;

    HalfwayTable(List<ArenaResult> results) {
        this.results = results;
    }

    String text() {
        List<String> columns = new ArrayList<>(List.of("cluster", "plan"));
        Halfway.PERCENT.forEach(percent -> columns.add(percent + " % of the data"));
        List<List<String>> rows = new ArrayList<>();
        List<String> kinds =
                results.stream().map(result -> result.arena().kind()).distinct().toList();
        for (String kind : kinds) {
            List<ArenaResult> same = results.stream()
                    .filter(result -> result.arena().kind().equals(kind))
                    .toList();
            rows.add(row(
                    kind,
                    "Ganeti's",
                    same.stream().map(result -> result.descent().halfway()).toList()));
            for (PlanningTask task : PlanningTask.values()) {
                List<Run> runs = same.stream()
                        .flatMap(result -> longest(result, task).stream())
                        .toList();
                if (!runs.isEmpty()) {
                    String label =
                            task.label() + ", " + runs.getFirst().contender().label();
                    rows.add(row(
                            kind,
                            label,
                            runs.stream().map(run -> run.figures().halfway()).toList()));
                }
            }
        }
        return new Markdown()
                .heading("Stopping half way")
                .paragraph(
                        "The part of a plan's gain that is reached once so much of its data has been moved, in the order in which",
                        "the moves are printed.")
                .table(2, columns, rows)
                .text();
    }

    private static Optional<Run> longest(ArenaResult result, PlanningTask task) {
        return result.runs().stream()
                .filter(run -> run.task() == task && run.contender().solver() == Contender.Solver.ANNEAL)
                .max(Comparator.comparingDouble(run -> run.contender().seconds()));
    }

    private static List<String> row(String kind, String label, List<Halfway> plans) {
        List<String> row = new ArrayList<>(List.of(kind, label));
        for (int k = 0; k < Halfway.PERCENT.size(); k++) {
            int at = k;
            row.add(Markdown.percent(plans.stream()
                    .mapToDouble(plan -> plan.shares().get(at))
                    .average()
                    .orElse(Double.NaN)));
        }
        return row;
    }
}
