package org.ballast.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ballast.checker.Allowance;
import org.ballast.checker.MoveChecker;
import org.ballast.checker.MoveRefusal;
import org.ballast.checker.Prohibition;
import org.ballast.checker.Refusal;
import org.ballast.model.DiskTemplate.Mirroring;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.model.rules.MoveRules;

/**
 * The checker of an allocator's jobs that move instances off their nodes or out of their group: replays them in the
 * order of the answer, and reports every rule they break. Unlike a balancer they may move what nobody balances, and
 * into groups that were asked for.
 */
public final class JobChecker {
    private final Scenario scenario;
    private final Set<Integer> targetGroups;
    private final MoveChecker moves;

    /**
     * Makes a checker for one answer.
     *
     * @param scenario the state at the start
     * @param targetGroups groups that instances of others may go to
     * @param ignoreSoftErrors whether soft rules are waived
     */
    public JobChecker(Scenario scenario, Set<Integer> targetGroups, boolean ignoreSoftErrors) {
        this.scenario = scenario;
        this.targetGroups = Set.copyOf(targetGroups);
        MoveRules rules = new MoveRules(true, true, false, false, ignoreSoftErrors);
        moves = new MoveChecker(scenario, Allowance.FOR_ROOM.with(rules));
    }

    /** Makes a move and returns what speaks against it. One that makes no sense is not made. */
    public List<Refusal> make(Move move) {
        List<Refusal> refusals = new ArrayList<>(moves.make(move));
        refusals.removeIf(refusal -> refusal instanceof MoveRefusal ofMove && isExcused(ofMove, move));
        return refusals;
    }

    private boolean isExcused(MoveRefusal refusal, Move move) {
        return switch (refusal) {
            case MoveRefusal.Prohibited(int instance, Prohibition _) ->
                scenario.cluster().instances().get(instance).template().mirroring() != Mirroring.NONE;
            case MoveRefusal.OtherGroup(int _, int node) ->
                targetGroups.contains(scenario.cluster().nodes().get(node).group());
            // A drained node may still run what it has a copy of, and there is no other node to fail over to.
            case MoveRefusal.OfflineTarget _ -> move instanceof Move.Failover;
            case MoveRefusal.OfflineSource _,
                    MoveRefusal.UnknownInstance _,
                    MoveRefusal.UnknownNode _,
                    MoveRefusal.Misplaced _,
                    MoveRefusal.WrongKind _,
                    MoveRefusal.NoSecondary _,
                    MoveRefusal.AlreadyThere _,
                    MoveRefusal.MigrationTag _ -> false;
        };
    }

    /** Returns where the instance is by now. */
    public Placement placement(int instance) {
        return moves.placement(instance);
    }
}
