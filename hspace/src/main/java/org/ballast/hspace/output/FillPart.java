package org.ballast.hspace.output;

import org.ballast.capacity.FillResult;
import org.ballast.cli.json.JsonDocument;
import org.ballast.hspace.study.Fill;
import org.ballast.hspace.study.Study;
import org.ballast.planner.state.ClusterState;

/** The part of the document about tiered and standard filling. */
final class FillPart {
    private final CapacityFields fields;
    private final JsonDocument document;
    private final TotalsPart totals;

    FillPart(CapacityFields fields) {
        this.fields = fields;
        document = fields.document();
        totals = new TotalsPart(fields);
    }

    void write(Study study) {
        fields.object("tiered", () -> write(study.tiered()));
        fields.object("standard", () -> {
            document.put("complete", Completeness.of(study));
            write(study.standard());
        });
    }

    private void write(Fill fill) {
        fields.shape("shape", fill.first());
        document.put("count", fill.outcome().count());
        fields.list("sizes", fill.outcome().batches(), fields::batch);
        fields.failures("failures", fill.failures());
        totals.write("after", fill.outcome().after());
        instances(fields, fill.state(), fill.outcome().filling());
    }

    /** Writes where each instance was placed, in the order of placing. */
    static void instances(CapacityFields fields, ClusterState state, FillResult filling) {
        fields.list("placed", filling.placed(), placed -> {
            fields.document().put("name", state.instance(placed.instance()).name());
            fields.placement(state.placement(placed.instance()));
        });
    }
}
