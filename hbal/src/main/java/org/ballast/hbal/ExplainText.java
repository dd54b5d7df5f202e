package org.ballast.hbal;

import java.util.List;
import org.ballast.cli.console.Console;
import org.ballast.cli.text.ScoreTable;
import org.ballast.cli.text.Table;
import org.ballast.cli.text.Table.Column;
import org.ballast.hbal.explain.Explanation;
import org.ballast.hbal.explain.Remainder;
import org.ballast.hbal.optimize.Outcome;
import org.ballast.model.Decimals;
import org.ballast.model.Plan;
import org.ballast.planner.cost.Cost;

/** Tells people why a plan is as it is. */
final class ExplainText {
    private static final String INDENT = " ";
    private static final int DECIMALS = 4;

    private final Console console;
    private final BalancedGroups groups;
    private final Outcome outcome;

    ExplainText(Console console, BalancedGroups groups, Outcome outcome) {
        this.console = console;
        this.groups = groups;
        this.outcome = outcome;
    }

    void write(Explanation explanation) {
        writeSteps(explanation);
        writeRemainders(explanation);
        writeStays(explanation);
        console.line("");
        console.line(Endings.of(outcome));
    }

    private void writeSteps(Explanation explanation) {
        List<Plan.Step> steps = outcome.plan().steps();
        if (steps.isEmpty()) {
            return;
        }
        Table table = new Table(
                INDENT,
                List.of(
                        Column.number("Move"),
                        Column.word("Instance"),
                        Column.number("Disk GiB"),
                        Column.number("Memory GiB"),
                        Column.number("Time"),
                        Column.word("What for")));
        for (int k = 0; k < steps.size(); k++) {
            Cost cost = outcome.result().costs().get(k);
            table.add(List.of(
                    Integer.toString(k + 1),
                    groups.names()
                            .of(groups.cluster()
                                    .instances()
                                    .get(steps.get(k).move().instance())),
                    Amounts.gib(cost.diskMib()),
                    Amounts.gib(cost.memoryMib()),
                    Amounts.time(cost.work()),
                    explanation.steps().get(k).inWords()));
        }
        console.line("");
        console.line("What each move costs and is good for (changes of the score's rows, weighted):");
        print(table);
    }

    private void writeRemainders(Explanation explanation) {
        Table table = new Table(
                INDENT,
                List.of(
                        Column.word("Row"),
                        Column.number("Value"),
                        Column.number("Weighted"),
                        Column.number("At least")));
        for (Remainder left : explanation.remainders()) {
            table.add(List.of(
                    left.row().label(),
                    ScoreTable.total(left.value()),
                    ScoreTable.total(left.weighted()),
                    Decimals.fixed(left.fixed(), DECIMALS)));
        }
        console.line("");
        console.line("What is left of the score, and what no plan can remove ("
                + Decimals.fixed(explanation.lowest(), DECIMALS) + " together, as far as is known):");
        print(table);
    }

    private void writeStays(Explanation explanation) {
        console.line("");
        if (explanation.stays().isEmpty()) {
            console.line("All instances could move.");
            return;
        }
        console.line("Instances that cannot move:");
        explanation
                .stays()
                .forEach((stay, instances) -> console.line("  " + instances.size() + ", " + stay.words() + ": "
                        + Amounts.instances(instances, groups.cluster(), groups.names())));
    }

    /** Prints a table without the blanks that end its lines. */
    private void print(Table table) {
        table.toString().lines().forEach(line -> console.line(line.stripTrailing()));
    }
}
