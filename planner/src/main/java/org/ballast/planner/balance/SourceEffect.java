package org.ballast.planner.balance;

import java.util.Arrays;
import org.ballast.planner.score.MoveEstimate;
import org.ballast.planner.score.SpreadTable;
import org.ballast.planner.state.Admission;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.MoveKind;
import org.ballast.planner.state.NodeLedger;

/**
 * The effect of a move on the nodes that the instance leaves or on which it changes its role. This is the same for
 * every target, but for one thing: the reserved memory of a node that becomes (or stays) the secondary may depend on
 * which node the new primary is. It is taken as if the new primary had no other instance with its secondary there.
 */
final class SourceEffect {
    /** A node that no instance has. */
    private static final int NOBODY = -2;

    private final ClusterState state;
    private final MoveEstimate estimate;
    private final SpreadTable spread;
    private final Admission admission;
    private final boolean ignoreSoftErrors;

    /** The old primary node without the instance. */
    final NodeLedger primary;
    /** The old secondary node without the instance. */
    final NodeLedger secondary;

    /** Change of the sum of squares, by column. */
    final double[] squares;
    /** Change of the sum, by column. */
    final double[] sum;
    /** Rise of the rows that are sums over nodes. */
    double linear;

    private int instance;
    private int primaryNode;
    private int secondaryNode;
    private boolean ignoreSoftForPrimary;
    private boolean ignoreSoftForSecondary;

    SourceEffect(ClusterState state, MoveEstimate estimate, boolean ignoreSoftErrors) {
        this.state = state;
        this.estimate = estimate;
        this.ignoreSoftErrors = ignoreSoftErrors;
        spread = estimate.spread;
        admission = new Admission(state.nodes, state.instances);
        primary = new NodeLedger(state.nodes, state.instances, 0);
        secondary = new NodeLedger(state.nodes, state.instances, 0);
        squares = new double[spread.columns];
        sum = new double[spread.columns];
    }

    /** Turns to an instance. */
    void begin(int i) {
        instance = i;
        primaryNode = state.primary[i];
        secondaryNode = state.secondary[i];
        primary.copyFrom(state.ledgers[primaryNode]);
        primary.removePrimary(i, state.locationFaults[i]);
        ignoreSoftForPrimary = ignoreSoftErrors || state.nodes.offline[primaryNode];
        if (secondaryNode >= 0) {
            secondary.copyFrom(state.ledgers[secondaryNode]);
            secondary.removeSecondary(i, primaryNode);
            ignoreSoftForSecondary = ignoreSoftErrors || state.nodes.offline[secondaryNode];
        }
    }

    /** Returns whether the nodes left allow this kind of move, and if so works out what it does to them. */
    boolean turnTo(MoveKind kind) {
        Arrays.fill(squares, 0);
        Arrays.fill(sum, 0);
        linear = 0;
        // Shared failure domains depend on the target, and count there.
        int faults = 0;
        switch (kind) {
            case REPLACE_SECONDARY -> {
                // The instance stays, yet must fit again: an over-full node cannot change even its secondary.
                if (!admission.primary(primary, instance, true).accepted()) {
                    return false;
                }
                primary.addPrimary(instance, faults);
                change(primary, 0, 0);
                change(secondary, 0, -1);
                primary.removePrimary(instance, faults);
            }
            case REPLACE_AND_FAILOVER -> {
                if (!takesSecondary(primary, kind)) {
                    return false;
                }
                primary.addSecondary(instance, NOBODY);
                change(primary, -1, 1);
                change(secondary, 0, -1);
                primary.removeSecondary(instance, NOBODY);
            }
            case REPLACE_PRIMARY -> {
                if (!hostsMeanwhile() || !takesSecondary(secondary, kind)) {
                    return false;
                }
                secondary.addSecondary(instance, NOBODY);
                change(primary, -1, 0);
                change(secondary, 0, 0);
                secondary.removeSecondary(instance, NOBODY);
            }
            case FAILOVER_AND_REPLACE -> {
                if (!hostsMeanwhile()) {
                    return false;
                }
                secondary.addPrimary(instance, faults);
                change(primary, -1, 0);
                change(secondary, 1, -1);
                secondary.removePrimary(instance, faults);
            }
            case FAILOVER_TO_ANY -> change(primary, -1, 0);
            case FAILOVER -> throw new IllegalArgumentException("a failover has no target to be weighed");
        }
        return true;
    }

    private boolean hostsMeanwhile() {
        return state.nodes.acceptsMigration(primaryNode, secondaryNode)
                && admission.primary(secondary, instance, ignoreSoftForPrimary).accepted();
    }

    private boolean takesSecondary(NodeLedger ledger, MoveKind kind) {
        return admission
                .secondary(ledger, instance, NOBODY, false, isSourceWaived(kind))
                .accepted();
    }

    private void change(NodeLedger after, int asPrimary, int asSecondary) {
        NodeLedger before = state.ledgers[after.node];
        linear += estimate.linearRise(before, after);
        int k = estimate.position(after.node);
        if (k < 0) {
            return;
        }
        for (int c = 0; c < spread.columns; c++) {
            double demand = c == spread.reserved
                    ? after.reservedMemory - before.reservedMemory
                    : asPrimary * spread.asPrimary[c][instance] + asSecondary * spread.asSecondary[c][instance];
            double change = demand * spread.scale[c][k];
            squares[c] += change * (2 * spread.y[c][k] + change);
            sum[c] += change;
        }
    }

    /** Returns whether the target's soft checks are waived: whatever is left is worse. */
    boolean isTargetWaived(MoveKind kind) {
        return switch (kind) {
            case REPLACE_SECONDARY -> ignoreSoftForSecondary;
            case REPLACE_AND_FAILOVER -> ignoreSoftErrors;
            case REPLACE_PRIMARY, FAILOVER_AND_REPLACE, FAILOVER_TO_ANY, FAILOVER -> ignoreSoftForPrimary;
        };
    }

    /** Returns whether the soft checks of the node that becomes or stays the secondary are waived. */
    boolean isSourceWaived(MoveKind kind) {
        return kind == MoveKind.REPLACE_AND_FAILOVER ? ignoreSoftForSecondary : ignoreSoftForPrimary;
    }

    /** Returns whether the instance may migrate to the target from where it runs before the last hop. */
    boolean acceptsMigration(MoveKind kind, int target) {
        int from = kind == MoveKind.REPLACE_PRIMARY ? secondaryNode : primaryNode;
        return !kind.targetBecomesPrimary() || state.nodes.acceptsMigration(from, target);
    }

    /** Returns how many failure domains the instance's nodes share, and locations it misses, because of the target. */
    int locationFaults(MoveKind kind, int target) {
        int missed = kind.targetBecomesPrimary()
                ? state.instances.missedLocations(instance, state.nodes.locationTags[target])
                : 0;
        return switch (kind) {
            case REPLACE_SECONDARY ->
                state.nodes.offline[primaryNode] ? 0 : state.nodes.sharedLocations(primaryNode, target);
            case REPLACE_AND_FAILOVER -> missed + state.nodes.sharedLocations(primaryNode, target);
            case REPLACE_PRIMARY -> missed + state.nodes.sharedLocations(secondaryNode, target);
            case FAILOVER_AND_REPLACE -> state.nodes.sharedLocations(secondaryNode, target);
            case FAILOVER_TO_ANY -> missed + state.locationFaults[instance];
            case FAILOVER -> throw new IllegalArgumentException("a failover has no target to be weighed");
        };
    }

    /** Returns the node whose failure the target must stand if it becomes the secondary. */
    int partner(MoveKind kind) {
        return kind == MoveKind.FAILOVER_AND_REPLACE ? secondaryNode : primaryNode;
    }
}
