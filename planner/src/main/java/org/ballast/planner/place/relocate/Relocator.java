package org.ballast.planner.place.relocate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ballast.model.DiskTemplate;
import org.ballast.model.EvacuationMode;
import org.ballast.model.Instance;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.planner.place.NodeFilter;
import org.ballast.planner.place.RuleFilter;
import org.ballast.planner.place.TargetChoice;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;
import org.ballast.planner.state.Verdict;

/** The relocation of single instances to where the score of the target group is lowest. */
final class Relocator {
    private final ClusterState state;
    private final boolean ignoreSoftErrors;
    private final Optional<RuleFilter> users;
    private final Trial trial;
    private final Map<Integer, TargetChoice> choices = new HashMap<>();

    /**
     * Prepares moves.
     *
     * @param users rules of users' own
     */
    Relocator(ClusterState state, boolean ignoreSoftErrors, Optional<RuleFilter> users) {
        this.state = state;
        this.users = users;
        this.ignoreSoftErrors = ignoreSoftErrors;
        trial = new Trial(state);
    }

    /**
     * Moves an instance.
     *
     * @param targets the nodes it may go to, all of this group
     */
    RelocationOutcome move(int i, EvacuationMode mode, int group, int[] targets) {
        if (users.isEmpty()) {
            return move(i, mode, group, targets, NodeFilter.NONE);
        }
        RelocationOutcome strictest = move(i, mode, group, targets, users.get().of(i));
        for (NodeFilter filter : easier(i)) {
            if (strictest instanceof RelocationOutcome.Stuck
                    && move(i, mode, group, targets, filter) instanceof RelocationOutcome.Moved moved) {
                return moved;
            }
        }
        return strictest;
    }

    /**
     * Returns what rules may be given up where nothing else is left: instances that shall be together could never leave
     * a node, one after another; an instance that leaves an offline node had better run against a rule than not at all.
     */
    private List<NodeFilter> easier(int i) {
        Placement from = state.placement(i);
        boolean isUrgent = ignoreSoftErrors
                || state.isOffline(from.primary())
                || (from.hasSecondary() && state.isOffline(from.secondary()));
        NodeFilter apart = users.orElseThrow().withoutTogether().of(i);
        return isUrgent ? List.of(apart, NodeFilter.NONE) : List.of(apart);
    }

    private RelocationOutcome move(int i, EvacuationMode mode, int group, int[] targets, NodeFilter filter) {
        Instance instance = state.instance(i);
        return switch (instance.template()) {
            case PLAIN, FILE -> stuck(i, new RelocationOutcome.Obstacle.Tied(instance.template()));
            case DRBD -> moveMirrored(i, mode, group, targets, filter);
            case DISKLESS, SHARED_FILE, BLOCK, RBD, EXT, GLUSTER ->
                mode == EvacuationMode.SECONDARY_ONLY
                        ? stuck(i, new RelocationOutcome.Obstacle.NothingToChange(instance.template()))
                        : changeOneNode(i, group, targets, filter);
        };
    }

    private RelocationOutcome moveMirrored(int i, EvacuationMode mode, int group, int[] targets, NodeFilter filter) {
        if (mode == EvacuationMode.ALL && targets.length < 2) {
            return stuck(i, new RelocationOutcome.Obstacle.NoPair(boxed(targets), Optional.empty()));
        }
        if (!state.placement(i).hasSecondary()) {
            return stuck(i, new RelocationOutcome.Obstacle.SecondaryMissing());
        }
        return switch (mode) {
            case PRIMARY_ONLY -> failOver(i, filter);
            case SECONDARY_ONLY -> changeOneNode(i, group, targets, filter);
            case ALL -> changeBothNodes(i, group, targets, filter);
        };
    }

    private static RelocationOutcome stuck(int i, RelocationOutcome.Obstacle hindrance) {
        return new RelocationOutcome.Stuck(i, hindrance);
    }

    private RelocationOutcome failOver(int i, NodeFilter filter) {
        Move move = new Move.Failover(i);
        Verdict verdict = filtered(trial.move(move, ignoreSoftErrors), move.to(state.placement(i)), filter);
        return verdict.accepted()
                ? commit(i, List.of(move))
                : stuck(i, new RelocationOutcome.Obstacle.FailoverRefused(verdict));
    }

    /** Changes the only node of the instance, or the secondary one of its two. */
    private RelocationOutcome changeOneNode(int i, int group, int[] targets, NodeFilter filter) {
        boolean mirrored = state.instance(i).template() == DiskTemplate.DRBD;
        TargetChoice choice = choices.computeIfAbsent(
                group, g -> new TargetChoice(state, state.nodesOf(g), TargetChoice.Incomparable.LAST));
        if (choice.best(trial, targets, TargetChoice.NO_EXCEPTION, target -> attempt(i, mirrored, target, filter))) {
            int chosen =
                    mirrored ? trial.placement().secondary() : trial.placement().primary();
            return commit(i, List.of(change(i, mirrored, chosen)));
        }
        List<RelocationOutcome.NodeVerdict> verdicts = new ArrayList<>();
        for (int target : targets) {
            verdicts.add(new RelocationOutcome.NodeVerdict(target, attempt(i, mirrored, target, filter)));
        }
        return stuck(i, new RelocationOutcome.Obstacle.NoNode(verdicts));
    }

    private Verdict attempt(int i, boolean mirrored, int target, NodeFilter filter) {
        Move move = change(i, mirrored, target);
        Verdict verdict = trial.move(move, ignoreSoftErrors);
        return users.isEmpty() ? verdict : filtered(verdict, move.to(state.placement(i)), filter);
    }

    private static Verdict filtered(Verdict verdict, Placement to, NodeFilter filter) {
        return verdict.accepted() && !filter.permits(to.primary(), to.secondary()) ? Verdict.EXCLUSION_TAG : verdict;
    }

    private static Move change(int i, boolean mirrored, int target) {
        return mirrored ? new Move.ReplaceSecondary(i, target) : new Move.FailoverToAny(i, target);
    }

    private RelocationOutcome changeBothNodes(int i, int group, int[] targets, NodeFilter filter) {
        PairReplacement change = new PairReplacement(state, i, state.nodesOf(group), ignoreSoftErrors, filter);
        Optional<List<Move>> moves = change.best(targets);
        if (moves.isEmpty()) {
            return stuck(i, new RelocationOutcome.Obstacle.NoPair(boxed(targets), change.lastRefusal()));
        }
        for (Move move : moves.get()) {
            trial.move(move, ignoreSoftErrors);
            state.commit(trial);
        }
        return moved(i, moves.get());
    }

    private static List<Integer> boxed(int[] targets) {
        return Arrays.stream(targets).boxed().toList();
    }

    private RelocationOutcome commit(int i, List<Move> moves) {
        state.commit(trial);
        return moved(i, moves);
    }

    private RelocationOutcome moved(int i, List<Move> moves) {
        choices.values().forEach(TargetChoice::refresh);
        return new RelocationOutcome.Moved(i, state.placement(i), moves);
    }
}
