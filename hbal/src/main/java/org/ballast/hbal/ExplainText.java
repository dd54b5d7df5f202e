package org.ballast.hbal;

import java.util.List;
import org.ballast.cli.console.Console;
import org.ballast.cli.text.ScoreTable;
import org.ballast.cli.text.TextTable;
import org.ballast.cli.text.TextTable.Column;
import org.ballast.hbal.explain.PlanExplanation;
import org.ballast.hbal.explain.Remainder;
import org.ballast.mobility.Immobility;
import org.ballast.model.Decimals;
import org.ballast.model.Plan;
import org.ballast.optimizer.cost.Cost;

/** Tells people why a plan is as it is. */
final class ExplainText {
    private static final String INDENT = " ";
    private static final int DECIMALS = 4;
    /** No more instances are told apart, unless people want to know more. */
    private static final int MOST_DETAILS = 20;

    private final Console console;
    private final BalancedGroups groups;
    private final PlanSummary told;
    private final boolean isVerbose;

    ExplainText(Console console, BalancedGroups groups, PlanSummary told, int verbosity) {
        this.console = console;
        this.groups = groups;
        this.told = told;
        isVerbose = verbosity > 1;
    }

    void write(PlanExplanation explanation) {
        writeSteps(explanation);
        writeRemainders(explanation);
        writeImmobile(explanation);
        new EvacuationText(console, groups).write(told.stranded());
        console.line("");
        if (!explanation.measured()) {
            console.line(LoadNote.TEXT);
        }
        console.line(Endings.of(told));
    }

    private void writeSteps(PlanExplanation explanation) {
        List<Plan.Step> steps = told.plan().steps();
        if (steps.isEmpty()) {
            return;
        }
        TextTable table = new TextTable(
                INDENT,
                List.of(
                        Column.number("Move"),
                        Column.word("Instance"),
                        Column.number("Disk GiB"),
                        Column.number("Memory GiB"),
                        Column.number("Time"),
                        Column.word("What for")));
        for (int k = 0; k < steps.size(); k++) {
            Cost cost = told.costs().get(k);
            String rows = explanation.steps().get(k).rowsInWords();
            table.add(List.of(
                    Integer.toString(k + 1),
                    groups.names()
                            .of(groups.cluster()
                                    .instances()
                                    .get(steps.get(k).move().instance())),
                    AmountText.gib(cost.diskMib()),
                    AmountText.gib(cost.memoryMib()),
                    AmountText.time(cost.work()),
                    explanation.steps().get(k).inWords(groups.cluster(), groups.names())
                            + (isVerbose && !rows.isEmpty() ? " (" + rows + ")" : "")));
        }
        console.line("");
        console.line("What each move costs and is good for"
                + (isVerbose ? " (in brackets, changes of the score's rows, weighted):" : ":"));
        print(table);
    }

    private void writeRemainders(PlanExplanation explanation) {
        TextTable table = new TextTable(
                INDENT,
                List.of(
                        Column.word("Row"),
                        Column.number("Value"),
                        Column.number("Weighted"),
                        Column.number("At least")));
        for (Remainder left : explanation.remainders()) {
            table.add(List.of(
                    left.row().label(),
                    score(left.value()),
                    score(left.weighted()),
                    Decimals.fixed(left.fixed(), DECIMALS)));
        }
        console.line("");
        console.line("What is left of the score, and what no plan can remove ("
                + Decimals.fixed(explanation.lowest(), DECIMALS) + " together, as far as is known):");
        print(table);
    }

    private static String score(double value) {
        return Double.isFinite(value) ? ScoreTable.total(value) : "no value";
    }

    private void writeImmobile(PlanExplanation explanation) {
        console.line("");
        boolean ends = !told.plan().steps().isEmpty();
        if (explanation.immobile().isEmpty()) {
            console.line(ends ? "All other instances could move on from there." : "All instances could move.");
            return;
        }
        console.line(ends ? "Instances that cannot move where the plan ends:" : "Instances that cannot move:");
        explanation.immobileByReason().values().forEach(instances -> writeImmobile(explanation, instances));
    }

    private void writeImmobile(PlanExplanation explanation, List<Integer> instances) {
        Immobility first = explanation.reason(instances.getFirst());
        String start = "  " + instances.size() + ", " + first.words() + ":";
        if (first instanceof Immobility.Held) {
            console.line(start + " " + AmountText.instances(instances, groups.cluster(), groups.names()));
            return;
        }
        console.line(start);
        int shown = isVerbose ? instances.size() : Math.min(instances.size(), MOST_DETAILS);
        for (int instance : instances.subList(0, shown)) {
            console.line("    "
                    + groups.names().of(groups.cluster().instances().get(instance)) + ": "
                    + explanation.reason(instance).describe(groups.cluster(), groups.names()));
        }
        if (shown < instances.size()) {
            console.line("    and " + (instances.size() - shown) + " more, which -v names");
        }
    }

    /** Prints a table without the blanks that end its lines. */
    private void print(TextTable table) {
        table.toString().lines().forEach(line -> console.line(line.stripTrailing()));
    }
}
