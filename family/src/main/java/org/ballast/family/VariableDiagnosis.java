package org.ballast.family;

import java.util.List;
import org.ballast.cli.console.Console;
import org.ballast.cli.options.CheckOptions;
import org.ballast.cli.text.ScoreTable;
import org.ballast.cli.text.ShellVariable;
import org.ballast.model.Cluster;

/** The diagnosis as shell variables. */
final class VariableDiagnosis implements DiagnosisOutput {
    private final Console console;
    private final List<Finding> findings;

    VariableDiagnosis(Console console, CheckOptions options) {
        this.console = console;
        findings = Finding.counted(options.checksCapacity());
    }

    @Override
    public void initial(Cluster cluster, ClusterFindings before) {
        for (int group = 0; group < cluster.groups().size(); group++) {
            print("GROUP_UUID_" + group, cluster.groups().get(group).uuid());
        }
        print("INIT", before, before.isUnhealthy());
    }

    @Override
    public void complete(Diagnosis diagnosis) {
        ClusterFindings before = diagnosis.before();
        print("FINAL", diagnosis.after().orElse(before), before.isUnhealthy());
        print("OK", "1");
    }

    private void print(String phase, ClusterFindings found, boolean wasUnhealthy) {
        for (GroupFindings group : found.groups()) {
            String prefix = phase + "_GROUP_" + group.group() + "_";
            print(prefix, group.counts());
            print(prefix + "SCORE", ScoreTable.total(group.score()));
        }
        String prefix = phase + "_CLUSTER_";
        String health = wasUnhealthy ? "1" : "0";
        if (found.counts().isEmpty()) {
            // Ganeti lines up names and values, and without groups there is but this one value.
            print(prefix + findings.getFirst().key(), health);
        } else {
            print(prefix, found.counts());
            print(prefix + "NEED_REBALANCE", health);
        }
    }

    private void print(String prefix, List<Integer> counts) {
        for (int k = 0; k < counts.size(); k++) {
            print(prefix + findings.get(k).key(), Integer.toString(counts.get(k)));
        }
    }

    private void print(String name, String value) {
        console.line(ShellVariable.assignment("HCHECK", name, value));
    }
}
