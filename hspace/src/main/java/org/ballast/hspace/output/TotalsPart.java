package org.ballast.hspace.output;

import org.ballast.capacity.Totals;
import org.ballast.cli.json.JsonDocument;

/** The part of the document about what a cluster has and uses in all. */
final class TotalsPart {
    private final CapacityFields fields;
    private final JsonDocument document;
    private final boolean isSpindlesOwned;

    TotalsPart(CapacityFields fields) {
        this.fields = fields;
        document = fields.document();
        isSpindlesOwned = fields.cluster().nodes().stream()
                        .anyMatch(node -> node.spindles().exclusive())
                && fields.cluster().nodes().stream()
                        .allMatch(node ->
                                node.spindles().exclusive() || node.spindles().total() == 0);
    }

    void write(String name, Totals totals) {
        fields.object(name, () -> {
            document.put("instances", totals.instances());
            fields.number("score", totals.score());
            fields.object("memory", () -> memory(totals.memory()));
            fields.object("disk", () -> disk(totals.disk()));
            fields.object("vcpus", () -> vcpus(totals.vcpus()));
            // These sums are over all nodes: they say something only if all nodes have exclusive storage.
            if (isSpindlesOwned) {
                fields.object(
                        "spindles",
                        () -> amounts(
                                (double) totals.spindles().total(),
                                (double) totals.spindles().free(),
                                (double) totals.spindles().free()));
            } else {
                document.putNull("spindles");
            }
        });
    }

    private void memory(Totals.Memory memory) {
        amounts(memory.total(), (double) memory.free(), (double) memory.available());
        document.put("most_free", memory.mostAvailable());
        document.put("of_instances", memory.taken());
        document.put("overhead", memory.overhead());
    }

    private void disk(Totals.Disk disk) {
        amounts(disk.total(), (double) disk.free(), (double) disk.available());
        document.put("most_free", disk.mostAvailable());
    }

    private void vcpus(Totals.Vcpus vcpus) {
        double limit = vcpus.limit().signum() < 0 ? Double.NaN : vcpus.limit().doubleValue();
        double taken = (double) vcpus.taken();
        amounts(limit, limit - taken, limit - taken);
    }

    private void amounts(double total, double unused, double available) {
        fields.number("total", total);
        fields.number("used", total - unused);
        fields.number("reserved", unused - available);
        fields.number("free", available);
    }
}
