package org.ballast.hbal;

import java.util.List;
import org.ballast.cli.console.Console;
import org.ballast.cli.json.JsonDocument;
import org.ballast.cli.text.Commands;
import org.ballast.cli.text.ShortNames;
import org.ballast.model.Cluster;
import org.ballast.model.Group;
import org.ballast.model.Instance;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Score;

/**
 * Writes a plan as a document of the format {@code ballast-plan}, with full names and with commands that can be run as
 * they are.
 */
final class PlanDocument {
    private static final String FORMAT = "ballast-plan";
    private static final int VERSION = 1;
    private static final String SOLVER = "descent";

    private final Console console;
    private final Cluster cluster;
    private final Commands commands;

    PlanDocument(Console console, Cluster cluster) {
        this.console = console;
        this.cluster = cluster;
        commands = new Commands(cluster, new ShortNames(""));
    }

    /** Writes the plan; the jobsets hold its steps in order. */
    void write(Plan plan, List<List<Plan.Step>> jobsets) {
        try (JsonDocument document = JsonDocument.start(console, FORMAT, VERSION)) {
            document.put("solver", SOLVER);
            writeScore(document, plan.before(), plan.after());
            writeMoves(document, plan.before().total(), jobsets);
            Effort effort = Effort.NONE;
            for (Plan.Step step : plan.steps()) {
                effort = effort.plus(Effort.of(cluster, step));
            }
            document.startObject("totals");
            document.put("moves", plan.steps().size());
            document.put("migrations", effort.migrations());
            document.put("failovers", effort.failovers());
            document.put("disk_copies", effort.diskCopies());
            document.put("data_mib", effort.dataMib());
            document.put("jobsets", jobsets.size());
            document.endObject();
            document.put("stopped_by", plan.stoppedBy().label());
        }
    }

    private static void writeScore(JsonDocument document, Score before, Score after) {
        document.startObject("score");
        document.put("before", before.total());
        document.put("after", after.total());
        document.startArray("components");
        for (int k = 0; k < before.components().size(); k++) {
            Score.Component component = before.components().get(k);
            document.startObject();
            document.put("name", component.row().label());
            document.put("weight", component.row().weight());
            document.put("before", component.value());
            document.put("after", after.components().get(k).value());
            document.endObject();
        }
        document.endArray();
        document.endObject();
    }

    private void writeMoves(JsonDocument document, double scoreBefore, List<List<Plan.Step>> jobsets) {
        document.startArray("moves");
        double score = scoreBefore;
        for (int jobset = 0; jobset < jobsets.size(); jobset++) {
            for (Plan.Step step : jobsets.get(jobset)) {
                writeMove(document, step, score - step.score(), jobset + 1);
                score = step.score();
            }
        }
        document.endArray();
    }

    private void writeMove(JsonDocument document, Plan.Step step, double gain, int jobset) {
        Instance instance = cluster.instances().get(step.move().instance());
        Group group =
                cluster.groups().get(cluster.nodes().get(step.from().primary()).group());
        document.startObject();
        document.put("instance", instance.name());
        document.put("group", group.name());
        document.put("kind", step.move().kind());
        writePlacement(document, "from", step.from());
        writePlacement(document, "to", step.to());
        document.put("score", step.score());
        document.put("gain", gain);
        document.put("data_mib", Effort.of(cluster, step).dataMib());
        document.put("jobset", jobset);
        document.put("commands", commands.of(step.move(), step.from()));
        document.endObject();
    }

    private void writePlacement(JsonDocument document, String name, Placement placement) {
        document.startObject(name);
        document.put("primary", cluster.nodes().get(placement.primary()).name());
        if (placement.hasSecondary()) {
            document.put("secondary", cluster.nodes().get(placement.secondary()).name());
        } else {
            document.putNull("secondary");
        }
        document.endObject();
    }
}
