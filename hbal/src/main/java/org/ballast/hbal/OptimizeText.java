package org.ballast.hbal;

import java.util.List;
import org.ballast.cli.console.Console;
import org.ballast.cli.text.ScoreTable;
import org.ballast.cli.text.Table;
import org.ballast.cli.text.Table.Column;
import org.ballast.hbal.optimize.Outcome;
import org.ballast.model.Decimals;
import org.ballast.planner.cost.Cost;
import org.ballast.planner.optimize.Effort;
import org.ballast.planner.optimize.OptimizeRequest;
import org.ballast.planner.optimize.Optimized;
import org.ballast.planner.optimize.SearchReport;

/** Tells of a search for a whole plan what the peer has no words for. */
final class OptimizeText {
    private static final String INDENT = " ";

    private final Console console;
    private final BalancedGroups groups;
    private final Outcome outcome;

    OptimizeText(Console console, BalancedGroups groups, Outcome outcome) {
        this.console = console;
        this.groups = groups;
        this.outcome = outcome;
    }

    /** Says that the search begins. */
    static void announce(Console console, OptimizeRequest request) {
        Effort effort = request.effort();
        String time = Double.isFinite(effort.seconds()) ? Amounts.number(effort.seconds()) + " seconds" : "";
        String tries = effort.mostTries() < Long.MAX_VALUE ? effort.mostTries() + " tries" : "";
        console.line("Searching for up to " + time + (time.isEmpty() || tries.isEmpty() ? "" : " or ") + tries + " ("
                + request.solver().name() + ", seed " + effort.seed() + ")...");
        console.out().flush();
    }

    /** Says what the plan takes and how it was found. */
    void write(int verbosity) {
        if (verbosity >= 1) {
            if (!outcome.plan().steps().isEmpty()) {
                writeCost();
            }
            writeSearch(verbosity);
        }
        writeLeftOut();
        writeFront();
    }

    private void writeCost() {
        Cost cost = outcome.cost();
        console.line("Data: " + Amounts.gib(cost.dataMib()) + " GiB (" + Amounts.gib(cost.diskMib()) + " of disks, "
                + Amounts.gib(cost.memoryMib()) + " of memory)");
        console.line("Work: " + Amounts.count(cost.diskCopies(), "disk copy", "disk copies") + ", "
                + Amounts.count(cost.migrations(), "migration") + ", " + Amounts.count(cost.failovers(), "failover")
                + " of " + Amounts.count(outcome.result().instances(), "instance") + "; "
                + Amounts.time(cost.downtime()) + " of downtime");
        console.line(
                "Estimated time: " + Amounts.time(outcome.result().schedule().makespan()) + ", in jobsets "
                        + Amounts.time(outcome.result().jobsetsMakespan()));
    }

    private void writeSearch(int verbosity) {
        SearchReport report = outcome.result().search();
        String pace = verbosity > 1
                ? " in " + Decimals.fixed(report.seconds(), 1) + " s ("
                        + Decimals.fixed(report.tries() / Math.max(report.seconds(), 1e-3), 0) + " tries/s)"
                : "";
        console.line("Search: " + report.solver() + ", seed " + report.seed() + ", "
                + Amounts.count(report.tries(), "try", "tries") + pace);
        if (!report.binding().isEmpty()) {
            console.line("Limits that are used up: " + Endings.limits(report));
        }
    }

    private void writeLeftOut() {
        List<Integer> abandoned = outcome.result().abandoned();
        if (!abandoned.isEmpty()) {
            console.line("No safe way found for " + Amounts.count(abandoned.size(), "instance") + ": "
                    + Amounts.instances(abandoned, groups.cluster(), groups.names()));
        }
        if (!outcome.broken().isEmpty()) {
            console.line("Rules that are still not kept:");
            outcome.broken().forEach(broken -> console.line("  " + broken.describe(groups.cluster())));
        }
    }

    private void writeFront() {
        if (outcome.front().isEmpty()) {
            return;
        }
        Table table = new Table(
                INDENT,
                List.of(
                        Column.number("Point"),
                        Column.number("Moves"),
                        Column.number("Instances"),
                        Column.number("Disk GiB"),
                        Column.number("Memory GiB"),
                        Column.number("Time"),
                        Column.number("Score")));
        for (int position = 0; position < outcome.front().size(); position++) {
            Optimized point = outcome.front().get(position);
            Cost cost = point.total();
            table.add(List.of(
                    (outcome.isChosen(position) ? "*" : "") + (position + 1),
                    Integer.toString(cost.moves()),
                    Integer.toString(point.instances()),
                    Amounts.gib(cost.diskMib()),
                    Amounts.gib(cost.memoryMib()),
                    Amounts.time(point.schedule().makespan()),
                    ScoreTable.total(point.plan().after().total())));
        }
        console.line("");
        console.line("What more or less change would bring (* is the plan above, --pick=N takes another):");
        console.out().print(table);
    }
}
