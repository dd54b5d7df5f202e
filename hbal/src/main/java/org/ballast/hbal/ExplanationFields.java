package org.ballast.hbal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ballast.checker.Refusal;
import org.ballast.checker.Shortfall;
import org.ballast.cli.json.JsonDocument;
import org.ballast.cli.text.ShortNames;
import org.ballast.hbal.explain.NodeChange;
import org.ballast.hbal.explain.NodeMeasure;
import org.ballast.hbal.explain.PlanExplanation;
import org.ballast.hbal.explain.Remainder;
import org.ballast.hbal.explain.StepReason;
import org.ballast.hbal.explain.StrandedInstance;
import org.ballast.mobility.Immobility;
import org.ballast.mobility.NearestMove;
import org.ballast.model.Cluster;
import org.ballast.planner.state.Verdict;

/** The part of a plan's document that says why. */
final class ExplanationFields {
    private static final ShortNames FULL = new ShortNames("");

    private final JsonDocument document;
    private final Cluster cluster;

    ExplanationFields(JsonDocument document, Cluster cluster) {
        this.document = document;
        this.cluster = cluster;
    }

    /** Writes why the score does not fall further. */
    void write(PlanExplanation explanation) {
        document.startObject("explanation");
        document.put("load_measured", explanation.measured());
        document.put("lowest_score", explanation.lowest());
        document.startArray("components");
        for (Remainder left : explanation.remainders()) {
            document.startObject();
            document.put("name", left.row().label());
            document.put("weight", left.weight());
            document.put("after", left.value());
            document.put("lowest", left.lowest());
            document.endObject();
        }
        document.endArray();
        document.startArray("immovable");
        explanation.immobileByReason().forEach((label, instances) -> writeImmobile(explanation, label, instances));
        document.endArray();
        document.endObject();
    }

    private void writeImmobile(PlanExplanation explanation, String label, List<Integer> instances) {
        document.startObject();
        document.put("reason", label);
        document.put("instances", instances.stream().map(this::instance).toList());
        if (!(explanation.reason(instances.getFirst()) instanceof Immobility.Held)) {
            document.startArray("details");
            for (int instance : instances) {
                document.startObject();
                document.put("instance", instance(instance));
                writeReason(explanation.reason(instance));
                document.endObject();
            }
            document.endArray();
        }
        document.endObject();
    }

    /** Writes which instances are still on offline nodes. */
    void write(List<StrandedInstance> stranded) {
        document.startArray("not_evacuated");
        for (StrandedInstance each : stranded) {
            document.startObject();
            document.put("instance", instance(each.instance()));
            document.put("nodes", each.nodes().stream().map(this::node).toList());
            document.put("reason", each.label());
            each.cannotMove()
                    .ifPresentOrElse(this::writeReason, () -> document.put("text", each.reason(cluster, FULL)));
            document.endObject();
        }
        document.endArray();
    }

    private void writeReason(Immobility reason) {
        document.put("text", reason.describe(cluster, FULL));
        if (reason instanceof Immobility.Refused refused) {
            document.startObject("refusals");
            for (Map.Entry<Verdict, Integer> verdict : refused.verdicts().entrySet()) {
                document.put(verdict.getKey().name().toLowerCase(Locale.ROOT), verdict.getValue());
            }
            document.endObject();
            writeNearest(refused.nearest());
        }
    }

    private void writeNearest(NearestMove nearest) {
        document.startObject("nearest");
        document.put("kind", nearest.move().kind());
        document.startArray("missing");
        for (Shortfall lack : nearest.missing()) {
            document.startObject();
            document.put("node", node(lack.node()));
            document.put("resource", lack.resource().label());
            document.put("amount", lack.amount());
            document.endObject();
        }
        document.endArray();
        document.put(
                "objections",
                nearest.others().stream()
                        .map((Refusal refusal) -> refusal.describe(cluster))
                        .toList());
        document.endObject();
    }

    /** Writes what a move is good for. */
    void writeReason(StepReason reason) {
        document.startObject("reason");
        document.put("text", reason.inWords(cluster, FULL));
        document.startArray("components");
        for (StepReason.RowChange change : reason.changes()) {
            document.startObject();
            document.put("name", change.row().label());
            document.put("change", change.weighted());
            document.endObject();
        }
        document.endArray();
        document.startArray("nodes");
        reason.nodes().forEach(this::writeNode);
        document.endArray();
        document.put(
                "rules",
                reason.served().stream().map(rule -> rule.describe(cluster)).toList());
        document.endObject();
    }

    private void writeNode(NodeChange node) {
        document.startObject();
        document.put("name", node(node.node()));
        for (Map.Entry<NodeMeasure, NodeChange.Change> change : node.changes().entrySet()) {
            document.startObject(change.getKey().label());
            document.put("before", change.getValue().before());
            document.put("after", change.getValue().after());
            document.endObject();
        }
        document.endObject();
    }

    private String instance(int index) {
        return cluster.instances().get(index).name();
    }

    private String node(int index) {
        return cluster.nodes().get(index).name();
    }
}
