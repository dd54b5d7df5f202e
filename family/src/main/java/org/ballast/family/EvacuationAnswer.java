package org.ballast.family;

import java.util.List;
import java.util.stream.Collectors;
import org.ballast.cli.console.Console;
import org.ballast.cli.json.JsonDocument;
import org.ballast.cli.text.ShellVariable;
import org.ballast.cli.text.ShortNames;
import org.ballast.model.Cluster;

/** Tells whether nodes can be emptied, in the form that is asked for. */
record EvacuationAnswer(Console console, Cluster cluster, ShortNames names, EvacuationOutlook outlook) {
    private static final String FORMAT = "ballast-can-empty";
    private static final int VERSION = 1;
    private static final ShortNames FULL = new ShortNames("");

    /** Tells it to people. */
    void text() {
        String what = nodes(outlook.nodes(), names);
        if (outlook.isPossible()) {
            console.line(what + " can be emptied" + (outlook.moves() == 0 ? ": nothing is on it." : effort() + "."));
        } else {
            console.line(what
                    + (outlook.isProven() ? " cannot be emptied: " : ": no way was found to empty it: ")
                    + outlook.staying().size()
                    + (outlook.staying().size() == 1 ? " instance stays." : " instances stay."));
            for (EvacuationOutlook.Staying stays : outlook.staying()) {
                console.line("  " + names.of(cluster.instances().get(stays.instance())) + ": "
                        + stays.reason().describe(cluster, names));
            }
        }
        outlook.missingMemory()
                .ifPresent(missing -> console.line("Whatever is moved where, the other nodes lack " + missing
                        + " MiB of memory for all instances together."));
        if (outlook.failing().size() > outlook.failingBefore()) {
            console.line("Afterwards " + outlook.failing().size() + " of the other nodes would fail N+1, now "
                    + outlook.failingBefore() + " do: " + nodes(outlook.failing(), names) + ".");
        }
    }

    private String effort() {
        return " with " + outlook.moves() + (outlook.moves() == 1 ? " move" : " moves")
                + (outlook.othersMove() ? ", some of them of instances elsewhere that make room" : "");
    }

    /** Tells it to scripts. */
    void variables() {
        print("CAN_EMPTY", outlook.isPossible() ? "1" : "0");
        print("CAN_EMPTY_MOVES", Integer.toString(outlook.moves()));
        print("CAN_EMPTY_STAYING", Integer.toString(outlook.staying().size()));
        for (int k = 0; k < outlook.staying().size(); k++) {
            EvacuationOutlook.Staying stays = outlook.staying().get(k);
            print(
                    "STAYING_" + k + "_NAME",
                    cluster.instances().get(stays.instance()).name());
            print("STAYING_" + k + "_REASON", stays.reason().label());
        }
        print("OK", "1");
    }

    private void print(String name, String value) {
        console.line(ShellVariable.assignment("HCHECK", name, value));
    }

    /** Tells it as a document. */
    void document() {
        try (JsonDocument document = JsonDocument.start(console, FORMAT, VERSION)) {
            document.put("nodes", fullNames(outlook.nodes()));
            document.put("possible", outlook.isPossible());
            document.put("proven", outlook.isPossible() || outlook.isProven());
            document.put("moves", outlook.moves());
            document.put("others_move", outlook.othersMove());
            document.startArray("staying");
            for (EvacuationOutlook.Staying stays : outlook.staying()) {
                document.startObject();
                document.put(
                        "instance", cluster.instances().get(stays.instance()).name());
                document.put("reason", stays.reason().label());
                document.put("text", stays.reason().describe(cluster, FULL));
                document.endObject();
            }
            document.endArray();
            document.put("n1_fail_before", outlook.failingBefore());
            document.put("n1_fail_after", fullNames(outlook.failing()));
            if (outlook.missingMemory().isPresent()) {
                document.put("missing_memory_mib", outlook.missingMemory().getAsLong());
            } else {
                document.putNull("missing_memory_mib");
            }
        }
    }

    private List<String> fullNames(List<Integer> nodes) {
        return nodes.stream().map(node -> cluster.nodes().get(node).name()).toList();
    }

    private String nodes(List<Integer> nodes, ShortNames shown) {
        return nodes.stream().map(node -> shown.of(cluster.nodes().get(node))).collect(Collectors.joining(", "));
    }
}
