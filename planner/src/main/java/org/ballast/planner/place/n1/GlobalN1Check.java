package org.ballast.planner.place.n1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.model.Node;
import org.ballast.model.Placement;
import org.ballast.planner.place.GanetiNumbering;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;

/**
 * The global N+1 check of a placement: whether any one node could still fail without loss once an instance has its
 * nodes; equal to the {@link NodeFailureSimulation} of every node of a scope, without carrying each of them out for
 * each choice of nodes.
 *
 * <p>A new instance changes the outcome in few ways. Its primary node has less memory for failovers to it; if that node
 * fails, the new instance itself needs room on its secondary; and instances without a secondary find fewer places in
 * the group. The first two are sums, kept here. The third is proven by a {@link FailoverRoomBound} where there is room
 * to spare, and played through only where there is little.
 */
public final class GlobalN1Check {
    /** No instance. */
    private static final int NOBODY = -1;

    private final ClusterState state;
    private final List<Node> nodes;
    private final boolean ignoreSoftErrors;
    private final GanetiNumbering numbering;
    private final NodeFailureSimulation simulation;
    private final SharedFailoverRooms rooms;
    private final FailoverChoices rehoming;
    private final Trial trial;

    /** The most memory (MiB) that the failovers from any one node to this one would take. */
    private final long[] worstFailover;

    private final boolean[] hasFailover;
    /** Nodes that leave instances without a secondary behind; the one that failed the last check comes first. */
    private final List<Left> left = new ArrayList<>();
    /** Nodes on which one instance is taken for another: nothing is known of them in advance. */
    private final List<Integer> mistaken = new ArrayList<>();

    private final int[] checked;
    private boolean surveyed;
    private boolean failsAnyway;

    /** The primary node for which {@link #failoverTo} is filled in. */
    private int failoverFrom = Placement.NONE;
    /** Memory (MiB) that the failovers from one node would take, by target. */
    private final long[] failoverTo;

    /** A node that leaves instances behind. */
    private static final class Left {
        final int node;
        final FailoverRoomBound bound;
        final boolean recreates;
        /** Whether all of them find places as things are; computed when it is needed. */
        Known now = Known.UNKNOWN;

        Left(int node, FailoverRoomBound bound, boolean recreates) {
            this.node = node;
            this.recreates = recreates;
            this.bound = bound;
        }
    }

    private enum Known {
        UNKNOWN,
        YES,
        NO
    }

    /**
     * Prepares checks over a scope: all nodes, or those of one group, in ascending order. Nothing may be placed before
     * the last of them.
     *
     * @param ignoreSoftErrors whether the instance itself may be placed against soft checks
     */
    public GlobalN1Check(ClusterState state, int[] scope, boolean ignoreSoftErrors) {
        this(state, scope, ignoreSoftErrors, GanetiNumbering.PLAIN);
    }

    /**
     * Prepares checks that take some instances for others, those of the same number, as Ganeti does.
     */
    public GlobalN1Check(ClusterState state, int[] scope, boolean ignoreSoftErrors, GanetiNumbering numbering) {
        this(state, scope, scope, ignoreSoftErrors, numbering);
    }

    /**
     * Prepares checks of some nodes of a scope only, where soft checks hold.
     *
     * @param checked the nodes that must be able to fail, in ascending order
     */
    public GlobalN1Check(ClusterState state, int[] scope, int[] checked) {
        this(state, scope, checked, false, GanetiNumbering.PLAIN);
    }

    private GlobalN1Check(
            ClusterState state, int[] scope, int[] checked, boolean ignoreSoftErrors, GanetiNumbering numbering) {
        this.state = state;
        this.ignoreSoftErrors = ignoreSoftErrors;
        this.numbering = numbering;
        nodes = state.scenario().cluster().nodes();
        simulation = new NodeFailureSimulation(state, scope, numbering);
        trial = new Trial(state);
        rooms = new SharedFailoverRooms(state);
        rehoming = new FailoverChoices(state, rooms);
        worstFailover = new long[nodes.size()];
        hasFailover = new boolean[nodes.size()];
        failoverTo = new long[nodes.size()];
        this.checked = checked.clone();
    }

    /** Looks at each node, when the first question comes: often every choice is refused before it. */
    private void survey() {
        if (surveyed) {
            return;
        }
        surveyed = true;
        for (int node : checked) {
            enter(node);
        }
    }

    private void enter(int node) {
        for (int resident : state.primariesOf(node)) {
            if (numbering.mistakes(resident)) {
                mistaken.add(node);
                return;
            }
        }
        NodeFailureSimulation.Residents residents = NodeFailureSimulation.Residents.of(node, state, numbering);
        sumFailovers(node);
        failsAnyway |= !surelyFailOver(node, residents.mirrored()) && !simulation.canFailOver(residents);
        for (int i : residents.mirrored()) {
            int target = state.placement(i).secondary();
            if (target != Placement.NONE) {
                hasFailover[target] = true;
                worstFailover[target] = Math.max(worstFailover[target], failoverTo[target]);
            }
        }
        if (!residents.restartable().isEmpty() || !residents.recreated().isEmpty()) {
            FailoverRoomBound bound = new FailoverRoomBound(state, node, residents, rooms);
            failsAnyway |= !bound.suffices() && bound.isHopeless();
            left.add(new Left(node, bound, !residents.recreated().isEmpty()));
        }
    }

    /**
     * Returns whether sums alone prove that all of a node's mirrored instances can fail over. Each of them leaves as much
     * disk space as it takes, on both nodes; so space must be left there, and the memory for all of them.
     */
    private boolean surelyFailOver(int node, List<Integer> mirrored) {
        if (mirrored.isEmpty()) {
            return true;
        }
        if (nodes.get(node).spindles().exclusive() || state.freeDisk(node) <= 0) {
            return false;
        }
        for (int i : mirrored) {
            int target = state.placement(i).secondary();
            if (target == Placement.NONE
                    || target == node
                    || FailoverRoomBound.memory(state.instance(i)) < 0
                    || nodes.get(target).spindles().exclusive()
                    || !state.acceptsMigration(node, target)
                    || state.freeDisk(target) <= 0
                    || state.unallocatedMemory(target) - failoverTo[target] <= 0) {
                return false;
            }
        }
        return true;
    }

    private void sumFailovers(int node) {
        if (failoverFrom == node) {
            return;
        }
        if (failoverFrom != Placement.NONE) {
            for (int i : state.primariesOf(failoverFrom)) {
                clearFailover(state.placement(i).secondary());
            }
        }
        failoverFrom = node;
        for (int i : state.primariesOf(node)) {
            int target = state.placement(i).secondary();
            if (target != Placement.NONE && state.instance(i).template() == DiskTemplate.DRBD) {
                failoverTo[target] += FailoverRoomBound.memory(state.instance(i));
            }
        }
    }

    private void clearFailover(int target) {
        if (target != Placement.NONE) {
            failoverTo[target] = 0;
        }
    }

    /** Returns whether the check fails already, so that it fails after any placement. */
    public boolean failsAnyway() {
        survey();
        return failsAnyway;
    }

    /**
     * Returns whether the check is sure to hold after the instance got this primary node and any secondary node that
     * accepts it.
     */
    public boolean holdsAfterAny(int i, int primary) {
        survey();
        Instance instance = state.instance(i);
        boolean isSimple = !failsAnyway
                && left.isEmpty()
                && mistaken.isEmpty()
                && instance.template() == DiskTemplate.DRBD
                && !instance.forthcoming()
                && instance.reservesMemory()
                && !isMistaken(i);
        long memory = FailoverRoomBound.memory(instance);
        if (!isSimple
                || state.hasMigrationTags()
                || (hasFailover[primary] && state.unallocatedMemory(primary) - memory - worstFailover[primary] <= 0)) {
            return false;
        }
        // Secondaries that take over nothing from the primary yet have room for this one: else they would not accept
        // it.
        sumFailovers(primary);
        for (int resident : state.primariesOf(primary)) {
            int target = state.placement(resident).secondary();
            if (target != Placement.NONE && state.unallocatedMemory(target) - failoverTo[target] - memory <= 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether the check holds as things are. */
    public boolean holds() {
        survey();
        return !failsAnyway
                && mistaken.stream().allMatch(simulation::canEvacuate)
                && left.stream().allMatch(each -> each.bound.suffices() || holdsNow(each));
    }

    /**
     * Returns whether the check holds after the instance, which is nowhere now, got these nodes.
     *
     * @param secondary the secondary node or {@link Placement#NONE}
     */
    public boolean holdsAfter(int i, int primary, int secondary) {
        survey();
        if (failsAnyway) {
            return false;
        }
        Instance instance = state.instance(i);
        if (overdrawsSpindles(instance, primary)) {
            return trial.allocate(i, primary, secondary, ignoreSoftErrors).accepted()
                    && Arrays.stream(checked).allMatch(node -> simulation.canEvacuateAfter(trial, node));
        }
        if (!instance.forthcoming() && !failoversHold(i, instance, primary, secondary)) {
            return false;
        }
        if (left.isEmpty() && mistaken.isEmpty() && instance.template() == DiskTemplate.DRBD && !isMistaken(i)) {
            return true;
        }
        return trial.allocate(i, primary, secondary, ignoreSoftErrors).accepted()
                && restHolds(i, instance, primary, secondary);
    }

    /**
     * Returns whether the instance, which needs no storage of the node, takes more spindles than there are all the
     * same. Then nothing fails over to that node any more.
     */
    private boolean overdrawsSpindles(Instance instance, int primary) {
        return !instance.forthcoming()
                && nodes.get(primary).spindles().exclusive()
                && !instance.template().usesLocalStorage()
                && state.freeSpindles(primary) < instance.totalSpindles().orElse(Long.MAX_VALUE);
    }

    private boolean isMistaken(int i) {
        return numbering.mistakes(i);
    }

    private boolean failoversHold(int i, Instance instance, int primary, int secondary) {
        long memory = FailoverRoomBound.memory(instance);
        if (hasFailover[primary] && state.unallocatedMemory(primary) - memory - worstFailover[primary] <= 0) {
            return false;
        }
        if (instance.template() != DiskTemplate.DRBD || isMistaken(i) || mistaken.contains(primary)) {
            return true;
        }
        if (secondary == Placement.NONE || !state.acceptsMigration(primary, secondary)) {
            return false;
        }
        sumFailovers(primary);
        return state.unallocatedMemory(secondary) - failoverTo[secondary] - memory > 0;
    }

    private boolean restHolds(int i, Instance instance, int primary, int secondary) {
        for (int node : mistaken) {
            if (node != primary && !simulation.canEvacuateAfter(trial, node)) {
                return false;
            }
        }
        boolean isLeft = !instance.forthcoming() && instance.template() != DiskTemplate.DRBD;
        boolean playPrimary = isMistaken(i) || mistaken.contains(primary);
        if (playPrimary ? !simulation.canEvacuateAfter(trial, primary) : isLeft && !holdsAtPrimary(i, primary)) {
            return false;
        }
        for (int k = 0; k < left.size(); k++) {
            Left each = left.get(k);
            boolean isDone = each.node == primary && (playPrimary || isLeft);
            if (!isDone && !holds(each, instance, primary, secondary)) {
                left.addFirst(left.remove(k));
                return false;
            }
        }
        return true;
    }

    /** Returns whether the primary node could fail if the new instance is one of those it leaves behind. */
    private boolean holdsAtPrimary(int i, int primary) {
        NodeFailureSimulation.Residents residents =
                NodeFailureSimulation.Residents.of(primary, state, numbering).with(i, state);
        if (new FailoverRoomBound(state, primary, residents, rooms).suffices()) {
            return true;
        }
        return switch (rehoming.of(primary, i, FailoverChoices.Taken.NOTHING)) {
            case YES -> true;
            case NO -> false;
            case OPEN -> simulation.canEvacuateAfter(trial, primary);
        };
    }

    private boolean holds(Left each, Instance instance, int primary, int secondary) {
        boolean isApart = nodes.get(each.node).group() != nodes.get(primary).group();
        if (instance.forthcoming() || isApart) {
            // Nothing is taken here. But where instances are recreated is decided by the score of all nodes.
            boolean isSame = isApart && !each.recreates;
            return each.bound.suffices()
                    || (isSame ? holdsNow(each) : holdsWith(each.node, FailoverChoices.Taken.NOTHING));
        }
        long disk = instance.template().usesLocalStorage() ? instance.disk() : 0;
        long spindles = instance.totalSpindles().orElse(0);
        long memory = FailoverRoomBound.memory(instance);
        FailoverRoomBound.Claim ofPrimary = new FailoverRoomBound.Claim(memory, disk, spindles);
        // If the primary node itself fails, the new instance runs on its secondary.
        FailoverRoomBound.Claim ofSecondary =
                new FailoverRoomBound.Claim(each.node == primary ? memory : 0, disk, spindles);
        if (each.bound.suffices(primary, ofPrimary, secondary, ofSecondary)) {
            return true;
        }
        return secondary == Placement.NONE && each.node != primary
                ? holdsWith(each.node, new FailoverChoices.Taken(primary, memory, disk))
                : simulation.canEvacuateAfter(trial, each.node);
    }

    /** Returns whether the node could fail while the new instance takes something of another one. */
    private boolean holdsWith(int node, FailoverChoices.Taken taken) {
        return switch (rehoming.of(node, NOBODY, taken)) {
            case YES -> true;
            case NO -> false;
            case OPEN -> simulation.canEvacuateAfter(trial, node);
        };
    }

    private boolean holdsNow(Left each) {
        if (each.now == Known.UNKNOWN) {
            each.now = switch (rehoming.of(each.node, NOBODY, FailoverChoices.Taken.NOTHING)) {
                case YES -> Known.YES;
                case NO -> Known.NO;
                case OPEN -> simulation.canEvacuate(each.node) ? Known.YES : Known.NO;
            };
        }
        return each.now == Known.YES;
    }
}
