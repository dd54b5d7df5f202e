package org.ballast.hspace.report;

import java.util.Locale;
import java.util.stream.Collectors;
import org.ballast.capacity.InstanceShape;
import org.ballast.capacity.Totals;
import org.ballast.cli.console.Console;
import org.ballast.cli.text.ScoreTable;
import org.ballast.cli.text.ShellVariable;
import org.ballast.cli.text.ShortNames;
import org.ballast.hspace.output.StudyText;
import org.ballast.hspace.study.FailureCounts;
import org.ballast.hspace.study.FillOutcome;
import org.ballast.hspace.study.Mode;
import org.ballast.hspace.study.Study;
import org.ballast.model.Decimals;

/** A report to scripts, as shell variables. */
public final class ShellReport implements CapacityReport {
    private static final int DECIMALS = 8;

    private final Console console;
    private final ShortNames names;

    /** Creates a report. */
    public ShellReport(Console console, ShortNames names) {
        this.console = console;
        this.names = names;
    }

    @Override
    public void cluster(Totals totals, int nodes) {
        put("CLUSTER_MEM", Decimals.fixed(totals.memory().total(), 0));
        put("CLUSTER_DSK", Decimals.fixed(totals.disk().total(), 0));
        put("CLUSTER_CPU", Decimals.fixed(totals.vcpus().physical(), 0));
        put("CLUSTER_VCPU", totals.vcpus().limit().toString());
        put("CLUSTER_SPN", totals.spindles().total());
        put("CLUSTER_NODES", nodes);
        put("INI", totals);
    }

    @Override
    public void begins(Mode mode, InstanceShape shape) {
        String prefix = switch (mode) {
            case TIERED -> "TSPEC_INI";
            case STANDARD -> "SPEC";
        };
        put(prefix + "_MEM", shape.size().memory());
        put(prefix + "_DSK", shape.size().disk());
        put(prefix + "_CPU", shape.size().vcpus());
        put(prefix + "_SPN", shape.size().spindles());
        put(prefix + "_RQN", shape.requiredNodes());
        put(prefix + "_DISK_TEMPLATE", shape.template().label());
    }

    @Override
    public void filled(Mode mode, FillOutcome outcome, FailureCounts failures) {
        switch (mode) {
            case TIERED -> filledTiered(outcome);
            case STANDARD -> filledStandard(outcome, failures);
        }
    }

    private void filledTiered(FillOutcome outcome) {
        put("TRL", outcome.after());
        put(
                "TSPEC",
                outcome.batches().stream()
                        .map(batch -> batch.size().memory() + "," + batch.size().disk() + ","
                                + batch.size().vcpus() + "," + batch.size().spindles() + "=" + batch.count())
                        .collect(Collectors.joining(" ")));
        Totals.Usage used = outcome.before().used();
        put("KM_USED", used);
        put("KM_POOL", outcome.after().used().minus(used));
        put("KM_UNAV", outcome.after().unused());
    }

    private void filledStandard(FillOutcome outcome, FailureCounts failures) {
        put("FIN", outcome.after());
        int existing = outcome.before().instances();
        put("ALLOC_USAGE", decimal(existing / (double) (existing + outcome.count())));
        put("ALLOC_INSTANCES", outcome.count());
        put("ALLOC_FAIL_REASON", failures.mostLikely().toUpperCase(Locale.ROOT));
        failures.counts().forEach(each -> put("ALLOC_" + each.reason() + "_CNT", each.count()));
    }

    /** Prints what has no variable beside the results. */
    @Override
    public void studied(Study study) {
        study.packed().ifPresent(packed -> {
            put("OPT_TRL_INSTANCES", packed.tiered().count());
            put("OPT_ALLOC_INSTANCES", packed.standard().count());
            packed.standard().most().ifPresent(most -> put("OPT_ALLOC_BOUND", most));
            put("OPT_ALLOC_MOVES", packed.standard().moves().steps().size());
        });
        study.mix().ifPresent(mix -> {
            put("MIX_WHOLE", mix.filling().wholeMixes());
            put("MIX_INSTANCES", mix.filling().placed().size());
        });
        StudyText.lines(study, names).forEach(console::note);
    }

    @Override
    public void complete() {
        put("OK", 1);
    }

    private void put(String prefix, Totals totals) {
        put(prefix + "_SCORE", ScoreTable.total(totals.score()));
        put(prefix + "_INST_CNT", totals.instances());
        put(prefix + "_MEM_FREE", totals.memory().free());
        put(prefix + "_MEM_AVAIL", totals.memory().available());
        put(prefix + "_MEM_RESVD", totals.memory().reserved());
        put(prefix + "_MEM_INST", totals.memory().taken());
        put(prefix + "_MEM_OVERHEAD", totals.memory().overhead());
        put(prefix + "_MEM_EFF", decimal(totals.memory().usage()));
        put(prefix + "_DSK_FREE", totals.disk().free());
        put(prefix + "_DSK_AVAIL", totals.disk().available());
        put(prefix + "_DSK_RESVD", totals.disk().reserved());
        put(prefix + "_DSK_INST", totals.disk().taken());
        put(prefix + "_DSK_EFF", decimal(totals.disk().usage()));
        put(prefix + "_SPN_FREE", totals.spindles().free());
        put(prefix + "_SPN_INST", totals.spindles().taken());
        put(prefix + "_SPN_EFF", decimal(totals.spindles().usage()));
        put(prefix + "_CPU_INST", totals.vcpus().taken());
        put(prefix + "_CPU_EFF", decimal(totals.vcpus().usage()));
        put(prefix + "_MNODE_MEM_AVAIL", totals.memory().mostAvailable());
        put(prefix + "_MNODE_DSK_AVAIL", totals.disk().mostAvailable());
    }

    private void put(String prefix, Totals.Usage usage) {
        put(prefix + "_CPU", usage.vcpus());
        put(prefix + "_NPU", Decimals.shown(usage.cpus()));
        put(prefix + "_MEM", usage.memory());
        put(prefix + "_DSK", usage.disk());
        put(prefix + "_SPN", usage.spindles());
    }

    private static String decimal(double value) {
        return Decimals.fixed(value, DECIMALS);
    }

    private void put(String name, long value) {
        put(name, Long.toString(value));
    }

    private void put(String name, String value) {
        console.line(ShellVariable.assignment("HTS", name, value));
    }
}
