package org.ballast.hbal;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ballast.cli.json.JsonDocument;
import org.ballast.hbal.optimize.SearchOutcome;
import org.ballast.model.Cluster;
import org.ballast.model.rules.BrokenRule;
import org.ballast.model.rules.RuleConflict;
import org.ballast.optimizer.Effort;
import org.ballast.optimizer.Optimized;
import org.ballast.optimizer.PackReport;
import org.ballast.optimizer.SearchReport;
import org.ballast.optimizer.cost.Limits;

/** The part of a plan's document that tells of the search for it. */
final class SearchFields {
    private static final double KIBI = 1024;

    private final JsonDocument document;
    private final Cluster cluster;
    private final SearchOutcome outcome;

    SearchFields(JsonDocument document, Cluster cluster, SearchOutcome outcome) {
        this.document = document;
        this.cluster = cluster;
        this.outcome = outcome;
    }

    void write() {
        SearchReport report = outcome.result().search();
        document.put("seed", report.seed());
        document.put("tries", report.tries());
        document.put("search_seconds", report.seconds());
        writeBudget(report);
        writeFront();
        document.put("left_behind", instances(outcome.result().abandoned()));
        writeBroken();
        writeConflicts();
        document.put(
                "dead_or_drained",
                outcome.doubtfulNodes(cluster).stream()
                        .map(node -> cluster.nodes().get(node).name())
                        .toList());
        outcome.packing().ifPresent(this::writePacking);
    }

    private void writePacking(PackReport report) {
        document.startObject("packing");
        document.put("nodes_before", report.before());
        document.put("nodes_after", report.after());
        document.put("nodes_needed", report.bound().nodes());
        document.put("needed_because", report.bound().reason());
        document.put("emptied", PackReport.names(cluster, report.emptied()));
        document.put("empty_before", PackReport.names(cluster, report.emptyBefore()));
        document.startArray("not_emptied");
        for (PackReport.Stay stay : report.stays()) {
            document.startObject();
            document.put("node", cluster.nodes().get(stay.node()).name());
            document.put("reason", stay.why().describe(cluster));
            document.endObject();
        }
        document.endArray();
        document.endObject();
    }

    private void writeBudget(SearchReport report) {
        Limits limits = outcome.request().objective().limits();
        Effort effort = outcome.request().effort();
        document.startObject("budget");
        put(
                "seconds",
                Double.isFinite(effort.seconds()) ? OptionalDouble.of(effort.seconds()) : OptionalDouble.empty());
        put("tries", effort.mostTries() < Long.MAX_VALUE ? OptionalLong.of(effort.mostTries()) : OptionalLong.empty());
        put("moves", limits.moves());
        put("data_mib", limits.dataMib());
        put("makespan", limits.seconds());
        put("instances", limits.instances());
        put("score", outcome.request().objective().goal());
        document.put("price_per_gib", outcome.request().objective().price() * KIBI);
        document.put(
                "binding",
                report.binding().stream().map(SearchReport.LimitKind::label).toList());
        document.endObject();
    }

    private void writeFront() {
        document.startArray("front");
        for (int position = 0; position < outcome.front().size(); position++) {
            Optimized point = outcome.front().get(position);
            document.startObject();
            document.put("point", position + 1);
            document.put("moves", point.total().moves());
            document.put("instances", point.instances());
            document.put("data_mib", point.total().diskMib());
            document.put("memory_mib", point.total().memoryMib());
            document.put("makespan", point.schedule().makespan());
            document.put("score", point.plan().after().total());
            document.put("chosen", outcome.isChosen(position));
            document.endObject();
        }
        document.endArray();
    }

    private void writeBroken() {
        document.startArray("broken_rules");
        for (BrokenRule broken : outcome.broken()) {
            document.startObject();
            document.put("rule", broken.rule().describe(cluster));
            document.put("violations", broken.violations());
            document.endObject();
        }
        document.endArray();
    }

    private void writeConflicts() {
        document.startArray("rule_conflicts");
        for (RuleConflict conflict : outcome.conflicts()) {
            document.startObject();
            document.put(
                    "rules",
                    conflict.rules().stream()
                            .map(rule -> rule.describe(cluster))
                            .toList());
            document.put("reason", conflict.reason().describe(cluster));
            document.put("instances", instances(conflict.reason().instances()));
            document.endObject();
        }
        document.endArray();
    }

    private List<String> instances(List<Integer> indices) {
        return indices.stream()
                .map(index -> cluster.instances().get(index).name())
                .toList();
    }

    private void put(String name, OptionalInt value) {
        put(name, value.isPresent() ? OptionalLong.of(value.getAsInt()) : OptionalLong.empty());
    }

    private void put(String name, OptionalLong value) {
        if (value.isPresent()) {
            document.put(name, value.getAsLong());
        } else {
            document.putNull(name);
        }
    }

    private void put(String name, OptionalDouble value) {
        if (value.isPresent()) {
            document.put(name, value.getAsDouble());
        } else {
            document.putNull(name);
        }
    }
}
