package org.ballast.hbal.explain;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.ballast.model.Node;
import org.ballast.planner.state.NodeReport;

/**
 * What a move changes at one node.
 *
 * @param node index of the node
 * @param offline whether it is offline
 * @param failedBefore whether it failed the N+1 check before
 * @param failsAfter whether it fails it afterwards
 * @param changes the figures that change
 */
public record NodeChange(
        int node, boolean offline, boolean failedBefore, boolean failsAfter, Map<NodeMeasure, Change> changes) {
    /** Less than this is rounding. */
    private static final double NEGLIGIBLE = 1e-9;

    /** Copies the changes. */
    public NodeChange {
        changes = changes.isEmpty() ? Map.of() : new EnumMap<>(changes);
    }

    /** A figure before and after. */
    public record Change(double before, double after) {
        /** Returns by how much it falls; below 0 if it rises. */
        double fall() {
            return before - after;
        }
    }

    static NodeChange of(int index, Node node, NodeReport before, NodeReport after) {
        Map<NodeMeasure, Change> changes = new EnumMap<>(NodeMeasure.class);
        for (NodeMeasure measure : NodeMeasure.values()) {
            Change change = new Change(measure.of(before, node), measure.of(after, node));
            if (Double.isFinite(change.fall()) && Math.abs(change.fall()) > NEGLIGIBLE) {
                changes.put(measure, change);
            }
        }
        return new NodeChange(index, before.offline(), before.failsRedundancy(), after.failsRedundancy(), changes);
    }

    /** Returns by how much a figure falls here, if it changes. */
    Optional<Change> change(NodeMeasure measure) {
        return Optional.ofNullable(changes.get(measure));
    }
}
