package org.ballast.planner.place.n1;

import java.util.List;
import java.util.OptionalLong;
import org.ballast.model.Instance;
import org.ballast.model.Placement;
import org.ballast.planner.place.GroupPolicy;
import org.ballast.planner.state.ClusterState;
import org.jspecify.annotations.Nullable;

/**
 * A proof, without placing anything, that the instances a failed node leaves behind without a secondary find places on
 * the other nodes of its group, whichever each of them takes. A node has as many places as instances of the largest
 * size fit into it; each instance takes away at most one place, so none is left out while there are as many places as
 * instances.
 *
 * <p>The proof may fail although all would fit. Then {@link NodeFailureSimulation} has to place them one by one.
 */
public final class FailoverRoomBound {
    /** In place of a number of places, for nodes that do not take every kind of instance that is left behind. */
    public static final long CLOSED = -1;

    private static final long[] NO_FAILOVERS = new long[0];

    private final ClusterState state;
    private final SharedFailoverRooms rooms;
    private final int node;
    private final NodeFailureSimulation.Residents residents;
    private final int needed;
    /** Memory (MiB) that failovers take first, by target; empty if there are none. */
    private final long[] failovers;

    private final SharedFailoverRooms.Room room;
    private final long allPlaces;

    private final @Nullable Boolean[] meetsPolicy = new Boolean[2];
    private long largestMemory;
    private boolean anyLocal;
    private long largestDisk;
    private boolean spindlesUnknown;
    private long mostSpindles;

    FailoverRoomBound(
            ClusterState state, int node, NodeFailureSimulation.Residents residents, SharedFailoverRooms rooms) {
        this.state = state;
        this.rooms = rooms;
        this.node = node;
        this.residents = residents;
        needed = residents.restartable().size() + residents.recreated().size();
        residents.restartable().forEach(this::consider);
        residents.recreated().forEach(this::consider);
        int group = state.groupOf(node);
        if (residents.mirrored().isEmpty() && !state.hasMigrationTags()) {
            failovers = NO_FAILOVERS;
            SharedFailoverRooms.Kind kind = new SharedFailoverRooms.Kind(
                    group,
                    needed,
                    largestMemory,
                    anyLocal,
                    largestDisk,
                    spindlesUnknown,
                    mostSpindles,
                    meetsPolicy(false, node),
                    rooms.hasExclusive(group) && meetsPolicy(true, node));
            room = rooms.room(kind, other -> meetsPolicy(other) ? places(other, Claim.NONE) : CLOSED);
        } else {
            failovers = new long[state.scenario().cluster().nodes().size()];
            for (int i : residents.mirrored()) {
                if (state.placement(i).hasSecondary()) {
                    failovers[state.placement(i).secondary()] += memory(state.instance(i));
                }
            }
            room = new SharedFailoverRooms.Room(
                    state, rooms.nodesOf(group), other -> isOpen(other) ? places(other, Claim.NONE) : CLOSED);
        }
        allPlaces = room.sum - Math.max(0, room.places[node]);
    }

    private void consider(int i) {
        Instance instance = state.instance(i);
        largestMemory = Math.max(largestMemory, memory(instance));
        if (instance.template().usesLocalStorage()) {
            anyLocal = true;
            largestDisk = Math.max(largestDisk, instance.disk());
        }
        // Spindles are counted for all instances, but only those with local storage need them to be there.
        OptionalLong spindles = instance.totalSpindles();
        spindlesUnknown |= spindles.isEmpty();
        mostSpindles = Math.max(mostSpindles, spindles.orElse(0));
    }

    /** Returns whether the other node takes all kinds of instances that are left behind. */
    private boolean isOpen(int other) {
        return (residents.restartable().isEmpty() || state.acceptsMigration(node, other)) && meetsPolicy(other);
    }

    /** The nodes have one policy; it only makes a difference whether their storage is exclusive. */
    private boolean meetsPolicy(int other) {
        return meetsPolicy(isExclusive(other), other);
    }

    private boolean meetsPolicy(boolean exclusive, int other) {
        int kind = exclusive ? 1 : 0;
        Boolean known = meetsPolicy[kind];
        if (known == null) {
            known = residents.recreated().stream()
                    .allMatch(
                            i -> GroupPolicy.verdict(state, i, other, exclusive).accepted());
            meetsPolicy[kind] = known;
        }
        return known;
    }

    private boolean isExclusive(int other) {
        return state.scenario().cluster().nodes().get(other).spindles().exclusive();
    }

    /** Returns the memory (MiB) that the instance takes where it runs. */
    public static long memory(Instance instance) {
        return instance.usesMemory() ? instance.memory() : 0;
    }

    /**
     * The resources that a new instance takes from a node.
     *
     * @param memory MiB
     * @param disk MiB
     * @param spindles of nodes with exclusive storage
     */
    record Claim(long memory, long disk, long spindles) {
        static final Claim NONE = new Claim(0, 0, 0);
    }

    /** Returns whether there are places enough. */
    boolean suffices() {
        return allPlaces >= needed;
    }

    /**
     * Returns whether some instance finds no place, or all together find too little memory, even if nothing else took
     * any: then less room does not help either.
     */
    boolean isHopeless() {
        long needs = 0;
        for (List<Integer> kind : List.of(residents.restartable(), residents.recreated())) {
            for (int i : kind) {
                needs += memory(state.instance(i));
                if (!fitsAnywhere(i)) {
                    return true;
                }
            }
        }
        return needs > allMemory();
    }

    private long allMemory() {
        if (failovers.length == 0) {
            return rooms.memoryBeside(node);
        }
        long all = 0;
        for (int other : rooms.nodesOf(state.groupOf(node))) {
            all += other == node ? 0 : Math.max(0, memoryAfterFailovers(other) - 1);
        }
        return all;
    }

    private boolean fitsAnywhere(int i) {
        Instance instance = state.instance(i);
        boolean local = instance.template().usesLocalStorage();
        if (failovers.length == 0) {
            return rooms.fitsBeside(node, memory(instance), local, instance.disk());
        }
        for (int other : rooms.nodesOf(state.groupOf(node))) {
            if (other != node
                    && memoryAfterFailovers(other) - memory(instance) > 0
                    && (!local || state.freeDisk(other) - instance.disk() > 0)) {
                return true;
            }
        }
        return false;
    }

    private long memoryAfterFailovers(int other) {
        return state.unallocatedMemory(other) - (failovers.length == 0 ? 0 : failovers[other]);
    }

    /** Returns whether there are places enough if these nodes have to serve a claim as well. */
    boolean suffices(int primary, Claim ofPrimary, int secondary, Claim ofSecondary) {
        long left = allPlaces + change(primary, ofPrimary);
        return (secondary == Placement.NONE ? left : left + change(secondary, ofSecondary)) >= needed;
    }

    private long change(int other, Claim claim) {
        return other == node || room.places[other] == CLOSED ? 0 : places(other, claim) - room.places[other];
    }

    private long places(int other, Claim claim) {
        long most = places(memoryAfterFailovers(other) - claim.memory(), largestMemory);
        if (anyLocal) {
            most = Math.min(most, places(state.freeDisk(other) - claim.disk(), largestDisk));
            if (isExclusive(other)) {
                // Spindles may be used up to the last one, memory and disk space may not.
                long spindles = state.freeSpindles(other) - claim.spindles() + 1;
                most = spindlesUnknown ? 0 : Math.min(most, places(spindles, mostSpindles));
            }
        }
        return most;
    }

    /** Returns how often the size can be taken so that something is left each time, but not more than needed. */
    private long places(long available, long size) {
        if (available - size <= 0) {
            return 0;
        }
        return size == 0 ? needed : Math.min(needed, (available - 1) / size);
    }
}
