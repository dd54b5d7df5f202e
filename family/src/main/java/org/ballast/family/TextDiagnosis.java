package org.ballast.family;

import java.util.List;
import org.ballast.cli.console.Console;
import org.ballast.cli.options.CheckOptions;
import org.ballast.cli.text.ScoreTable;
import org.ballast.model.Cluster;

/** The diagnosis as text, in Ganeti's words. */
final class TextDiagnosis implements DiagnosisOutput {
    private final Console console;
    private final CheckOptions options;
    private final List<Finding> findings;
    private final boolean isSilent;

    TextDiagnosis(Console console, CheckOptions options, int verbosity) {
        this.console = console;
        this.options = options;
        findings = Finding.counted(options.checksCapacity());
        isSilent = verbosity < 1;
    }

    @Override
    public void initial(Cluster cluster, ClusterFindings before) {
        if (isSilent) {
            return;
        }
        if (!options.simulates()) {
            console.line("Running in no-simulation mode.");
        } else if (before.isUnhealthy()) {
            console.line("Cluster needs rebalancing.");
        } else {
            console.line("No need to rebalance cluster, no problems found.");
        }
        print("initially", cluster, before, before.isUnhealthy());
    }

    @Override
    public void complete(Diagnosis diagnosis) {
        if (!isSilent) {
            boolean wasUnhealthy = diagnosis.before().isUnhealthy();
            diagnosis.after().ifPresent(after -> print("after rebalancing", diagnosis.cluster(), after, wasUnhealthy));
        }
    }

    private void print(String phase, Cluster cluster, ClusterFindings found, boolean wasUnhealthy) {
        for (GroupFindings group : found.groups()) {
            console.line("");
            console.line("Statistics for group "
                    + cluster.groups().get(group.group()).name() + " " + phase);
            print(group.counts());
            print("Group score", ScoreTable.total(group.score()));
        }
        console.line("");
        console.line("Cluster statistics " + phase);
        String health = wasUnhealthy ? "True" : "False";
        if (found.counts().isEmpty()) {
            // Ganeti lines up titles and values, and without groups there is but this one value.
            print(findings.getFirst().description(), health);
        } else {
            print(found.counts());
            print("Cluster is not healthy", health);
        }
    }

    private void print(List<Integer> counts) {
        for (int k = 0; k < counts.size(); k++) {
            print(findings.get(k).description(), Integer.toString(counts.get(k)));
        }
    }

    private void print(String title, String value) {
        console.line("    " + title + ": " + value);
    }
}
