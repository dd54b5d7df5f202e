package org.ballast.family;

import java.util.List;
import java.util.Optional;
import org.ballast.cli.console.Console;
import org.ballast.cli.json.JsonDocument;
import org.ballast.cli.options.CheckOptions;
import org.ballast.model.Cluster;
import org.ballast.model.Group;
import org.ballast.model.rules.BrokenRule;

/** The diagnosis as one document of the format {@code ballast-check}. */
final class JsonDiagnosis implements DiagnosisOutput {
    private static final String FORMAT = "ballast-check";
    private static final int VERSION = 1;

    private final Console console;
    private final List<Finding> findings;

    JsonDiagnosis(Console console, CheckOptions options) {
        this.console = console;
        findings = Finding.counted(options.checksCapacity());
    }

    @Override
    public void initial(Cluster cluster, ClusterFindings before) {
        // The document is written at once, when nothing can fail any more.
    }

    @Override
    public void complete(Diagnosis diagnosis) {
        try (JsonDocument document = JsonDocument.start(console, FORMAT, VERSION)) {
            document.put("healthy", !diagnosis.before().isUnhealthy());
            write(document, "before", diagnosis.cluster(), Optional.of(diagnosis.before()));
            write(document, "after", diagnosis.cluster(), diagnosis.after());
            diagnosis.rules().ifPresent(rules -> write(document, diagnosis.cluster(), rules));
        }
    }

    private void write(JsonDocument document, String name, Cluster cluster, Optional<ClusterFindings> found) {
        if (found.isEmpty()) {
            document.putNull(name);
            return;
        }
        document.startObject(name);
        write(document, found.get().counts());
        document.startArray("groups");
        for (GroupFindings each : found.get().groups()) {
            Group group = cluster.groups().get(each.group());
            document.startObject();
            document.put("name", group.name());
            document.put("uuid", group.uuid());
            write(document, each.counts());
            document.put("score", each.score());
            document.endObject();
        }
        document.endArray();
        document.endObject();
    }

    private static void write(JsonDocument document, Cluster cluster, RuleFindings rules) {
        document.put("rules", rules.rules());
        document.startArray("broken_rules");
        for (BrokenRule broken : rules.broken()) {
            document.startObject();
            document.put("rule", broken.rule().describe(cluster));
            document.put("violations", broken.violations());
            document.endObject();
        }
        document.endArray();
    }

    private void write(JsonDocument document, List<Integer> counts) {
        document.startObject("findings");
        for (int k = 0; k < findings.size(); k++) {
            document.put(findings.get(k).field(), k < counts.size() ? counts.get(k) : 0L);
        }
        document.endObject();
    }
}
