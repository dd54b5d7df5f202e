package org.ballast.planner.place;

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
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;
import org.ballast.planner.state.Verdict;

/** Moves single instances away from their nodes, to where the score of the target group is lowest. */
final class Relocator {
    private final ClusterState state;
    private final boolean ignoreSoftErrors;
    private final Trial trial;
    private final Map<Integer, TargetChoice> choices = new HashMap<>();

    Relocator(ClusterState state, boolean ignoreSoftErrors) {
        this.state = state;
        this.ignoreSoftErrors = ignoreSoftErrors;
        trial = new Trial(state);
    }

    /**
     * Moves an instance.
     *
     * @param targets the nodes it may go to, all of this group
     */
    Relocation move(int i, EvacuationMode mode, int group, int[] targets) {
        Instance instance = state.instance(i);
        return switch (instance.template()) {
            case PLAIN, FILE -> stuck(i, new Relocation.Hindrance.Tied(instance.template()));
            case DRBD -> moveMirrored(i, mode, group, targets);
            case DISKLESS, SHARED_FILE, BLOCK, RBD, EXT, GLUSTER ->
                mode == EvacuationMode.SECONDARY_ONLY
                        ? stuck(i, new Relocation.Hindrance.NothingToChange(instance.template()))
                        : changeOneNode(i, group, targets);
        };
    }

    private Relocation moveMirrored(int i, EvacuationMode mode, int group, int[] targets) {
        if (mode == EvacuationMode.ALL && targets.length < 2) {
            return stuck(i, new Relocation.Hindrance.NoPair(boxed(targets), Optional.empty()));
        }
        if (!state.placement(i).hasSecondary()) {
            return stuck(i, new Relocation.Hindrance.SecondaryMissing());
        }
        return switch (mode) {
            case PRIMARY_ONLY -> failOver(i);
            case SECONDARY_ONLY -> changeOneNode(i, group, targets);
            case ALL -> changeBothNodes(i, group, targets);
        };
    }

    private static Relocation stuck(int i, Relocation.Hindrance hindrance) {
        return new Relocation.Stuck(i, hindrance);
    }

    private Relocation failOver(int i) {
        Move move = new Move.Failover(i);
        Verdict verdict = trial.move(move, ignoreSoftErrors);
        return verdict.accepted()
                ? commit(i, List.of(move))
                : stuck(i, new Relocation.Hindrance.FailoverRefused(verdict));
    }

    /** Changes the only node of the instance, or the secondary one of its two. */
    private Relocation changeOneNode(int i, int group, int[] targets) {
        boolean mirrored = state.instance(i).template() == DiskTemplate.DRBD;
        TargetChoice choice = choices.computeIfAbsent(
                group, g -> new TargetChoice(state, state.nodesOf(g), TargetChoice.Incomparable.LAST));
        if (choice.best(trial, targets, TargetChoice.NO_EXCEPTION, target -> attempt(i, mirrored, target))) {
            int chosen =
                    mirrored ? trial.placement().secondary() : trial.placement().primary();
            return commit(i, List.of(change(i, mirrored, chosen)));
        }
        List<Relocation.NodeVerdict> verdicts = new ArrayList<>();
        for (int target : targets) {
            verdicts.add(new Relocation.NodeVerdict(target, attempt(i, mirrored, target)));
        }
        return stuck(i, new Relocation.Hindrance.NoNode(verdicts));
    }

    private Verdict attempt(int i, boolean mirrored, int target) {
        return trial.move(change(i, mirrored, target), ignoreSoftErrors);
    }

    private static Move change(int i, boolean mirrored, int target) {
        return mirrored ? new Move.ReplaceSecondary(i, target) : new Move.FailoverToAny(i, target);
    }

    private Relocation changeBothNodes(int i, int group, int[] targets) {
        PairChange change = new PairChange(state, i, state.nodesOf(group), ignoreSoftErrors);
        Optional<List<Move>> moves = change.best(targets);
        if (moves.isEmpty()) {
            return stuck(i, new Relocation.Hindrance.NoPair(boxed(targets), change.lastRefusal()));
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

    private Relocation commit(int i, List<Move> moves) {
        state.commit(trial);
        return moved(i, moves);
    }

    private Relocation moved(int i, List<Move> moves) {
        choices.values().forEach(TargetChoice::refresh);
        return new Relocation.Moved(i, state.placement(i), moves);
    }
}
