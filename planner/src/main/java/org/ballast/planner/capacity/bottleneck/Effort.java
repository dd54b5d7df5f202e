package org.ballast.planner.capacity.bottleneck;

import org.ballast.planner.capacity.Shape;

/**
 * How much may be done to find the least hardware.
 *
 * @param fills how often the whole cluster may be filled for each resource, at least once
 */
public record Effort(int fills) {
    private static final int FEWEST_FILLS = 12;
    private static final int MOST_FILLS = 400;
    /** About a second passes for a million instances times nodes; some eight where restarts are checked. */
    private static final double WORK = 1e7;

    private static final int CHECKED = 8;

    /** Rejects an effort that would not even prove an answer. */
    public Effort {
        if (fills < 1) {
            throw new IllegalArgumentException("expected at least 1 fill, found " + fills);
        }
    }

    /** Returns an effort of some seconds for a cluster of this many nodes in which this many instances fit. */
    public static Effort of(int nodes, int fitting, Shape shape) {
        double work = (double) nodes * (fitting + 1) * (shape.template().hasSecondary() ? 1 : CHECKED);
        return new Effort((int) Math.clamp(WORK / work, FEWEST_FILLS, MOST_FILLS));
    }
}
