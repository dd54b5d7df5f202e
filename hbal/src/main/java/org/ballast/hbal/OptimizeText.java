package org.ballast.hbal;

import java.util.List;
import org.ballast.cli.console.Console;
import org.ballast.cli.text.ScoreTable;
import org.ballast.cli.text.TextTable;
import org.ballast.cli.text.TextTable.Column;
import org.ballast.hbal.optimize.SearchOutcome;
import org.ballast.model.Decimals;
import org.ballast.model.rules.RuleConflict;
import org.ballast.optimizer.Effort;
import org.ballast.optimizer.OptimizeRequest;
import org.ballast.optimizer.Optimized;
import org.ballast.optimizer.PackReport;
import org.ballast.optimizer.SearchReport;
import org.ballast.optimizer.cost.Cost;

/** Tells of a search for a whole plan what Ganeti has no words for. */
final class OptimizeText {
    private static final String INDENT = " ";

    private final Console console;
    private final BalancedGroups groups;
    private final SearchOutcome outcome;

    OptimizeText(Console console, BalancedGroups groups, SearchOutcome outcome) {
        this.console = console;
        this.groups = groups;
        this.outcome = outcome;
    }

    /** Says what cannot be had, and that the search begins. */
    static void announce(
            Console console, BalancedGroups groups, OptimizeRequest request, List<RuleConflict> conflicts) {
        if (!conflicts.isEmpty()) {
            console.line("Rules that cannot be kept; nothing is moved for what stays broken:");
            conflicts.forEach(conflict -> console.line("  " + conflict.describe(groups.cluster())));
        }
        Effort effort = request.effort();
        String time = Double.isFinite(effort.seconds()) ? AmountText.number(effort.seconds()) + " seconds" : "";
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
                outcome.doubt(groups.cluster()).ifPresent(doubt -> console.line("Note: " + doubt + "."));
            }
            writeSearch(verbosity);
        }
        writeLeftOut();
        outcome.packing().ifPresent(this::writePacking);
        writeFront();
    }

    private void writeCost() {
        Cost cost = outcome.cost();
        console.line("Data: " + AmountText.gib(cost.dataMib()) + " GiB (" + AmountText.gib(cost.diskMib())
                + " of disks, " + AmountText.gib(cost.memoryMib()) + " of memory)");
        console.line("Work: " + AmountText.count(cost.diskCopies(), "disk copy", "disk copies") + ", "
                + AmountText.count(cost.migrations(), "migration") + ", "
                + AmountText.count(cost.failovers(), "failover")
                + " of " + AmountText.count(outcome.result().instances(), "instance") + "; "
                + AmountText.time(cost.downtime()) + " of downtime");
        console.line(
                "Estimated time: " + AmountText.time(outcome.result().schedule().makespan()) + ", in jobsets "
                        + AmountText.time(outcome.result().jobsetsMakespan()));
    }

    private void writeSearch(int verbosity) {
        SearchReport report = outcome.result().search();
        String pace = verbosity > 1
                ? " in " + Decimals.fixed(report.seconds(), 1) + " s ("
                        + Decimals.fixed(report.tries() / Math.max(report.seconds(), 1e-3), 0) + " tries/s)"
                : "";
        console.line("Search: " + report.solver() + ", seed " + report.seed() + ", "
                + AmountText.count(report.tries(), "try", "tries") + pace);
        if (!report.binding().isEmpty()) {
            console.line("Limits that are used up: " + Endings.limits(report));
        }
    }

    private void writeLeftOut() {
        List<Integer> abandoned = outcome.result().abandoned();
        if (!abandoned.isEmpty()) {
            console.line("No safe way found for " + AmountText.count(abandoned.size(), "instance") + ": "
                    + AmountText.instances(abandoned, groups.cluster(), groups.names()));
        }
        if (!outcome.broken().isEmpty()) {
            console.line("Rules that are still not kept:");
            outcome.broken().forEach(broken -> console.line("  " + broken.describe(groups.cluster())));
        }
    }

    private void writePacking(PackReport report) {
        console.line("Nodes with instances: " + report.before() + " before, " + report.after() + " after, at least "
                + report.bound().nodes() + " needed (" + report.bound().reason() + ")");
        console.line("Emptied: " + nodes(report.emptied()));
        if (!report.emptyBefore().isEmpty()) {
            console.line("Empty already: " + nodes(report.emptyBefore()));
        }
        if (!report.stays().isEmpty()) {
            console.line("Not emptied:");
            report.stays().forEach(stay -> console.line("  " + stay.describe(groups.cluster())));
        }
    }

    private String nodes(List<Integer> nodes) {
        return nodes.isEmpty() ? "none" : String.join(", ", PackReport.names(groups.cluster(), nodes));
    }

    private void writeFront() {
        if (outcome.front().isEmpty()) {
            return;
        }
        TextTable table = new TextTable(
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
                    AmountText.gib(cost.diskMib()),
                    AmountText.gib(cost.memoryMib()),
                    AmountText.time(point.schedule().makespan()),
                    ScoreTable.total(point.plan().after().total())));
        }
        console.line("");
        console.line("What more or less change would bring (* is the plan above, --pick=N takes another):");
        console.out().print(table);
    }
}
