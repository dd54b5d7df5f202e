package org.ballast.planner.balance;

import java.util.Arrays;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate.Mirroring;
import org.ballast.model.Instance;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.model.rules.MoveRules;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.MoveKind;

/** Which moves the rules allow for each instance of a group, before it is asked whether a node can take it. */
public final class Neighbourhood {
    private final ClusterState state;
    private final MoveRules rules;
    private final boolean[] inGroup;
    private final Mirroring[] mirroring;
    private final int[] candidates;

    /** Takes the moment that moves start from, which may go on. */
    public Neighbourhood(ClusterState state, int group, MoveRules rules) {
        this.state = state;
        this.rules = rules;
        Scenario scenario = state.scenario();
        Cluster cluster = scenario.cluster();
        inGroup = new boolean[cluster.nodes().size()];
        for (int node : state.nodesOf(group)) {
            inGroup[node] = true;
        }
        mirroring = cluster.instances().stream()
                .map(Instance::template)
                .map(template -> template.mirroring())
                .toArray(Mirroring[]::new);
        candidates = Arrays.stream(state.instancesOf(group))
                .filter(scenario::isMovable)
                .toArray();
    }

    /** Returns the instances that may move at all, in order. */
    int[] instances() {
        return candidates;
    }

    /** Returns the kinds of moves that the instance may make now, as a set of {@link MoveKind#bit()}s. */
    public int kinds(int instance) {
        Placement placement = state.placement(instance);
        boolean primaryOffline = state.isOffline(placement.primary());
        if (rules.evacuationOnly() && !primaryOffline && !hasOfflineSecondary(instance, placement)) {
            return 0;
        }
        return switch (mirroring[instance]) {
            case NONE -> 0;
            case EXTERNAL -> rules.instanceMoves() ? MoveKind.FAILOVER_TO_ANY.bit() : 0;
            case INTERNAL -> mirroredKinds(placement, primaryOffline);
        };
    }

    private int mirroredKinds(Placement placement, boolean primaryOffline) {
        if (!placement.hasSecondary()) {
            return 0;
        }
        int secondary = placement.secondary();
        boolean canFailOver = rules.instanceMoves() && inGroup[secondary] && !state.isOffline(secondary);
        int kinds = canFailOver ? MoveKind.FAILOVER.bit() : 0;
        if (!rules.diskMoves()) {
            return kinds;
        }
        kinds |= MoveKind.REPLACE_SECONDARY.bit();
        if (!rules.instanceMoves() || (rules.restrictedMigration() && !primaryOffline)) {
            return kinds;
        }
        kinds |= MoveKind.REPLACE_AND_FAILOVER.bit();
        if (canFailOver) {
            kinds |= MoveKind.FAILOVER_AND_REPLACE.bit();
            if (!rules.restrictedMigration()) {
                kinds |= MoveKind.REPLACE_PRIMARY.bit();
            }
        }
        return kinds;
    }

    private boolean hasOfflineSecondary(int instance, Placement placement) {
        return mirroring[instance] == Mirroring.INTERNAL
                && placement.hasSecondary()
                && inGroup[placement.secondary()]
                && state.isOffline(placement.secondary());
    }
}
