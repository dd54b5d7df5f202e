package org.ballast.hspace.output;

import java.util.Optional;
import java.util.OptionalInt;
import org.ballast.capacity.bottleneck.Addition;
import org.ballast.capacity.bottleneck.Bottleneck;
import org.ballast.capacity.bottleneck.Expansion;
import org.ballast.capacity.bottleneck.NodeHardware;
import org.ballast.capacity.bottleneck.Reserves;
import org.ballast.capacity.bottleneck.ResourceDemand;
import org.ballast.capacity.bottleneck.RoleVerdict;
import org.ballast.cli.json.JsonDocument;
import org.ballast.cli.text.FailureName;
import org.ballast.hspace.study.BottleneckDiagnosis;
import org.ballast.planner.state.Verdict;

/**
 * The part of the document about the bottleneck: what stops the next instance of the standard size, and what would
 * help.
 */
final class BottleneckPart {
    private final CapacityFields fields;
    private final JsonDocument document;

    BottleneckPart(CapacityFields fields) {
        this.fields = fields;
        document = fields.document();
    }

    void write(BottleneckDiagnosis diagnosis) {
        Bottleneck bottleneck = diagnosis.bottleneck();
        document.put("fits", bottleneck.fits());
        fields.text("reason", bottleneck.first().map(CapacityFields::word));
        fields.reasons("primary", bottleneck.primaries());
        fields.reasons("secondary", bottleneck.secondaries());
        fields.failures("choices", bottleneck.choices());
        fields.list("nodes", bottleneck.nodes(), node -> {
            document.put("name", fields.node(node.node()));
            fields.object("primary", () -> stop(node.primary()));
            fields.object("secondary", node.secondary(), this::stop);
        });
        fields.object("reserves", () -> {
            fields.object("before", () -> reserves(diagnosis.before()));
            fields.object("after", () -> reserves(diagnosis.after()));
        });
        fields.list("expansions", diagnosis.expansions(), this::expansion);
    }

    private void stop(RoleVerdict stop) {
        document.put("reason", CapacityFields.word(stop.reason()));
        fields.text("failure", failure(stop.verdict()));
        fields.text("violation", stop.violation().map(CapacityFields::word));
        fields.text("other", name(stop.other()));
        fields.list("demands", stop.demands(), this::demand);
    }

    private static Optional<String> failure(Verdict verdict) {
        return verdict.accepted() ? Optional.empty() : Optional.of(FailureName.of(verdict));
    }

    private Optional<String> name(OptionalInt node) {
        return node.isPresent() ? Optional.of(fields.node(node.getAsInt())) : Optional.empty();
    }

    private void demand(ResourceDemand demand) {
        document.put("kind", CapacityFields.word(demand.kind()));
        document.put("needed", demand.needed());
        document.put("available", demand.available());
        document.put("free", demand.free());
        document.put("reserved", demand.reserved());
        document.put("lacking", demand.lacking());
    }

    private void reserves(Reserves reserves) {
        fields.list("groups", reserves.groups(), group -> {
            document.put("name", fields.group(group.group()));
            document.put("memory", group.memory());
            document.put("total", group.total());
            fields.object("tightest", group.tightest(), failure -> {
                document.put("node", fields.node(failure.node()));
                document.put("needed", failure.needed());
                document.put("room", failure.room());
                document.put("absorbed", failure.absorbed());
            });
        });
        fields.list("nodes", reserves.nodes(), node -> {
            document.put("name", fields.node(node.node()));
            document.put("memory", node.memory());
            document.put("unallocated", node.unallocated());
            document.put("failing", node.failing().stream().map(fields::node).toList());
        });
    }

    private void expansion(Expansion expansion) {
        document.put("wanted", expansion.wanted());
        document.put("fitting", expansion.fitting());
        fields.list("alone", expansion.alone(), this::addition);
        fields.object("together", expansion.together(), this::addition);
        fields.text("hindrance", expansion.hindrance().map(CapacityFields::word));
    }

    private void addition(Addition addition) {
        document.put("fitting", addition.fitting());
        document.put("least", addition.least());
        fields.object("total", () -> hardware(addition.total()));
        fields.list("nodes", addition.nodes().entrySet(), entry -> {
            document.put("name", fields.node(entry.getKey()));
            hardware(entry.getValue());
        });
    }

    private void hardware(NodeHardware hardware) {
        document.put("memory", hardware.memory());
        document.put("disk", hardware.disk());
        document.put("cpus", hardware.cpus());
        document.put("spindles", hardware.spindles());
    }
}
