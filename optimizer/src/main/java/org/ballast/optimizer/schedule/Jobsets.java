package org.ballast.optimizer.schedule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.ballast.model.Cluster;
import org.ballast.model.Plan;
import org.ballast.model.rules.PlacementRule;

/**
 * Sets of adjacent moves of a plan that can be made at the same time because no two of them use the same node.
 * The cuts are found from the end of the plan, as Ganeti does, which matters where they could be in several places.
 */
public final class Jobsets {
    private Jobsets() {}

    /** Returns the sets in the order in which they are made; all moves together are the plan's. */
    public static List<List<Plan.Step>> of(List<Plan.Step> steps) {
        return cut(steps, SharedResources::nodes);
    }

    /**
     * Returns sets whose moves meet neither on a node nor in a place where users' rules count heads.
     *
     * @param rules the users' rules
     */
    public static List<List<Plan.Step>> of(Cluster cluster, List<Plan.Step> steps, List<PlacementRule> rules) {
        return cut(steps, new SharedResources(cluster, rules)::of);
    }

    private static List<List<Plan.Step>> cut(List<Plan.Step> steps, Function<Plan.Step, BitSet> resources) {
        List<List<Plan.Step>> lastFirst = new ArrayList<>();
        List<Plan.Step> current = new ArrayList<>();
        BitSet used = new BitSet();
        for (Plan.Step step : steps.reversed()) {
            BitSet needed = resources.apply(step);
            if (used.intersects(needed)) {
                lastFirst.add(current.reversed());
                current = new ArrayList<>();
                used.clear();
            }
            current.add(step);
            used.or(needed);
        }
        if (!current.isEmpty()) {
            lastFirst.add(current.reversed());
        }
        return List.copyOf(lastFirst.reversed());
    }
}
