package org.ballast.benchmarks.quality;

import java.util.ArrayList;
import java.util.List;

/** The table of all plans. */
final class DetailTable {
    private static final double KILO = 1000;
    private static final List<String> COLUMNS = List.of(
            "cluster",
            "task",
            "search",
            "moves",
            "instances",
            "disk GiB",
            "memory GiB",
            "score",
            "ratio",
            "tries, k/s",
            "jobsets min",
            "schedule min");

    private final List<ArenaResult> results;

    DetailTable(List<ArenaResult> results) {
        this.results = results;
    }

    String text() {
        List<List<String>> rows = new ArrayList<>();
        for (ArenaResult result : results) {
            String name = result.arena().name();
            rows.add(row(name, "Ganeti's plan", "descent", result.descent(), ""));
            for (Run run : result.runs()) {
                // What no search has improved is the descent's plan still.
                String label = run.contender().label()
                        + (run.figures().solver().equals(result.descent().solver()) ? ": Ganeti's plan" : "");
                rows.add(row(name, run.task().label(), label, run.figures(), Markdown.ratio(result.ratio(run))));
            }
        }
        return new Markdown()
                .heading("All plans")
                .paragraph(
                        "The ratio is that of the data (*same score*) or of the score (otherwise) to Ganeti's. A try is a change of",
                        "the target that was weighed. Times are estimates of how long the plan takes, in minutes: set by set, and by the",
                        "schedule without sets.")
                .table(3, COLUMNS, rows)
                .text();
    }

    private static List<String> row(String name, String task, String search, Figures figures, String ratio) {
        return List.of(
                name,
                task,
                search,
                Integer.toString(figures.total().moves()),
                Integer.toString(figures.instances()),
                Markdown.gib(figures.total().diskMib()),
                Markdown.gib(figures.total().memoryMib()),
                Markdown.ratio(figures.score()),
                ratio,
                figures.pace().isPresent() ? Markdown.decimals(figures.pace().getAsDouble() / KILO, 0) : "",
                Markdown.minutes(figures.jobsetsMakespan()),
                Markdown.minutes(figures.makespan()));
    }
}
