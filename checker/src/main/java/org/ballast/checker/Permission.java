package org.ballast.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ballast.model.DiskTemplate.Mirroring;
import org.ballast.model.Instance;
import org.ballast.model.Move;
import org.ballast.model.Node;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.model.rules.MoveRules;

/**
 * The user's options on which instances move and how, read once more from the manual.
 *
 * <p>Source: hbal(1) of Ganeti 3.0, on {@code --no-disk-moves}, {@code --no-instance-moves}, {@code
 * --restricted-migration}, {@code --evac-mode}, {@code --select-instances} and {@code --exclude-instances};
 * gnt-instance(8) on {@code auto_balance}. The list of instances that {@code --evac-mode} moves is made at the start:
 * what has left an offline node may move on.
 *
 * @param scenario the state at the start
 * @param groups the groups whose instances may move
 * @param allowance what the user allowed
 */
record Permission(Scenario scenario, Set<Integer> groups, Allowance allowance) {

    /** Returns everything that forbids a move of an instance that is there. */
    List<Prohibition> prohibitions(Move move, Placement from) {
        List<Prohibition> found = new ArrayList<>(ofInstance(move.instance()));
        found.addAll(ofKind(move, from));
        return found;
    }

    /** Returns why the instance must stay where it was at the start. */
    private List<Prohibition> ofInstance(int index) {
        Instance instance = scenario.cluster().instances().get(index);
        Placement home = instance.placement();
        List<Prohibition> found = new ArrayList<>();
        if (!mayBeOfKind(instance)) {
            found.add(Prohibition.TEMPLATE);
        }
        if (instance.forthcoming() && instance.template().mirroring() == Mirroring.NONE) {
            found.add(Prohibition.FORTHCOMING);
        }
        if (!instance.autoBalance()) {
            found.add(Prohibition.AUTO_BALANCE);
        }
        if (scenario.pinned().contains(index)) {
            found.add(Prohibition.NOT_SELECTED);
        }
        if (home.primary() == home.secondary()) {
            found.add(Prohibition.ONE_NODE);
        }
        if (home.hasSecondary()
                && node(home.primary()).group() != node(home.secondary()).group()) {
            found.add(Prohibition.SPLIT);
        }
        if (!groups.contains(node(home.primary()).group())) {
            found.add(Prohibition.GROUP);
        }
        if (allowance.moves().evacuationOnly() && !hasOfflineNode(home)) {
            found.add(Prohibition.NOT_EVACUATED);
        }
        return found;
    }

    /** Diskless instances are left where they are; what has its disks on one node alone has to be shut down to move. */
    private boolean mayBeOfKind(Instance instance) {
        return switch (instance.template()) {
            case DRBD, SHARED_FILE, BLOCK, RBD, EXT, GLUSTER -> true;
            case PLAIN, FILE -> allowance.offlineMoves();
            case DISKLESS -> false;
        };
    }

    private static boolean copiesDisks(Move move) {
        return switch (move) {
            case Move.Failover _, Move.FailoverToAny _ -> false;
            case Move.ReplaceSecondary _,
                    Move.ReplacePrimary _,
                    Move.ReplaceAndFailover _,
                    Move.FailoverAndReplace _,
                    Move.OfflineMove _ -> true;
        };
    }

    private static boolean changesRunner(Move move) {
        return switch (move) {
            case Move.ReplaceSecondary _ -> false;
            case Move.Failover _,
                    Move.FailoverToAny _,
                    Move.ReplacePrimary _,
                    Move.ReplaceAndFailover _,
                    Move.FailoverAndReplace _,
                    Move.OfflineMove _ -> true;
        };
    }

    private List<Prohibition> ofKind(Move move, Placement from) {
        MoveRules rules = allowance.moves();
        List<Prohibition> found = new ArrayList<>();
        if (!rules.diskMoves() && copiesDisks(move)) {
            found.add(Prohibition.DISK_MOVES);
        }
        if (!rules.instanceMoves() && changesRunner(move)) {
            found.add(Prohibition.INSTANCE_MOVES);
        }
        if (rules.restrictedMigration() && isRestricted(move, from)) {
            found.add(Prohibition.MIGRATION);
        }
        return found;
    }

    /** A primary node that is replaced takes part in a migration back, from its online secondary node. */
    private boolean isRestricted(Move move, Placement from) {
        return switch (move) {
            case Move.ReplacePrimary _ -> true;
            case Move.ReplaceAndFailover _, Move.FailoverAndReplace _ ->
                !node(from.primary()).isOffline();
            case Move.Failover _, Move.FailoverToAny _, Move.ReplaceSecondary _, Move.OfflineMove _ -> false;
        };
    }

    private boolean hasOfflineNode(Placement placement) {
        return node(placement.primary()).isOffline()
                || (placement.hasSecondary() && node(placement.secondary()).isOffline());
    }

    private Node node(int index) {
        return scenario.cluster().nodes().get(index);
    }
}
