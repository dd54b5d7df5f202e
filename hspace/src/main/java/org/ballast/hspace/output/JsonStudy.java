package org.ballast.hspace.output;

import org.ballast.cli.console.Console;
import org.ballast.cli.json.JsonDocument;
import org.ballast.hspace.study.Study;

/**
 * The JSON form of a study, a document of the format {@code ballast-capacity}, which is described in
 * {@code docs/capacity-format.md}. All parts are there in each document; what was not asked for is null.
 */
public final class JsonStudy {
    private static final String FORMAT = "ballast-capacity";
    private static final int VERSION = 1;

    private final Console console;

    /** Creates a writer to the results' stream of a console. */
    public JsonStudy(Console console) {
        this.console = console;
    }

    /** Writes a study. */
    public void write(Study study) {
        try (JsonDocument document = JsonDocument.start(console, FORMAT, VERSION)) {
            CapacityFields fields =
                    new CapacityFields(document, study.scenario().cluster());
            document.put("date", study.date().toString());
            new StockPart(fields).write(study);
            new HealthPart(fields).write(study);
            new FillPart(fields).write(study);
            new HailPart(fields).write(study.hail());
            fields.object("bottleneck", study.diagnosis(), new BottleneckPart(fields)::write);
            fields.object("optimized", study.packed(), new PackedPart(fields)::write);
            fields.object("mix", study.mix(), new MixPart(fields)::write);
            new ProspectPart(fields).write(study.prospects());
            fields.object("forecast", study.forecast(), new ForecastPart(fields)::write);
        }
    }
}
