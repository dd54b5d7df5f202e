package org.ballast.optimizer.sequence;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ballast.model.Node;
import org.ballast.planner.state.ClusterState;

/** The nodes of each group that have the most room at one moment: free memory and free disk space, whichever is less. */
final class RoomiestNodes {
    private final ClusterState state;
    private final int count;
    private final Map<Integer, List<Integer>> byGroup = new HashMap<>();

    RoomiestNodes(ClusterState state, int count) {
        this.state = state;
        this.count = count;
    }

    List<Integer> of(int group) {
        return byGroup.computeIfAbsent(
                group,
                _ -> Arrays.stream(state.nodesOf(group))
                        .filter(node -> !state.isOffline(node))
                        .boxed()
                        .sorted(Comparator.comparingDouble(this::room)
                                .reversed()
                                .thenComparingInt(node -> node))
                        .limit(count)
                        .toList());
    }

    private double room(int node) {
        Node hardware = state.scenario().cluster().nodes().get(node);
        double memory =
                state.availableMemory(node) / Math.max(1, hardware.memory().total());
        double disk = state.availableDisk(node) / Math.max(1, hardware.disk().total());
        return Math.min(memory, disk);
    }
}
