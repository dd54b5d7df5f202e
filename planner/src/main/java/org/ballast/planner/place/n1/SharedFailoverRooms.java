package org.ballast.planner.place.n1;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.ballast.planner.state.ClusterState;

/**
 * Places for the instances of a failed node, kept for all nodes that leave instances of the same kinds behind. Only for
 * nodes without failovers, which take room on some nodes and not on others.
 */
public final class SharedFailoverRooms {
    private final ClusterState state;
    private final Map<Integer, int[]> groupNodes = new HashMap<>();
    private final Map<Kind, Room> rooms = new HashMap<>();
    private final Map<Fit, Integer> fitting = new HashMap<>();
    private final Map<Integer, Boolean> exclusive = new HashMap<>();
    private final Map<Integer, Long> memory = new HashMap<>();

    public SharedFailoverRooms(ClusterState state) {
        this.state = state;
    }

    /**
     * All that decides how many places a node has.
     *
     * @param needed the most places that are counted
     * @param openPlain whether nodes without exclusive storage take every instance
     * @param openExclusive whether nodes with exclusive storage do
     */
    public record Kind(
            int group,
            int needed,
            long memory,
            boolean local,
            long disk,
            boolean spindlesUnknown,
            long spindles,
            boolean openPlain,
            boolean openExclusive) {}

    private record Fit(int group, long memory, boolean local, long disk) {}

    /** Places by node, {@link FailoverRoomBound#CLOSED} for some, and their sum. */
    public static final class Room {
        final long[] places;
        final long sum;

        Room(ClusterState state, int[] nodes, IntToLongFunction placesOn) {
            places = new long[state.scenario().cluster().nodes().size()];
            Arrays.fill(places, FailoverRoomBound.CLOSED);
            long all = 0;
            for (int node : nodes) {
                places[node] = placesOn.applyAsLong(node);
                all += Math.max(0, places[node]);
            }
            sum = all;
        }
    }

    public int[] nodesOf(int group) {
        return groupNodes.computeIfAbsent(group, state::nodesOf);
    }

    /** Returns whether some node of the group has exclusive storage. */
    public boolean hasExclusive(int group) {
        return exclusive.computeIfAbsent(
                group,
                key -> Arrays.stream(nodesOf(key))
                        .anyMatch(node -> state.scenario()
                                .cluster()
                                .nodes()
                                .get(node)
                                .spindles()
                                .exclusive()));
    }

    public Room room(Kind kind, IntToLongFunction placesOn) {
        return rooms.computeIfAbsent(kind, key -> new Room(state, nodesOf(key.group()), placesOn));
    }

    /** Returns whether an instance fits on some node of the group but one. */
    public boolean fitsBeside(int node, long instanceMemory, boolean local, long disk) {
        Fit fit = new Fit(state.groupOf(node), instanceMemory, local, disk);
        int count = fitting.computeIfAbsent(fit, key -> (int) Arrays.stream(nodesOf(key.group()))
                .filter(other -> fits(other, key))
                .count());
        return count > (fits(node, fit) ? 1 : 0);
    }

    private boolean fits(int node, Fit fit) {
        return state.unallocatedMemory(node) - fit.memory() > 0
                && (!fit.local() || state.freeDisk(node) - fit.disk() > 0);
    }

    /** Returns the memory (MiB) that instances can take on all nodes of the group but one. */
    public long memoryBeside(int node) {
        long all = memory.computeIfAbsent(state.groupOf(node), group -> {
            long sum = 0;
            for (int other : nodesOf(group)) {
                sum += usable(other);
            }
            return sum;
        });
        return all - usable(node);
    }

    private long usable(int node) {
        return Math.max(0, state.unallocatedMemory(node) - 1);
    }
}
