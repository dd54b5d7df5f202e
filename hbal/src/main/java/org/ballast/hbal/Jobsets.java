package org.ballast.hbal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.ballast.model.Placement;
import org.ballast.model.Plan;

/**
 * Cuts a plan into sets of adjacent moves that can be made at the same time because no two of them use the same node.
 * The cuts are found from the end of the plan, as the peer does, which matters where they could be in several places.
 */
final class Jobsets {
    private Jobsets() {}

    /** Returns the sets in the order in which they are made; all moves together are the plan's. */
    static List<List<Plan.Step>> of(List<Plan.Step> steps) {
        List<List<Plan.Step>> lastFirst = new ArrayList<>();
        List<Plan.Step> current = new ArrayList<>();
        BitSet used = new BitSet();
        for (Plan.Step step : steps.reversed()) {
            BitSet nodes = nodes(step);
            if (used.intersects(nodes)) {
                lastFirst.add(current.reversed());
                current = new ArrayList<>();
                used.clear();
            }
            current.add(step);
            used.or(nodes);
        }
        if (!current.isEmpty()) {
            lastFirst.add(current.reversed());
        }
        return List.copyOf(lastFirst.reversed());
    }

    private static BitSet nodes(Plan.Step step) {
        BitSet nodes = new BitSet();
        add(nodes, step.from());
        add(nodes, step.to());
        return nodes;
    }

    private static void add(BitSet nodes, Placement placement) {
        nodes.set(placement.primary());
        if (placement.hasSecondary()) {
            nodes.set(placement.secondary());
        }
    }
}
