package org.ballast.hbal.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ballast.mobility.Hindrances;
import org.ballast.model.Instance;
import org.ballast.model.Scenario;
import org.ballast.model.Score;
import org.ballast.model.ScoreRow;
import org.ballast.planner.state.ClusterState;

/**
 * How low each row of the score can be. Bounds are simple and certain, not the highest possible: a spread could be 0 if
 * all could be divided evenly, and a count of faults 0 unless there is a reason that no move removes.
 */
public final class Remainders {
    private final ClusterState state;
    private final List<Integer> groups;
    private final boolean crossGroups;
    private final Hindrances hindrances;

    private Remainders(ClusterState state, List<Integer> groups, boolean crossGroups, Hindrances hindrances) {
        this.state = state;
        this.groups = groups;
        this.crossGroups = crossGroups;
        this.hindrances = hindrances;
    }

    /**
     * Returns the rows that are not 0 at the end, in the order of the table.
     *
     * @param start the state before the plan
     * @param groups the groups whose scores add up to the score
     * @param crossGroups whether instances may change their group
     * @param hindrances what holds instances wherever they might go
     */
    public static List<Remainder> of(
            ClusterState start, List<Integer> groups, boolean crossGroups, Hindrances hindrances, Score end) {
        Remainders remainders = new Remainders(start, groups, crossGroups, hindrances);
        List<Remainder> left = new ArrayList<>();
        for (Score.Component component : end.components()) {
            if (component.value() != 0 && component.weight() > 0) {
                left.add(new Remainder(
                        component.row(), component.weight(), component.value(), remainders.lowest(component.row())));
            }
        }
        return left;
    }

    private double lowest(ScoreRow row) {
        return switch (row) {
            case RESERVED_MEMORY_TOTAL -> reservedMemory();
            case OFFLINE_INSTANCES -> stranded(true);
            case OFFLINE_PRIMARIES -> stranded(false);
            case CONFLICTING_TAGS -> crowdedTags();
            case FREE_MEMORY,
                    FREE_DISK,
                    REDUNDANCY_FAILURES,
                    RESERVED_MEMORY,
                    VCPU_RATIO,
                    CPU_LOAD,
                    MEMORY_LOAD,
                    DISK_LOAD,
                    NETWORK_LOAD,
                    SPINDLES,
                    PLANNED_FREE_MEMORY,
                    PLANNED_FREE_DISK,
                    PLANNED_VCPU_RATIO,
                    PLANNED_SPINDLES,
                    LOCATION_FAULTS,
                    LOCATION_EXCLUSION -> 0;
        };
    }

    /**
     * Each node keeps as much memory free as any one other node may need there. So what all keep for one node together
     * is no less than what that node needs, and some node needs no less than the average one.
     */
    private double reservedMemory() {
        if (crossGroups) {
            return reservedMemory(groups);
        }
        return groups.stream()
                .mapToDouble(group -> reservedMemory(List.of(group)))
                .sum();
    }

    private double reservedMemory(List<Integer> within) {
        int nodes = 0;
        double largestNode = 0;
        double needed = 0;
        double largestNeed = 0;
        for (int group : within) {
            for (int node : state.nodesOf(group)) {
                if (state.isOffline(node)) {
                    continue;
                }
                nodes++;
                largestNode = Math.max(
                        largestNode,
                        state.scenario().cluster().nodes().get(node).memory().total());
                for (int index : state.primariesOf(node)) {
                    double need = need(index, within);
                    needed += need;
                    largestNeed = Math.max(largestNeed, need);
                }
            }
        }
        return largestNode > 0 ? Math.max(needed / nodes, largestNeed) / largestNode : 0;
    }

    /** Returns the memory that an instance will always need on another node, in MiB. */
    private double need(int index, List<Integer> within) {
        Instance instance = state.scenario().cluster().instances().get(index);
        int secondary = instance.placement().secondary();
        boolean counts = instance.reservesMemory()
                && !instance.forthcoming()
                && instance.placement().hasSecondary()
                && !state.isOffline(secondary)
                && within.contains(state.groupOf(secondary));
        return counts ? instance.memory() : 0;
    }

    /** Returns how many instances on offline nodes cannot leave them. */
    private double stranded(boolean withSecondaries) {
        int count = 0;
        for (int group : groups) {
            for (int node : state.nodesOf(group)) {
                if (state.isOffline(node)) {
                    count += immovable(state.primariesOf(node));
                    count += withSecondaries ? immovable(state.secondariesOf(node)) : 0;
                }
            }
        }
        return count;
    }

    private int immovable(int[] instances) {
        int count = 0;
        for (int instance : instances) {
            count += hindrances.of(instance).isPresent() ? 1 : 0;
        }
        return count;
    }

    /** Returns how many instances with an exclusion tag there are beyond one on each node. */
    private double crowdedTags() {
        Scenario scenario = state.scenario();
        Map<String, Integer> carriers = new HashMap<>();
        int online = 0;
        for (int group : groups) {
            for (int node : state.nodesOf(group)) {
                if (!state.isOffline(node)) {
                    online++;
                    for (int index : state.primariesOf(node)) {
                        Instance instance = scenario.cluster().instances().get(index);
                        Set.copyOf(scenario.tags().exclusionTags(instance))
                                .forEach(tag -> carriers.merge(tag, 1, Integer::sum));
                    }
                }
            }
        }
        int nodes = online;
        return carriers.values().stream()
                .mapToInt(count -> Math.max(0, count - nodes))
                .sum();
    }
}
