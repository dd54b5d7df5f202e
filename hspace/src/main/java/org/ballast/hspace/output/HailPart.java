package org.ballast.hspace.output;

import org.ballast.cli.json.JsonDocument;
import org.ballast.hspace.study.HailAnswer;

/** The part of the document about hail's answer to a request for one instance of the standard size. */
final class HailPart {
    private final CapacityFields fields;
    private final JsonDocument document;

    HailPart(CapacityFields fields) {
        this.fields = fields;
        document = fields.document();
    }

    void write(HailAnswer hail) {
        fields.object("hail", () -> {
            document.put("agrees", hail.agrees());
            fields.object("placement", hail.placement(), fields::placement);
            fields.object("planned", hail.planned(), fields::placement);
            fields.list("refusals", hail.refusals(), refusal -> {
                document.put("group", fields.group(refusal.group()));
                fields.failures("failures", refusal.failures());
            });
        });
    }
}
