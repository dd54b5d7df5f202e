package org.ballast.checker;

import java.util.Locale;
import org.ballast.model.Cluster;
import org.ballast.model.Placement;

/** Phrases that the texts of refusals share. */
final class RefusalText {
    private RefusalText() {}

    static String nodeName(Cluster cluster, int index) {
        return cluster.nodes().get(index).name();
    }

    static String instanceName(Cluster cluster, int index) {
        return cluster.instances().get(index).name();
    }

    static String placementText(Cluster cluster, Placement placement) {
        String primary = nodeOrNumber(cluster, placement.primary());
        return placement.hasSecondary() ? primary + ":" + nodeOrNumber(cluster, placement.secondary()) : primary;
    }

    static String mebibytes(long amount) {
        return amount + " MiB";
    }

    static String countText(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    static String ratioText(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    static String scoreText(double value) {
        return String.format(Locale.ROOT, "%.8f", value);
    }

    private static String nodeOrNumber(Cluster cluster, int index) {
        return index < cluster.nodes().size() ? nodeName(cluster, index) : "node number " + index;
    }
}
