package org.ballast.hbal;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ballast.hbal.explain.StepReason;
import org.ballast.hbal.optimize.Outcome;
import org.ballast.hbal.report.FrontPoint;
import org.ballast.hbal.report.Rebalancing;
import org.ballast.hbal.report.ReportPage;
import org.ballast.hbal.report.StepDetail;
import org.ballast.planner.optimize.Optimized;
import org.ballast.planner.optimize.SearchReport;

/** The page about a plan. */
final class ReportFile {
    private ReportFile() {}

    /** Returns the page; the groups are as they are after the plan. */
    static String of(BalancedGroups groups, Outcome outcome) {
        List<String> reasons = outcome.explanation().orElseThrow().steps().stream()
                .map(StepReason::inWords)
                .toList();
        SearchReport report = outcome.result().search();
        Rebalancing rebalancing = new Rebalancing(
                groups.state().scenario(),
                groups.state(),
                IntStream.of(groups.nodes()).boxed().toList(),
                groups.state().scenario().weights(),
                outcome.plan(),
                StepDetail.of(
                        groups.cluster(),
                        outcome.plan().steps(),
                        outcome.request().rules().rates(),
                        Optional.of(outcome.result().schedule()),
                        reasons),
                front(outcome),
                report.solver() + " for " + Amounts.time(report.seconds()) + ", seed " + report.seed() + ", "
                        + Amounts.count(report.tries(), "try", "tries"));
        return ReportPage.html(rebalancing, groups.names());
    }

    private static List<FrontPoint> front(Outcome outcome) {
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
