package org.ballast.hspace.output;

import java.util.List;
import org.ballast.capacity.whatif.Losses;
import org.ballast.capacity.whatif.Prospect;
import org.ballast.cli.json.JsonDocument;

/** The part of the document about what would fit with changes made to the cluster. */
final class ProspectPart {
    private final CapacityFields fields;
    private final JsonDocument document;
    private final TotalsPart totals;

    ProspectPart(CapacityFields fields) {
        this.fields = fields;
        document = fields.document();
        totals = new TotalsPart(fields);
    }

    void write(List<Prospect> prospects) {
        if (prospects.isEmpty()) {
            document.putNull("what_if");
        } else {
            fields.list("what_if", prospects, this::write);
        }
    }

    private void write(Prospect prospect) {
        document.put("name", prospect.name());
        document.put("online_nodes", prospect.nodes());
        document.put("instances", prospect.instances());
        fields.object("losses", () -> losses(prospect.losses()));
        totals.write("before", prospect.before());
        fields.object("tiered", () -> {
            document.put("count", prospect.tieredCount());
            fields.list("sizes", prospect.tiered(), tier -> {
                fields.size(tier.size());
                document.put("count", tier.count());
            });
            totals.write("after", prospect.afterTiered());
        });
        fields.object("standard", () -> {
            document.put("count", prospect.standard());
            fields.text("reason", prospect.stopped().map(CapacityFields::word));
            totals.write("after", prospect.afterStandard());
        });
    }

    private void losses(Losses losses) {
        document.put("displaced", losses.displaced());
        document.put("recreated", losses.recreated());
        document.put("stranded", losses.stranded());
        document.put("unmirrored", losses.unmirrored());
    }
}
