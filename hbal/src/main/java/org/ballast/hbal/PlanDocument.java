package org.ballast.hbal;

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
import org.ballast.optimizer.cost.Cost;
import org.ballast.optimizer.schedule.Schedule;

/**
 * Writes a plan as a document of the format {@code ballast-plan}, with full names and with commands that can be run as
 * they are.
 */
final class PlanDocument {
    private static final String FORMAT = "ballast-plan";
    private static final int VERSION = 1;
    private static final String DESCENT = "descent";

    private final Console console;
    private final Cluster cluster;

    PlanDocument(Console console, Cluster cluster) {
        this.console = console;
        this.cluster = cluster;
    }

    /** Writes the plan. */
    void write(PlanSummary told) {
        Plan plan = told.plan();
        try (JsonDocument document = JsonDocument.start(console, FORMAT, VERSION)) {
            document.put(
                    "solver",
                    told.search()
                            .map(outcome -> outcome.result().search().solver())
                            .orElse(DESCENT));
            writeScore(document, plan.before(), plan.after());
            writeMoves(document, told);
            writeTotals(document, told);
            document.put("stopped_by", plan.stoppedBy().label());
            document.put(
                    "left_out",
                    told.leftOut().stream()
                            .sorted()
                            .map(node -> cluster.nodes().get(node).name())
                            .toList());
            new ExplanationFields(document, cluster).write(told.stranded());
            told.search().ifPresent(outcome -> new SearchFields(document, cluster, outcome).write());
            told.explanation().ifPresent(new ExplanationFields(document, cluster)::write);
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
            document.put("weight", component.weight());
            document.put("before", component.value());
            document.put("after", after.components().get(k).value());
            document.endObject();
        }
        document.endArray();
        document.endObject();
    }

    private void writeMoves(JsonDocument document, PlanSummary told) {
        document.startArray("moves");
        double score = told.plan().before().total();
        int position = 0;
        Commands commands = new Commands(cluster, new ShortNames(""), told.changes());
        for (int jobset = 0; jobset < told.jobsets().size(); jobset++) {
            for (Plan.Step step : told.jobsets().get(jobset)) {
                document.startObject();
                writeMove(document, step, score - step.score());
                writeCost(document, told.costs().get(position));
                writeSlot(document, told.schedule().slots().get(position), jobset + 1);
                if (told.explanation().isPresent()) {
                    new ExplanationFields(document, cluster)
                            .writeReason(told.explanation().get().steps().get(position));
                }
                document.put("commands", commands.of(step.move(), step.from()));
                document.endObject();
                score = step.score();
                position++;
            }
        }
        document.endArray();
    }

    private void writeMove(JsonDocument document, Plan.Step step, double gain) {
        Instance instance = cluster.instances().get(step.move().instance());
        Group group =
                cluster.groups().get(cluster.nodes().get(step.from().primary()).group());
        document.put("instance", instance.name());
        document.put("group", group.name());
        document.put("kind", step.move().kind());
        writePlacement(document, "from", step.from());
        writePlacement(document, "to", step.to());
        document.put("score", step.score());
        document.put("gain", gain);
    }

    private static void writeCost(JsonDocument document, Cost cost) {
        document.put("data_mib", cost.diskMib());
        document.put("memory_mib", cost.memoryMib());
        document.put("downtime", cost.downtime());
        document.put("seconds", cost.work());
    }

    private static void writeSlot(JsonDocument document, Schedule.Slot slot, int jobset) {
        document.put("jobset", jobset);
        document.putNumbers(
                "after", slot.after().stream().map(position -> position + 1).toList());
        document.put("start", slot.start());
        document.put("end", slot.end());
    }

    private static void writeTotals(JsonDocument document, PlanSummary told) {
        Cost cost = told.cost();
        document.startObject("totals");
        document.put("moves", cost.moves());
        document.put("migrations", cost.migrations());
        document.put("failovers", cost.failovers());
        document.put("disk_copies", cost.diskCopies());
        document.put("data_mib", cost.diskMib());
        document.put("memory_mib", cost.memoryMib());
        document.put("downtime", cost.downtime());
        document.put("jobsets", told.jobsets().size());
        document.put("makespan", told.schedule().makespan());
        document.put("jobsets_makespan", told.jobsetsMakespan());
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
