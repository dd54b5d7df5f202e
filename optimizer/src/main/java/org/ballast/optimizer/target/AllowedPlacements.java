package org.ballast.optimizer.target;

import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate.Mirroring;
import org.ballast.model.Instance;
import org.ballast.model.Node;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.model.rules.MoveRules;
import org.ballast.optimizer.rules.Reach;
import org.ballast.planner.state.ClusterState;

/** The placements that the rules allow each instance, before it is checked whether nodes have room. */
public final class AllowedPlacements implements Reach {
    private final ClusterState state;
    private final TargetRules rules;
    private final boolean[] eligible;
    private final Mirroring[] mirroring;
    private final int[] firstPrimary;
    private final int[] firstSecondary;
    private final boolean[] firstPrimaryOffline;
    private final int[] group;

    /** Takes the state at the start, and the groups whose instances may move. */
    public AllowedPlacements(ClusterState state, int[] groups, TargetRules rules) {
        this.state = state;
        this.rules = rules;
        Scenario scenario = state.scenario();
        Cluster cluster = scenario.cluster();
        int nodes = cluster.nodes().size();
        eligible = new boolean[nodes];
        group = new int[nodes];
        for (int each : groups) {
            for (int node : state.nodesOf(each)) {
                eligible[node] = true;
            }
        }
        for (int node = 0; node < nodes; node++) {
            group[node] = state.groupOf(node);
        }
        int instances = cluster.instances().size();
        mirroring = new Mirroring[instances];
        firstPrimary = new int[instances];
        firstSecondary = new int[instances];
        firstPrimaryOffline = new boolean[instances];
        for (int i = 0; i < instances; i++) {
            Placement placement = state.placement(i);
            mirroring[i] = cluster.instances().get(i).template().mirroring();
            firstPrimary[i] = placement.primary();
            firstSecondary[i] = placement.secondary();
            firstPrimaryOffline[i] = placement.primary() != Placement.NONE && state.isOffline(placement.primary());
        }
    }

    /** Returns how the instance's data is kept reachable from another node. */
    Mirroring mirroring(int i) {
        return mirroring[i];
    }

    @Override
    public boolean isMovable(int i) {
        Scenario scenario = state.scenario();
        Instance instance = scenario.cluster().instances().get(i);
        if (instance.forthcoming() || firstPrimary[i] == Placement.NONE || !eligible[firstPrimary[i]]) {
            return false;
        }
        return switch (mirroring[i]) {
            case NONE ->
                rules.offlineMoves()
                        && rules.moves().diskMoves()
                        && rules.moves().instanceMoves()
                        && instance.autoBalance()
                        && !scenario.pinned().contains(i)
                        && firstSecondary[i] == Placement.NONE
                        && isWanted(i);
            case EXTERNAL ->
                scenario.isMovable(i)
                        && rules.moves().instanceMoves()
                        && firstSecondary[i] == Placement.NONE
                        && isWanted(i);
            case INTERNAL ->
                scenario.isMovable(i)
                        && firstSecondary[i] != Placement.NONE
                        && eligible[firstSecondary[i]]
                        && isWanted(i);
        };
    }

    private boolean isWanted(int i) {
        return !rules.moves().evacuationOnly()
                || firstPrimaryOffline[i]
                || (firstSecondary[i] != Placement.NONE && state.isOffline(firstSecondary[i]));
    }

    /** Returns whether a movable instance may be there. */
    public boolean allows(int i, int primary, int secondary) {
        if (primary == firstPrimary[i] && secondary == firstSecondary[i]) {
            return true;
        }
        if (primary == secondary || !isOpen(i, primary)) {
            return false;
        }
        MoveRules moves = rules.moves();
        if (primary != firstPrimary[i] && !maySwitch(i, primary)) {
            return false;
        }
        if (secondary == Placement.NONE) {
            return true;
        }
        boolean keepsDisks = isFirst(i, primary) && isFirst(i, secondary);
        return group[primary] == group[secondary]
                && (keepsDisks || moves.diskMoves())
                && (secondary == firstPrimary[i] || isOpen(i, secondary));
    }

    @Override
    public boolean mayRun(int i, int node) {
        if (node == firstPrimary[i]) {
            return true;
        }
        return mayBeOn(i, node) && maySwitch(i, node) && isLargeEnough(i, node);
    }

    @Override
    public boolean mayHaveCopy(int i, int node) {
        return isFirst(i, node) || (mayBeOn(i, node) && isLargeEnough(i, node));
    }

    /** Without copies of disks an instance has the nodes it has, unless any node reaches its disks. */
    private boolean mayBeOn(int i, int node) {
        boolean reaches = rules.moves().diskMoves() || isFirst(i, node) || mirroring[i] == Mirroring.EXTERNAL;
        return reaches && isOpen(i, node) && !state.isOffline(node);
    }

    private boolean isLargeEnough(int i, int node) {
        Instance instance = state.instance(i);
        Node host = state.scenario().cluster().nodes().get(node);
        boolean hasMemory = !instance.usesMemory()
                || instance.memory() <= host.memory().total() - host.memory().reserved();
        return hasMemory
                && (mirroring[i] == Mirroring.EXTERNAL
                        || instance.disk() <= host.disk().total());
    }

    private boolean maySwitch(int i, int primary) {
        MoveRules moves = rules.moves();
        return moves.instanceMoves()
                && (!moves.restrictedMigration() || firstPrimaryOffline[i])
                && (mirroring[i] == Mirroring.NONE || state.acceptsMigration(firstPrimary[i], primary));
    }

    private boolean isFirst(int i, int node) {
        return node == firstPrimary[i] || node == firstSecondary[i];
    }

    private boolean isOpen(int i, int node) {
        return eligible[node]
                && (rules.crossGroups() || group[node] == group[firstPrimary[i]])
                && (isFirst(i, node) || !state.isOffline(node));
    }
}
