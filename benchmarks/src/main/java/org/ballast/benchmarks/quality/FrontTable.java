package org.ballast.benchmarks.quality;

import java.util.ArrayList;
import java.util.List;
import org.ballast.optimizer.Optimized;

/** The table of scores that more or less change reaches on one cluster. */
final class FrontTable {
    private static final List<String> COLUMNS =
            List.of("plan", "moves", "instances", "disk GiB", "memory GiB", "score", "schedule min");

    private final ArenaResult result;
    private final Contender contender;
    private final List<Optimized> front;

    FrontTable(ArenaResult result, Contender contender, List<Optimized> front) {
        this.result = result;
        this.contender = contender;
        this.front = front;
    }

    String text() {
        List<List<String>> rows = new ArrayList<>();
        for (int k = 0; k < front.size(); k++) {
            rows.add(row(Integer.toString(k + 1), Figures.of(result.arena(), front.get(k))));
        }
        rows.add(row("Ganeti's", result.descent()));
        return new Markdown()
                .heading("The front")
                .paragraph(
                        "`--front` on the cluster \"" + result.arena().name() + "\", by " + contender.label()
                                + " for all of it: plans of which none is beaten",
                        "by another in both data and score.")
                .table(1, COLUMNS, rows)
                .text();
    }

    private static List<String> row(String name, Figures figures) {
        return List.of(
                name,
                Integer.toString(figures.total().moves()),
                Integer.toString(figures.instances()),
                Markdown.gib(figures.total().diskMib()),
                Markdown.gib(figures.total().memoryMib()),
                Markdown.ratio(figures.score()),
                Markdown.minutes(figures.makespan()));
    }
}
