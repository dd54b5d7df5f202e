package org.ballast.planner.place.allocate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ballast.planner.state.ClusterState;

/** The nodes that an instance may be given. */
public sealed interface AllocationTargets {
    /** Returns whether there is nothing to choose from. */
    boolean isEmpty();

    /**
     * One node.
     *
     * @param nodes the nodes, in order
     */
    record Single(List<Integer> nodes) implements AllocationTargets {
        /** Copies the nodes. */
        public Single {
            nodes = List.copyOf(nodes);
        }

        @Override
        public boolean isEmpty() {
            return nodes.isEmpty();
        }
    }

    /**
     * Two nodes of one group: any primary with any other node as secondary.
     *
     * @param primaries the nodes that may be primary, in order
     * @param secondaries the nodes that may be secondary, in order
     */
    record Pairs(List<Integer> primaries, List<Integer> secondaries) implements AllocationTargets {
        /** Copies the lists. */
        public Pairs {
            primaries = List.copyOf(primaries);
            secondaries = List.copyOf(secondaries);
        }

        /** Returns all pairs of one of the nodes with another one of its group. */
        public static Pairs among(ClusterState state, List<Integer> nodes) {
            Map<Integer, Integer> sizes = new HashMap<>();
            nodes.forEach(node -> sizes.merge(state.groupOf(node), 1, Integer::sum));
            List<Integer> paired = nodes.stream()
                    .filter(node -> sizes.getOrDefault(state.groupOf(node), 0) > 1)
                    .toList();
            return new Pairs(paired, paired);
        }

        @Override
        public boolean isEmpty() {
            return primaries.isEmpty();
        }
    }
}
