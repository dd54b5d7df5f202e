package org.ballast.model.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ballast.model.DiskTemplate.Mirroring;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;

/**
 * Replays the jobs that an allocator answers with when instances shall leave their nodes or their group, in the order of
 * the answer, and reports every rule they break. Unlike a balancer they may move what nobody balances, and into groups
 * that were asked for.
 */
public final class JobChecker {
    private final Scenario scenario;
    private final Set<Integer> targetGroups;
    private final boolean softErrorsIgnored;
    private final CheckedCluster checked;

    /**
     * Makes a checker for one answer.
     *
     * @param scenario the state at the start
     * @param targetGroups groups that instances of others may go to
     * @param softErrorsIgnored whether soft rules (see {@link HostRefusal}) are waived
     */
    public JobChecker(Scenario scenario, Set<Integer> targetGroups, boolean softErrorsIgnored) {
        this.scenario = scenario;
        this.targetGroups = Set.copyOf(targetGroups);
        this.softErrorsIgnored = softErrorsIgnored;
        checked = new CheckedCluster(scenario);
    }

    /** Makes a move and returns what speaks against it. One that makes no sense is not made. */
    public List<Refusal> make(Move move) {
        StepRules rules = new StepRules(scenario, checked);
        Plan.Step step = new Plan.Step(move, checked.placement(move.instance()), 0);
        Optional<Refusal> nonsense = rules.nonsense(step);
        if (nonsense.isPresent()) {
            return List.of(nonsense.get());
        }
        List<Refusal> refusals = new ArrayList<>();
        for (MoveRefusal refusal : rules.forbidden(move)) {
            if (!isExcused(refusal, move)) {
                refusals.add(refusal);
            }
        }
        refusals.addAll(new MoveTrial(scenario, checked, softErrorsIgnored, move.instance()).make(move));
        return refusals;
    }

    private boolean isExcused(MoveRefusal refusal, Move move) {
        return switch (refusal) {
            case MoveRefusal.Unmovable(int instance) ->
                checked.guest(instance).instance().template().mirroring() != Mirroring.NONE;
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
        return checked.placement(instance);
    }
}
