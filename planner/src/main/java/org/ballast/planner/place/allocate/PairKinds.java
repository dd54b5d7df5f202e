package org.ballast.planner.place.allocate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.DerivedFigures;
import org.ballast.planner.state.PeerList;

/**
 * The kinds of pairs of nodes for one instance: pairs of a kind accept it or refuse it for the same reason and lead to
 * the same score, to the last bit. Two nodes are alike if all figures of their books and all their limits are equal;
 * and what a secondary node would reserve depends on the instances it already holds for that primary. A cluster of a
 * thousand nodes bought in three lots has a few dozen kinds as long as it is filled evenly.
 *
 * <p>Only for instances without tags: those weigh what the books say about single instances.
 */
public final class PairKinds {
    private final ClusterState state;
    private final long need;
    private final int[] classOf;
    private final List<int[]> members;
    /** By primary and secondary class, the kinds whose secondary reserves more than it would for any instance. */
    private final Map<Integer, List<Kind>> special = new HashMap<>();

    /**
     * Pairs of one kind.
     *
     * @param reserved memory (MiB) that the secondary node would reserve
     * @param count how many pairs there are
     */
    public record Kind(long reserved, long count) {}

    /** Sorts the pairs among some nodes, which must be in ascending order; the state must not change meanwhile. */
    public PairKinds(ClusterState state, List<Integer> nodes, int instance) {
        this.state = state;
        need = state.instances.reservesMemory[instance] ? state.instances.memory[instance] : 0;
        classOf = new int[state.nodes.count];
        Arrays.fill(classOf, -1);
        members = classify(nodes);
        if (!isPointless()) {
            collectSpecial(nodes);
        }
    }

    /** Returns whether this knows what the instance weighs: only its size counts. */
    public static boolean applyTo(ClusterState state, int instance) {
        return state.instances.exclusionTags[instance].length == 0
                && state.instances.desiredLocationCount[instance] == 0;
    }

    /** Returns whether there are too many kinds for them to be of use; then they are not sorted out. */
    public boolean isPointless() {
        int nodes = 0;
        for (int[] each : members) {
            nodes += each.length;
        }
        return members.size() > nodes / 4;
    }

    /** Returns how many classes of nodes there are. */
    public int classCount() {
        return members.size();
    }

    /** Returns the nodes of a class, in ascending order. */
    public int[] members(int nodeClass) {
        return members.get(nodeClass);
    }

    /** Returns the class of one of the nodes. */
    public int classOf(int node) {
        return classOf[node];
    }

    /** Returns the kinds of pairs of two nodes from these classes; none if they are of different groups. */
    public List<Kind> kinds(int primaryClass, int secondaryClass) {
        int[] primaries = members.get(primaryClass);
        int[] secondaries = members.get(secondaryClass);
        if (state.groupOf(primaries[0]) != state.groupOf(secondaries[0])) {
            return List.of();
        }
        List<Kind> kinds = new ArrayList<>(special.getOrDefault(key(primaryClass, secondaryClass), List.of()));
        long ordinary = (long) primaries.length * secondaries.length;
        if (primaryClass == secondaryClass) {
            ordinary -= primaries.length;
        }
        for (Kind kind : kinds) {
            ordinary -= kind.count();
        }
        if (ordinary > 0) {
            kinds.add(new Kind(ordinaryReserve(secondaries[0]), ordinary));
        }
        return kinds;
    }

    private int key(int primaryClass, int secondaryClass) {
        return primaryClass * members.size() + secondaryClass;
    }

    private long ordinaryReserve(int secondary) {
        return Math.max(state.ledgers[secondary].reservedMemory, need);
    }

    private List<int[]> classify(List<Integer> nodes) {
        DerivedFigures figures = state.figures();
        Map<DerivedFigures.Features, List<Integer>> classes = new HashMap<>();
        List<List<Integer>> inOrder = new ArrayList<>();
        for (int node : nodes) {
            List<Integer> alike = classes.computeIfAbsent(figures.features(node), _ -> {
                inOrder.add(new ArrayList<>());
                return inOrder.getLast();
            });
            classOf[node] = alike.isEmpty() ? inOrder.size() - 1 : classOf[alike.getFirst()];
            alike.add(node);
        }
        return inOrder.stream()
                .map(each -> each.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private void collectSpecial(List<Integer> nodes) {
        int[] counts = new int[members.size()];
        int[] counted = new int[members.size()];
        for (int node : nodes) {
            PeerList peers = state.ledgers[node].peers;
            long ordinary = ordinaryReserve(node);
            int at = 0;
            // The largest come first, so those that are told apart come first, and equal ones together.
            while (at < peers.size() && peers.memory(at) + need > ordinary) {
                long memory = peers.memory(at);
                int different = 0;
                for (; at < peers.size() && peers.memory(at) == memory; at++) {
                    int primary = peers.node(at);
                    int primaryClass = classOf[primary];
                    boolean isPair =
                            primaryClass >= 0 && primary != node && state.groupOf(primary) == state.groupOf(node);
                    if (isPair && counts[primaryClass]++ == 0) {
                        counted[different++] = primaryClass;
                    }
                }
                for (int k = 0; k < different; k++) {
                    add(key(counted[k], classOf[node]), memory + need, counts[counted[k]]);
                    counts[counted[k]] = 0;
                }
            }
        }
    }

    private void add(int key, long reserved, int count) {
        List<Kind> kinds = special.computeIfAbsent(key, _ -> new ArrayList<>());
        for (int k = 0; k < kinds.size(); k++) {
            if (kinds.get(k).reserved() == reserved) {
                kinds.set(k, new Kind(reserved, kinds.get(k).count() + count));
                return;
            }
        }
        kinds.add(new Kind(reserved, count));
    }
}
