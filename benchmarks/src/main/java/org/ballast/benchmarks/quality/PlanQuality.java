package org.ballast.benchmarks.quality;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ballast.hbal.optimize.SearchOutcome;

/** A program that prints how good plans are, as the middle part of a Markdown page. */
public final class PlanQuality {
    private final Settings settings;
    private final PrintStream progress;
    private final List<ArenaResult> results = new ArrayList<>();

    private PlanQuality(Settings settings, PrintStream progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /** Takes what {@link Settings} says. */
    public static void main(String[] arguments) {
        Settings settings;
        try {
            settings = Settings.of(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println("PlanQuality: " + e.getMessage());
            System.exit(2);
            return;
        }
        System.out.print(report(settings, System.err));
    }

    /** Measures, and returns the tables. */
    static String report(Settings settings, PrintStream progress) {
        return new PlanQuality(settings, progress).report();
    }

    private String report() {
        settings.arenas().forEach(this::measure);
        StringBuilder text = new StringBuilder();
        text.append(new SummaryTable(settings.contenders(), results).text());
        text.append(front());
        text.append(new HalfwayTable(results).text());
        text.append(new DetailTable(results).text());
        return text.toString();
    }

    private void measure(Arena arena) {
        say(arena.name() + ": descent ...");
        Optional<Figures> descent = Descending.run(arena);
        if (descent.isEmpty()) {
            say(arena.name() + ": nothing to balance");
            return;
        }
        List<Run> runs = new ArrayList<>();
        for (PlanningTask task : PlanningTask.values()) {
            for (Contender contender : settings.contenders()) {
                say(arena.name() + ": " + task.label() + ", " + contender.label() + " ...");
                SearchOutcome outcome = contender.run(arena, task.objective(descent.get()));
                runs.add(new Run(task, contender, Figures.of(arena, outcome.result())));
            }
        }
        results.add(new ArenaResult(arena, descent.get(), runs));
    }

    private String front() {
        Optional<ArenaResult> middle = results.stream()
                .filter(result -> result.arena().nodes() >= settings.frontNodes())
                .findFirst();
        if (middle.isEmpty()) {
            return "";
        }
        Arena arena = middle.get().arena();
        Contender contender = new Contender(Contender.Solver.ANNEAL, settings.frontSeconds());
        say(arena.name() + ": front, " + contender.label() + " ...");
        return new FrontTable(middle.get(), contender, contender.front(arena)).text();
    }

    private void say(String what) {
        progress.println(what);
    }
}
