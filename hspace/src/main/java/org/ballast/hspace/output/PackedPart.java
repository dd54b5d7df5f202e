package org.ballast.hspace.output;

import org.ballast.capacity.Totals;
import org.ballast.capacity.packing.Packing;
import org.ballast.cli.json.JsonDocument;
import org.ballast.cli.text.Commands;
import org.ballast.cli.text.ShortNames;
import org.ballast.hspace.study.FillOutcome;
import org.ballast.hspace.study.Packed;
import org.ballast.model.Plan;

/** The part of the document about packings, and what has to be moved first. */
final class PackedPart {
    private final CapacityFields fields;
    private final JsonDocument document;
    private final TotalsPart totals;
    private final Commands commands;

    PackedPart(CapacityFields fields) {
        this.fields = fields;
        document = fields.document();
        totals = new TotalsPart(fields);
        commands = new Commands(fields.cluster(), new ShortNames(""));
    }

    void write(Packed packed) {
        fields.object("tiered", () -> write(packed.tiered()));
        fields.object("standard", () -> write(packed.standard()));
    }

    private void write(Packing packing) {
        document.put("count", packing.count());
        document.put("greedy", packing.greedy());
        fields.number("bound", packing.most());
        document.put("optimal", packing.isOptimal());
        document.put("redundant", packing.redundant());
        document.put("stopped_by", packing.stoppedBy().label());
        Totals after = Totals.of(packing.state());
        fields.list("sizes", new FillOutcome(packing.filling(), after, after).batches(), fields::batch);
        fields.failures("failures", packing.filling().failures());
        fields.list("moves", packing.moves().steps(), this::move);
        totals.write("after", after);
        FillPart.instances(fields, packing.state(), packing.filling());
    }

    private void move(Plan.Step step) {
        document.put(
                "instance",
                fields.cluster().instances().get(step.move().instance()).name());
        document.put("kind", step.move().kind());
        fields.object("from", () -> fields.placement(step.from()));
        fields.object("to", () -> fields.placement(step.to()));
        document.put("commands", commands.of(step.move(), step.from()));
    }
}
