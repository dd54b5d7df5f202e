package org.ballast.optimizer.target;

import java.util.Arrays;
import org.ballast.model.Placement;
import org.ballast.model.ScoreRow;
import org.ballast.model.ScoreWeights;
import org.ballast.optimizer.target.ExactSpreads.Role;
import org.ballast.planner.score.ScoreSheet;
import org.ballast.planner.score.SpreadTable;
import org.ballast.planner.state.Admission;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.InstanceTable;
import org.ballast.planner.state.NodeLedger;
import org.ballast.planner.state.NodeTable;

/**
 * An assignment of instances to nodes, laid out for millions of tries a second. Other than {@link ClusterState} it
 * knows no moves, only ends: an instance may appear anywhere, and whether real moves lead there is not asked. Its score
 * depends on the placements alone, never on how they came about, and is that of {@link ScoreSheet} up to a rounding in
 * the seventh digit or so.
 *
 * <p>Nodes admit instances as {@link Admission} does; no instance has to leave. Forthcoming instances stay where
 * they are.
 */
public final class DenseState {
    /** The rise of the score where a node refuses. */
    public static final double REFUSED = Double.POSITIVE_INFINITY;

    private static final int ELSEWHERE = -1;
    /** A node of which nothing is known yet. */
    private static final int UNKNOWN = Integer.MAX_VALUE;

    private final NodeTable nodes;
    private final InstanceTable instances;
    private final boolean ignoreSoftErrors;

    private final int[] primary;
    private final int[] secondary;
    private final int[] firstPrimary;
    private final int[] firstSecondary;

    private final ExactSpreads[] groups;
    private final int[][] online;
    /** Which of the groups a node is in, and at which position among its online nodes. */
    private final int[] group;

    private final int[] position;

    private final DenseRoom room;
    private final int[] residents;
    private final boolean[] failing;
    private final boolean[] failedFirst;
    /** How many instances are something else to the node than at the start. */
    private final int[] deviations;

    private final FailoverNeeds needs;
    private final DomainTags domains;

    private final boolean knowsLocations;
    private final SumRows sums;
    private final double reservedOffset;
    private final double reservedWeight;

    /** What the change that is tried adds to the sums. */
    private final SumRows rises;

    /** Whether soft limits may be broken for the change that is tried. */
    private boolean ignoreSoftForPrimary;

    private boolean ignoreSoftForSecondary;

    /**
     * Starts with the placements of a state.
     *
     * @param groupIndices the groups whose nodes count and take instances
     * @param ignoreSoftErrors whether soft limits may be broken
     */
    public DenseState(ClusterState state, int[] groupIndices, boolean ignoreSoftErrors) {
        ScoreWeights weights = state.scenario().weights();
        sums = new SumRows(weights);
        rises = new SumRows(weights);
        reservedWeight = weights.of(ScoreRow.RESERVED_MEMORY_TOTAL);
        this.ignoreSoftErrors = ignoreSoftErrors;
        nodes = state.nodes;
        instances = state.instances;
        primary = Arrays.copyOf(state.primary, instances.count);
        secondary = Arrays.copyOf(state.secondary, instances.count);
        firstPrimary = primary.clone();
        firstSecondary = secondary.clone();
        groups = new ExactSpreads[groupIndices.length];
        online = new int[groups.length][];
        group = new int[nodes.count];
        position = new int[nodes.count];
        Arrays.fill(group, ELSEWHERE);
        Arrays.fill(position, ELSEWHERE);
        double reserved = 0;
        for (int g = 0; g < groups.length; g++) {
            int[] members = state.nodesOf(groupIndices[g]);
            ScoreSheet sheet = new ScoreSheet(state, members);
            groups[g] = new ExactSpreads(new SpreadTable(state, sheet), instances.count);
            reserved -= groups[g].reservedRatio();
            for (int node : members) {
                group[node] = g;
            }
            online[g] = sheet.online();
            for (int k = 0; k < online[g].length; k++) {
                NodeLedger ledger = state.ledgers[online[g][k]];
                position[online[g][k]] = k;
                groups[g].reserves(k, ledger.reservedMemory);
                reserved += ledger.reservedMemory();
            }
        }
        reservedOffset = reserved;
        room = new DenseRoom(state);
        residents = new int[nodes.count];
        failing = new boolean[nodes.count];
        deviations = new int[nodes.count];
        needs = new FailoverNeeds(nodes.count);
        for (int node = 0; node < nodes.count; node++) {
            open(node, state.ledgers[node]);
        }
        failedFirst = failing.clone();
        knowsLocations = state.hasLocations();
        domains = new DomainTags(nodes, instances, position);
        for (int i = 0; i < instances.count; i++) {
            if (!instances.forthcoming[i] && primary[i] != Placement.NONE) {
                enterAtStart(i);
            }
        }
        sums.sharedDomains = domains.shared();
    }

    private void open(int node, NodeLedger ledger) {
        residents[node] = ledger.primaryCount + ledger.secondaryCount;
        failing[node] = ledger.failsRedundancy;
        if (position[node] != ELSEWHERE) {
            sums.failures += failing[node] ? residents[node] : 0;
            sums.conflicts += ledger.planned.tags.conflicts();
            sums.locationFaults += ledger.locationFaults;
        } else if (group[node] != ELSEWHERE && counts(node)) {
            sums.offlineInstances += residents[node];
            sums.offlinePrimaries += ledger.primaryCount;
        }
    }

    /** Returns whether a node's group has a score: without an online node it has none. */
    private boolean counts(int node) {
        return online[group[node]].length > 0;
    }

    private void enterAtStart(int i) {
        if (secondary[i] != Placement.NONE && instances.reservesMemory[i]) {
            needs.add(secondary[i], primary[i], instances.memory[i]);
        }
        // If both nodes are the same one, the instance counts as secondary there.
        if (primary[i] != secondary[i]) {
            domains.add(i, primary[i], 1);
        }
    }

    /** Returns how many instances there are. */
    public int instanceCount() {
        return primary.length;
    }

    /** Returns the primary node of an instance. */
    public int primary(int i) {
        return primary[i];
    }

    /** Returns the secondary node of an instance, or {@link Placement#NONE}. */
    public int secondary(int i) {
        return secondary[i];
    }

    /** Returns the primary node that an instance had at the start. */
    public int firstPrimary(int i) {
        return firstPrimary[i];
    }

    /** Returns the secondary node that an instance had at the start, or {@link Placement#NONE}. */
    public int firstSecondary(int i) {
        return firstSecondary[i];
    }

    /** Returns whether a node could not host a failover. */
    boolean isFailing(int node) {
        return failing[node];
    }

    /** Returns the score, summed up over the groups. */
    public double score() {
        double score = sums.score();
        double reserved = reservedOffset;
        for (ExactSpreads each : groups) {
            score += each.score();
            reserved += each.reservedRatio();
        }
        return score + reservedWeight * reserved;
    }

    /**
     * Returns by how much the score would rise if an instance were elsewhere, or {@link #REFUSED}. It must exist, and
     * have its nodes in the groups that count.
     *
     * @param newSecondary {@link Placement#NONE} exactly if it has no secondary now
     */
    public double rise(int i, int newPrimary, int newSecondary) {
        int p = primary[i];
        int s = secondary[i];
        groups[group[p]].begin();
        if (group[newPrimary] != group[p]) {
            groups[group[newPrimary]].begin();
        }
        rises.begin();
        ignoreSoftErrorsToLeave(p, s, newPrimary, newSecondary);
        boolean accepted = (p == newPrimary || tryNode(i, newPrimary, newPrimary, newSecondary))
                && (newSecondary == Placement.NONE
                        || (s == newSecondary && p == newPrimary)
                        || tryNode(i, newSecondary, newPrimary, newSecondary))
                && (p == newPrimary || p == newSecondary || tryNode(i, p, newPrimary, newSecondary))
                && (s == Placement.NONE
                        || s == newPrimary
                        || s == newSecondary
                        || tryNode(i, s, newPrimary, newSecondary));
        if (!accepted) {
            return REFUSED;
        }
        notePlaces(i, newPrimary, newSecondary);
        double rise = rises.score();
        int first = group[p];
        rise += riseOf(first);
        int second = group[newPrimary];
        return second == first ? rise : rise + riseOf(second);
    }

    /**
     * Estimates by how much the score would rise if an instance came to each of the online nodes of its group. Whether
     * they accept it, and what follows for failovers from who else is where, is left to {@link #rise}.
     *
     * @param becomesPrimary whether the target becomes the instance's primary node, else its secondary
     * @param other its other node afterwards, which is one of its nodes now; {@link Placement#NONE} if it has none
     * @param from the first position of interest in {@link #onlineNodes}
     * @param to the position after the last one
     * @param risesAt a number for each node of {@link #onlineNodes}; those of interest are set
     * @return whether the other node accepts its part
     */
    public boolean scan(int i, boolean becomesPrimary, int other, int from, int to, double[] risesAt) {
        int p = primary[i];
        int s = secondary[i];
        int g = group[p];
        groups[g].begin();
        rises.begin();
        int newPrimary = becomesPrimary ? UNKNOWN : other;
        int newSecondary = becomesPrimary ? other : UNKNOWN;
        ignoreSoftErrorsToLeave(p, s, newPrimary, newSecondary);
        boolean othersAccept = ((p == newPrimary) || tryNode(i, p, newPrimary, newSecondary))
                && (s == Placement.NONE
                        || (s == newSecondary && p == newPrimary)
                        || tryNode(i, s, newPrimary, newSecondary));
        if (othersAccept) {
            long needed = becomesPrimary || !instances.reservesMemory[i] ? 0 : instances.memory[i];
            Role role = becomesPrimary ? Role.PRIMARY : Role.SECONDARY;
            groups[g].scan(i, role, needed, reservedWeight, from, to, risesAt);
            double constant = rises.score();
            for (int k = from; constant != 0 && k < to; k++) {
                risesAt[k] += constant;
            }
        }
        return othersAccept;
    }

    /** Returns the online nodes of the group that an instance runs in, as {@link #scan} counts them. */
    public int[] onlineNodes(int i) {
        return online[group[primary[i]]];
    }

    /** Returns the primary node whose failure a node keeps most memory for, or -1. */
    public int mostNeeded(int node) {
        return needs.largestPeer(node);
    }

    /** Returns the online nodes of all groups that count. */
    public int[] onlineNodes() {
        return Arrays.stream(online).flatMapToInt(Arrays::stream).toArray();
    }

    /** Returns the online nodes of a node's group; always the same array, not to be changed. */
    public int[] groupOf(int node) {
        return online[group[node]];
    }

    /** Soft limits do not count for an instance that leaves an offline node. */
    private void ignoreSoftErrorsToLeave(int p, int s, int newPrimary, int newSecondary) {
        ignoreSoftForPrimary = ignoreSoftErrors || (p != newPrimary && position[p] == ELSEWHERE);
        boolean leavesSecondary = s != Placement.NONE && s != newPrimary && s != newSecondary;
        ignoreSoftForSecondary = ignoreSoftForPrimary || (leavesSecondary && position[s] == ELSEWHERE);
    }

    private double riseOf(int g) {
        return groups[g].rise() + reservedWeight * groups[g].reservedRise();
    }

    private static Role role(int node, int asPrimary, int asSecondary) {
        return node == asPrimary ? Role.PRIMARY : node == asSecondary ? Role.SECONDARY : Role.NONE;
    }

    /** Tries what a node becomes; returns false if it refuses. */
    private boolean tryNode(int i, int node, int newPrimary, int newSecondary) {
        int oldPrimary = primary[i];
        Role before = role(node, oldPrimary, secondary[i]);
        Role after = role(node, newPrimary, newSecondary);
        long used = instances.usesMemory[i] ? instances.memory[i] : 0;
        long free = room.freeMemory(node) + (before == Role.PRIMARY ? used : 0) - (after == Role.PRIMARY ? used : 0);
        long reservedBefore = needs.largest(node);
        long reserved = instances.reservesMemory[i]
                ? needs.largestAfter(
                        node,
                        before == Role.SECONDARY ? oldPrimary : ELSEWHERE,
                        after == Role.SECONDARY ? newPrimary : ELSEWHERE,
                        instances.memory[i])
                : reservedBefore;
        if (after != Role.NONE && !accepts(i, node, before, after, free, reserved)) {
            return false;
        }
        int count = residents[node] + (after == Role.NONE ? 0 : 1) - (before == Role.NONE ? 0 : 1);
        if (position[node] == ELSEWHERE) {
            if (counts(node)) {
                rises.offlineInstances += count - residents[node];
                rises.offlinePrimaries += (after == Role.PRIMARY ? 1 : 0) - (before == Role.PRIMARY ? 1 : 0);
            }
            return true;
        }
        boolean fails = fails(i, node, before, after, newPrimary, free, reserved);
        if (fails || failing[node]) {
            rises.failures += (fails ? count : 0) - (failing[node] ? residents[node] : 0);
        }
        int[] own = instances.exclusionTags[i];
        if (own.length > 0) {
            if (after == Role.PRIMARY && before != Role.PRIMARY) {
                rises.conflicts += room.tags(node).countKnown(own);
            } else if (before == Role.PRIMARY && after != Role.PRIMARY) {
                rises.conflicts -= room.tags(node).countRepeated(own);
            }
        }
        groups[group[node]].tryRole(position[node], i, before, after, reservedBefore, reserved);
        return true;
    }

    /** Whether a node could not host a failover; one where all is as at the start is judged as it was then. */
    private boolean fails(int i, int node, Role before, Role after, int newPrimary, long free, long reserved) {
        int changed = deviations[node] + deviation(i, node, after, newPrimary) - deviation(i, node, before, primary[i]);
        return changed == 0 ? failedFirst[node] : free <= reserved;
    }

    private int deviation(int i, int node, Role role, int withPrimary) {
        Role first = role(node, firstPrimary[i], firstSecondary[i]);
        boolean same = first == role && (role != Role.SECONDARY || withPrimary == firstPrimary[i]);
        return same ? 0 : 1;
    }

    private boolean accepts(int i, int node, Role before, Role after, long free, long reserved) {
        boolean arrives = before == Role.NONE;
        boolean isOffline = position[node] == ELSEWHERE;
        if (isOffline && (arrives || after != before && after == Role.PRIMARY)
                || arrives
                        && !room.hasStorage(
                                i, node, after == Role.SECONDARY ? ignoreSoftForSecondary : ignoreSoftForPrimary)
                || room.ownsUnknownSpindles(i, node)) {
            return false;
        }
        if (after == Role.SECONDARY) {
            long need = instances.reservesMemory[i] ? instances.memory[i] : 0;
            return ignoreSoftForSecondary
                    || isOffline
                    || (need < free
                            && (free > reserved || failsWithout(i, node, before))
                            && room.couldReserve(i, node, before, need));
        }
        if (free <= 0) {
            return false;
        }
        return ignoreSoftForPrimary
                || ((free > reserved || failsWithout(i, node, before))
                        && room.letsRun(i, node, node == firstPrimary[i]));
    }

    /** Whether a node could not host a failover even without the instance; one that it comes to is taken as it is. */
    private boolean failsWithout(int i, int node, Role before) {
        return switch (before) {
            case NONE -> failing[node];
            case PRIMARY ->
                room.freeMemory(node) + (instances.usesMemory[i] ? instances.memory[i] : 0) <= needs.largest(node);
            case SECONDARY -> {
                long ownNeed = instances.reservesMemory[i] ? instances.memory[i] : 0;
                yield room.freeMemory(node) <= needs.largestAfter(node, primary[i], ELSEWHERE, ownNeed);
            }
        };
    }

    /** Notes what follows from which nodes belong together, and not from what else is on them. */
    private void notePlaces(int i, int newPrimary, int newSecondary) {
        if (knowsLocations) {
            rises.locationFaults = (long) faults(i, newPrimary, newSecondary) - faults(i, primary[i], secondary[i]);
        }
        if (newPrimary != primary[i] && domains.concern(i)) {
            rises.sharedDomains = domains.riseOfMove(i, primary[i], newPrimary);
        }
    }

    private int faults(int i, int onPrimary, int onSecondary) {
        if (position[onPrimary] == ELSEWHERE) {
            return 0;
        }
        int shared = onSecondary == Placement.NONE ? 0 : nodes.sharedLocations(onPrimary, onSecondary);
        return shared + instances.missedLocations(i, nodes.locationTags[onPrimary]);
    }

    /** Puts an instance elsewhere, whether its nodes accept it or not. */
    public void place(int i, int newPrimary, int newSecondary) {
        int p = primary[i];
        int s = secondary[i];
        if (p == newPrimary && s == newSecondary) {
            return;
        }
        if (knowsLocations) {
            sums.locationFaults += faults(i, newPrimary, newSecondary) - faults(i, p, s);
        }
        if (p != newPrimary) {
            domains.add(i, p, -1);
            domains.add(i, newPrimary, 1);
            sums.sharedDomains = domains.shared();
            placeOn(i, newPrimary, newPrimary, newSecondary);
            if (p != newSecondary) {
                placeOn(i, p, newPrimary, newSecondary);
            }
        }
        if (newSecondary != Placement.NONE) {
            placeOn(i, newSecondary, newPrimary, newSecondary);
            if (s != newPrimary && s != newSecondary) {
                placeOn(i, s, newPrimary, newSecondary);
            }
        }
        primary[i] = newPrimary;
        secondary[i] = newSecondary;
    }

    private void placeOn(int i, int node, int newPrimary, int newSecondary) {
        int oldPrimary = primary[i];
        Role before = role(node, oldPrimary, secondary[i]);
        Role after = role(node, newPrimary, newSecondary);
        long reservedBefore = needs.largest(node);
        if (instances.reservesMemory[i] && oldPrimary != newPrimary || before != after) {
            changeNeeds(i, node, before == Role.SECONDARY, after == Role.SECONDARY, newPrimary);
        }
        boolean online = position[node] != ELSEWHERE;
        int conflictsBefore = room.tags(node).conflicts();
        room.count(i, node, before, -1);
        room.count(i, node, after, 1);
        sums.conflicts += online ? room.tags(node).conflicts() - conflictsBefore : 0;
        int countBefore = residents[node];
        residents[node] += (after == Role.NONE ? 0 : 1) - (before == Role.NONE ? 0 : 1);
        boolean fails = fails(i, node, before, after, newPrimary, room.freeMemory(node), needs.largest(node));
        deviations[node] += deviation(i, node, after, newPrimary) - deviation(i, node, before, oldPrimary);
        if (online) {
            sums.failures += (fails ? residents[node] : 0) - (failing[node] ? countBefore : 0);
            groups[group[node]].enter(position[node], i, before, after, reservedBefore, needs.largest(node));
        } else if (counts(node)) {
            sums.offlineInstances += residents[node] - countBefore;
            sums.offlinePrimaries += (after == Role.PRIMARY ? 1 : 0) - (before == Role.PRIMARY ? 1 : 0);
        }
        failing[node] = fails;
    }

    private void changeNeeds(int i, int node, boolean wasSecondary, boolean isSecondary, int newPrimary) {
        if (!instances.reservesMemory[i]) {
            return;
        }
        if (wasSecondary) {
            needs.add(node, primary[i], -instances.memory[i]);
        }
        if (isSecondary) {
            needs.add(node, newPrimary, instances.memory[i]);
        }
    }
}
