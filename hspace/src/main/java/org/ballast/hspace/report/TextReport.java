package org.ballast.hspace.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ballast.capacity.FillResult;
import org.ballast.capacity.InstanceShape;
import org.ballast.capacity.Totals;
import org.ballast.cli.console.Console;
import org.ballast.cli.text.Padding;
import org.ballast.cli.text.ScoreTable;
import org.ballast.cli.text.ShortNames;
import org.ballast.hspace.output.StudyText;
import org.ballast.hspace.study.FailureCounts;
import org.ballast.hspace.study.FillOutcome;
import org.ballast.hspace.study.Mode;
import org.ballast.hspace.study.Study;
import org.ballast.model.Decimals;
import org.ballast.model.SafeText;

/** A report to people, as text. */
public final class TextReport implements CapacityReport {
    private static final int PERCENT = 100;

    private final Console console;
    private final boolean showsSpindles;
    private final ShortNames names;

    /** Creates a report; spindles are of interest with exclusive storage. */
    public TextReport(Console console, boolean showsSpindles, ShortNames names) {
        this.console = console;
        this.showsSpindles = showsSpindles;
        this.names = names;
    }

    @Override
    public void cluster(Totals totals, int nodes) {
        List<String> resources = new ArrayList<>(List.of(
                "MEM " + Decimals.fixed(totals.memory().total(), 0),
                "DSK " + Decimals.fixed(totals.disk().total(), 0),
                "CPU " + Decimals.fixed(totals.vcpus().physical(), 0),
                "VCPU " + totals.vcpus().limit()));
        if (showsSpindles) {
            resources.add("SPN " + totals.spindles().total());
        }
        console.line("The cluster has " + nodes + " nodes and the following resources:");
        console.line("  " + String.join(", ", resources) + ".");
        console.line("There are " + (totals.instances() > 0 ? totals.instances() : "no")
                + " initial instances on the cluster.");
    }

    @Override
    public void begins(Mode mode, InstanceShape shape) {
        console.line(
                switch (mode) {
                    case TIERED -> "Tiered (initial size) instance spec is:";
                    case STANDARD -> "Standard (fixed-size) instance spec is:";
                });
        console.line("  " + resources(shape.size()) + ", using disk template '"
                + shape.template().label() + "'.");
    }

    @Override
    public void filled(Mode mode, FillOutcome outcome, FailureCounts failures) {
        switch (mode) {
            case TIERED -> {
                console.line("Tiered allocation results:");
                List<FillResult.Batch> batches = outcome.batches();
                if (batches.isEmpty()) {
                    console.line("  - no instances allocated");
                }
                batches.forEach(
                        batch -> console.line(item(batch.count()) + " instances of spec " + resources(batch.size())));
            }
            case STANDARD -> {
                console.line("Normal (fixed-size) allocation results:");
                console.line(item(outcome.count()) + " instances allocated");
            }
        }
        console.line("  - most likely failure reason: " + failures.mostLikely());
        console.line("  - initial cluster score: "
                + ScoreTable.total(outcome.before().score()));
        console.line(
                "  -   final cluster score: " + ScoreTable.total(outcome.after().score()));
        printUsage(outcome.after());
    }

    private void printUsage(Totals totals) {
        Map<String, Double> usage = new LinkedHashMap<>();
        usage.put("memory", totals.memory().usage());
        usage.put("disk", totals.disk().usage());
        usage.put("vcpu", totals.vcpus().usage());
        if (showsSpindles) {
            usage.put("spindles", totals.spindles().usage());
        }
        int width = usage.keySet().stream().mapToInt(String::length).max().orElse(0);
        usage.forEach((resource, part) -> console.line("  - " + Padding.right(resource, width) + " usage efficiency: "
                + Padding.right(Decimals.fixed(part * PERCENT, 2), 5) + "%"));
    }

    @Override
    public void studied(Study study) {
        StudyText.lines(study, names).forEach(line -> console.line(SafeText.of(line)));
    }

    @Override
    public void complete() {
        // People see that it is the end.
    }

    private static String item(int count) {
        return "  - " + Padding.right(count, 3);
    }

    private String resources(InstanceShape.Size size) {
        return "MEM " + size.memory() + ", DSK " + size.disk() + ", CPU " + size.vcpus()
                + (showsSpindles ? ", SPN " + size.spindles() : "");
    }
}
