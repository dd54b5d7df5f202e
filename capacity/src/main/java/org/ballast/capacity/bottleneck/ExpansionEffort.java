package org.ballast.capacity.bottleneck;

import org.ballast.capacity.InstanceShape;

/**
 * The effort of the search for the least hardware.
 *
 * @param fills how often the whole cluster may be filled for each resource, at least once
 */
public record ExpansionEffort(int fills) {
    private static final int FEWEST_FILLS = 12;
    private static final int MOST_FILLS = 400;
    /** About a second passes for a million instances times nodes; some eight where restarts are checked. */
    private static final double WORK = 1e7;

    private static final int CHECKED = 8;

    /** Rejects an effort that would not even prove an answer. */
    public ExpansionEffort {
        if (fills < 1) {
            throw new IllegalArgumentException("expected at least 1 fill, found " + fills);
        }
    }

    /** Returns an effort of some seconds for a cluster of this many nodes in which this many instances fit. */
    public static ExpansionEffort of(int nodes, int fitting, InstanceShape shape) {
        double work = (double) nodes * (fitting + 1) * (shape.template().hasSecondary() ? 1 : CHECKED);
        return new ExpansionEffort((int) Math.clamp(WORK / work, FEWEST_FILLS, MOST_FILLS));
    }
}
