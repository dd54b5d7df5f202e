package org.ballast.hbal.report;

import java.util.ArrayList;
import java.util.List;
import org.ballast.cli.text.ShortNames;
import org.ballast.model.Plan;
import org.ballast.pages.HtmlPage;
import org.ballast.pages.Page;
import org.ballast.pages.Section;

/** A plan as a page with pictures, the most important things first. */
public final class ReportPage {
    private ReportPage() {}

    /** Returns the page as the text of an HTML file, to be stored in UTF-8. */
    public static String html(Rebalancing rebalancing, ShortNames names) {
        return HtmlPage.of(of(rebalancing, names));
    }

    /** Returns the page. */
    public static Page of(Rebalancing rebalancing, ShortNames names) {
        PageWords words = new PageWords(names, rebalancing.scenario().cluster());
        boolean moves = !rebalancing.plan().steps().isEmpty();
        List<Section> sections = new ArrayList<>();
        sections.add(new PlanOverviewSection(rebalancing).section());
        if (moves) {
            sections.add(new ProgressSection(rebalancing, words).section());
        }
        if (!rebalancing.front().isEmpty()) {
            sections.add(new FrontSection(rebalancing).section());
        }
        if (!rebalancing.stays().isEmpty()) {
            sections.add(new StaysSection(rebalancing, words).section());
        }
        sections.add(new NodesSection(rebalancing, words).section());
        sections.add(new ScoreSection(rebalancing).section());
        if (moves) {
            if (rebalancing.makespan().isPresent()) {
                sections.add(new ScheduleSection(rebalancing, words).section());
            }
            sections.add(new MovesSection(rebalancing, words).section());
        }
        return new Page(title(rebalancing.plan()), subtitle(rebalancing), sections);
    }

    private static String title(Plan plan) {
        return plan.steps().isEmpty()
                ? "Nothing to move"
                : PageWords.count(plan.steps().size(), "move") + ": score "
                        + PageWords.score(plan.before().total()) + " → "
                        + PageWords.score(plan.after().total());
    }

    private static String subtitle(Rebalancing rebalancing) {
        long instances = rebalancing.scenario().cluster().instances().stream()
                .filter(instance ->
                        rebalancing.nodes().contains(instance.placement().primary()))
                .count();
        return PageWords.count(rebalancing.nodes().size(), "node") + " with " + PageWords.count(instances, "instance")
                + (rebalancing.search().isEmpty() ? "" : "; " + rebalancing.search());
    }
}
