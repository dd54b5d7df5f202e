package org.ballast.hbal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ballast.hbal.explain.PlanExplanation;
import org.ballast.hbal.optimize.SearchOutcome;
import org.ballast.hbal.report.FrontPoint;
import org.ballast.hbal.report.Rebalancing;
import org.ballast.hbal.report.ReportPage;
import org.ballast.hbal.report.StayReason;
import org.ballast.hbal.report.StepDetail;
import org.ballast.optimizer.Optimized;
import org.ballast.optimizer.PackReport;
import org.ballast.optimizer.SearchReport;

/** The page about a plan. */
final class ReportFile {
    private ReportFile() {}

    /** Returns the page; the groups are as they are after the plan, which is explained. */
    static String of(BalancedGroups groups, PlanSummary told) {
        PlanExplanation explanation = told.explanation().orElseThrow();
        List<String> reasons = explanation.steps().stream()
                .map(reason -> reason.inWords(groups.cluster(), groups.names()))
                .toList();
        Rebalancing rebalancing = new Rebalancing(
                groups.state().scenario(),
                groups.state(),
                IntStream.of(groups.nodes()).boxed().toList(),
                groups.state().scenario().weights(),
                told.plan(),
                StepDetail.of(
                        groups.cluster(), told.plan().steps(), told.rates(), Optional.of(told.schedule()), reasons),
                told.search().map(ReportFile::front).orElse(List.of()),
                told.search().map(ReportFile::search).orElse("one best move after another"),
                stays(groups, told, explanation),
                notes(groups, told, explanation));
        return ReportPage.html(rebalancing, groups.names());
    }

    private static List<String> notes(BalancedGroups groups, PlanSummary told, PlanExplanation explanation) {
        List<String> notes = new ArrayList<>();
        told.search().ifPresent(outcome -> notes.addAll(notes(groups, outcome)));
        if (!explanation.measured()) {
            notes.add(LoadNote.TEXT);
        }
        return notes;
    }

    private static List<String> notes(BalancedGroups groups, SearchOutcome outcome) {
        List<String> notes = new ArrayList<>();
        outcome.conflicts()
                .forEach(conflict -> notes.add("This cannot be kept: " + conflict.describe(groups.cluster()) + "."));
        outcome.doubt(groups.cluster()).ifPresent(doubt -> notes.add(doubt + "."));
        outcome.packing().ifPresent(report -> {
            notes.add("Nodes with instances: " + report.before() + " before, " + report.after() + " after, at least "
                    + report.bound().nodes() + " needed (" + report.bound().reason() + "). Emptied: "
                    + (report.emptied().isEmpty()
                            ? "none"
                            : String.join(", ", PackReport.names(groups.cluster(), report.emptied())))
                    + ".");
            report.stays().forEach(stay -> notes.add("Not emptied, " + stay.describe(groups.cluster()) + "."));
        });
        return notes;
    }

    private static List<StayReason> stays(BalancedGroups groups, PlanSummary told, PlanExplanation explanation) {
        List<StayReason> stays = new ArrayList<>();
        told.stranded()
                .forEach(each -> stays.add(
                        new StayReason(each.instance(), true, each.reason(groups.cluster(), groups.names()))));
        explanation.immobile().forEach((instance, reason) -> {
            if (told.stranded().stream().noneMatch(each -> each.instance() == instance)) {
                stays.add(new StayReason(instance, false, reason.describe(groups.cluster(), groups.names())));
            }
        });
        return stays;
    }

    private static String search(SearchOutcome outcome) {
        SearchReport report = outcome.result().search();
        return report.solver() + " for " + AmountText.time(report.seconds()) + ", seed " + report.seed() + ", "
                + AmountText.count(report.tries(), "try", "tries");
    }

    private static List<FrontPoint> front(SearchOutcome outcome) {
        return IntStream.range(0, outcome.front().size())
                .mapToObj(position -> {
                    Optimized point = outcome.front().get(position);
                    return new FrontPoint(
                            point.total().moves(),
                            point.total().dataMib(),
                            point.plan().after().total(),
                            outcome.isChosen(position));
                })
                .toList();
    }
}
