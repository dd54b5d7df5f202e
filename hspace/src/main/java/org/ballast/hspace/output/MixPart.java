package org.ballast.hspace.output;

import java.util.List;
import org.ballast.capacity.mix.Flavour;
import org.ballast.capacity.mix.MixFilling;
import org.ballast.cli.json.JsonDocument;
import org.ballast.hspace.study.Mix;

/** The part of the document about a catalogue of flavours. */
final class MixPart {
    private final CapacityFields fields;
    private final JsonDocument document;

    MixPart(CapacityFields fields) {
        this.fields = fields;
        document = fields.document();
    }

    void write(Mix mix) {
        MixFilling filling = mix.filling();
        document.put("whole_mixes", filling.wholeMixes());
        document.put("count", filling.placed().size());
        flavours(filling, filling.counts(), true);
        fields.list("stages", filling.stages(), stage -> {
            document.put("flavour", filling.flavours().get(stage.flavour()).name());
            document.put("count", stage.total());
            flavours(filling, stage.counts(), false);
            fields.failures("failures", stage.failures());
        });
        new TotalsPart(fields).write("after", mix.after());
    }

    private void flavours(MixFilling filling, List<Integer> counts, boolean areDescribed) {
        document.startArray("flavours");
        for (int k = 0; k < counts.size(); k++) {
            Flavour flavour = filling.flavours().get(k);
            document.startObject();
            document.put("name", flavour.name());
            document.put("count", counts.get(k));
            if (areDescribed) {
                document.put("weight", flavour.weight());
                fields.shape("shape", flavour.shape());
            }
            document.endObject();
        }
        document.endArray();
    }
}
