package org.ballast.benchmarks.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The table of how much better plans are than the descent's: the mean of clusters of one kind, and the worst of them.
 */
final class SummaryTable {
    private final List<Contender> contenders;
    private final List<ArenaResult> results;

    SummaryTable(List<Contender> contenders, List<ArenaResult> results) {
        this.contenders = contenders;
        this.results = results;
    }

    String text() {
        List<String> columns = new ArrayList<>(List.of("cluster", "task", "compared"));
        contenders.forEach(contender -> columns.add(contender.label()));
        return new Markdown()
                .heading("How much better")
                .paragraph(
                        "*Same score*: the cheapest plan that reaches the score of Ganeti's plan; its data beside that of the",
                        "Ganeti's. *Same data* and *same moves*: the lowest score for no more of that; beside Ganeti's. All figures",
                        "are ratios to Ganeti's plan, the mean over seeds and in parentheses the worst one; lower is better.")
                .table(3, columns, rows(this::ratios))
                .paragraph(
                        "How much shorter the same plans are if each move starts as soon as those are done that it waits for,",
                        "instead of set by set: the ratio of the two estimated times, likewise.")
                .table(3, columns, rows(this::makespans))
                .text();
    }

    private interface Cell {
        String of(List<ArenaResult> same, PlanningTask task, Contender contender);
    }

    private List<List<String>> rows(Cell cell) {
        List<List<String>> rows = new ArrayList<>();
        List<String> kinds =
                results.stream().map(result -> result.arena().kind()).distinct().toList();
        for (String kind : kinds) {
            List<ArenaResult> same = results.stream()
                    .filter(result -> result.arena().kind().equals(kind))
                    .toList();
            for (PlanningTask task : PlanningTask.values()) {
                List<String> row = new ArrayList<>(List.of(kind, task.label(), task.measured()));
                contenders.forEach(contender -> row.add(cell.of(same, task, contender)));
                rows.add(row);
            }
        }
        return rows;
    }

    private String ratios(List<ArenaResult> same, PlanningTask task, Contender contender) {
        List<Double> ratios = new ArrayList<>();
        for (ArenaResult result : same) {
            result.runs().stream()
                    .filter(run -> run.task() == task && run.contender().equals(contender))
                    .forEach(run -> ratios.add(result.ratio(run)));
        }
        return shown(ratios);
    }

    private String makespans(List<ArenaResult> same, PlanningTask task, Contender contender) {
        ToDoubleFunction<Figures> ratio = figures -> figures.makespan() / figures.jobsetsMakespan();
        return shown(same.stream()
                .flatMap(result -> result.runs().stream())
                .filter(run -> run.task() == task && run.contender().equals(contender))
                .map(run -> ratio.applyAsDouble(run.figures()))
                .toList());
    }

    private static String shown(List<Double> ratios) {
        List<Double> reached = ratios.stream().filter(Double::isFinite).toList();
        String missed = reached.size() < ratios.size() ? ", " + (ratios.size() - reached.size()) + " missed" : "";
        double mean =
                reached.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        double worst = reached.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
        return switch (reached.size()) {
            case 0 -> "missed";
            case 1 -> Markdown.ratio(mean) + missed;
            default -> Markdown.ratio(mean) + " (" + Markdown.ratio(worst) + ")" + missed;
        };
    }
}
