package org.ballast.mobility;

import java.util.Optional;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.model.rules.MoveRules;
import org.ballast.planner.state.ClusterState;

/** Finds out what holds instances wherever they might go: their kind, their owner, the user, or nodes that are offline. */
public final class Hindrances {
    private final ClusterState state;
    private final Scenario scenario;
    private final MobilityRules rules;
    private final MoveRules moves;

    /** Takes the moment that is asked about, and what is allowed. */
    public Hindrances(ClusterState state, MobilityRules rules) {
        this.state = state;
        this.rules = rules;
        scenario = state.scenario();
        moves = rules.moves();
    }

    /** Returns what holds an instance, if anything does. */
    public Optional<Hindrance> of(int index) {
        Instance instance = scenario.cluster().instances().get(index);
        Placement placement = state.placement(index);
        return ofItself(index, instance, placement)
                .or(() -> ofItsDisks(instance, placement))
                .or(() -> moves.evacuationOnly() && !hasOfflineNode(placement)
                        ? Optional.of(Hindrance.HEALTHY)
                        : Optional.empty())
                .or(() -> ofOptions(instance, placement));
    }

    private Optional<Hindrance> ofItself(int index, Instance instance, Placement placement) {
        Cluster cluster = scenario.cluster();
        if (rules.wholePlan() && instance.forthcoming()) {
            return Optional.of(Hindrance.FORTHCOMING);
        }
        if (rules.held().contains(index)) {
            return Optional.of(Hindrance.RULE);
        }
        if (rules.leftOut().contains(placement.primary()) || rules.leftOut().contains(placement.secondary())) {
            return Optional.of(Hindrance.LEFT_OUT);
        }
        if (scenario.pinned().contains(index)) {
            return Optional.of(Hindrance.EXCLUDED);
        }
        if (!instance.autoBalance()) {
            return Optional.of(Hindrance.UNWILLING);
        }
        if (cluster.isSplit(instance)) {
            return Optional.of(Hindrance.SPLIT);
        }
        return placement.primary() == placement.secondary() ? Optional.of(Hindrance.SAME_NODE) : Optional.empty();
    }

    private Optional<Hindrance> ofItsDisks(Instance instance, Placement placement) {
        if (rules.wholePlan() && !instance.template().hasSecondary() && placement.hasSecondary()) {
            return Optional.of(Hindrance.SECONDARY_UNUSED);
        }
        return switch (instance.template().mirroring()) {
            case NONE ->
                state.isOffline(placement.primary())
                        ? Optional.of(Hindrance.DISKS_OFFLINE)
                        : rules.offlineMoves() ? Optional.empty() : Optional.of(Hindrance.ONE_COPY);
            case EXTERNAL -> instance.template().isBalanced() ? Optional.empty() : Optional.of(Hindrance.DISKLESS);
            case INTERNAL -> placement.hasSecondary() ? Optional.empty() : Optional.of(Hindrance.NO_SECONDARY);
        };
    }

    private Optional<Hindrance> ofOptions(Instance instance, Placement placement) {
        return switch (instance.template().mirroring()) {
            case NONE ->
                moves.diskMoves() && moves.instanceMoves() ? Optional.empty() : Optional.of(Hindrance.NO_OFFLINE_MOVES);
            case EXTERNAL -> {
                if (!moves.instanceMoves()) {
                    yield Optional.of(Hindrance.NO_INSTANCE_MOVES);
                }
                yield isRestricted(placement) ? Optional.of(Hindrance.RESTRICTED) : Optional.empty();
            }
            case INTERNAL -> ofMirrorOptions(placement);
        };
    }

    private Optional<Hindrance> ofMirrorOptions(Placement placement) {
        boolean primaryOffline = state.isOffline(placement.primary());
        boolean secondaryOffline = state.isOffline(placement.secondary());
        if (rules.wholePlan() && primaryOffline && secondaryOffline) {
            return Optional.of(Hindrance.BOTH_OFFLINE);
        }
        if (!moves.diskMoves()) {
            if (!moves.instanceMoves()) {
                return Optional.of(Hindrance.NO_MOVES);
            }
            if (isRestricted(placement)) {
                return Optional.of(Hindrance.RESTRICTED);
            }
            return secondaryOffline ? Optional.of(Hindrance.NO_DISK_MOVES) : Optional.empty();
        }
        return rules.wholePlan() && primaryOffline && !moves.instanceMoves()
                ? Optional.of(Hindrance.NO_INSTANCE_MOVES)
                : Optional.empty();
    }

    /** Single steps may fail over all the same. */
    private boolean isRestricted(Placement placement) {
        return rules.wholePlan() && moves.restrictedMigration() && !state.isOffline(placement.primary());
    }

    private boolean hasOfflineNode(Placement placement) {
        return state.isOffline(placement.primary())
                || (placement.hasSecondary() && state.isOffline(placement.secondary()));
    }
}
