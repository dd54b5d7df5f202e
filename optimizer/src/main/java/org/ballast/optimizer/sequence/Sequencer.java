package org.ballast.optimizer.sequence;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ballast.model.Cluster;
import org.ballast.model.Group;
import org.ballast.model.Instance;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Score;
import org.ballast.planner.score.GroupScores;
import org.ballast.planner.state.ClusterState;

/**
 * A search for real moves that lead instances to where they should be.
 *
 * <p>Each instance goes by the route with the fewest copies. The next one is always that which gains most for what it
 * costs, among those that nodes and rules let go now; so a plan that stops half way has the better half. Where all that
 * are left block each other, {@link Detours} look for one that can wait elsewhere, or arrive in part. An instance that
 * cannot arrive stays behind. At the end the list is cut where the score was lowest: without those that stay behind,
 * what others made room for may be worth nothing.
 */
public final class Sequencer {
    /** So many times targets are reduced to what can be reached. */
    private static final int ATTEMPTS = 4;

    private final ClusterState state;
    private final SequenceRules rules;
    private final boolean[] inGroups;
    private final GroupScores scores;

    /**
     * Prepares a sequence; running it changes the state.
     *
     * @param groups the groups whose instances may move; the score is the sum of theirs
     */
    public Sequencer(ClusterState state, int[] groups, SequenceRules rules) {
        this.state = state;
        this.rules = rules;
        scores = new GroupScores(state, groups);
        inGroups = new boolean[state.scenario().cluster().nodes().size()];
        for (int group : groups) {
            for (int node : state.nodesOf(group)) {
                inGroups[node] = true;
            }
        }
    }

    /**
     * Runs to the end; the state is then the end state.
     *
     * @param targets where each instance should be, by its index
     */
    public Sequence run(Placement[] targets) {
        Score before = scores.score();
        MoveSequence moveSequence = new MoveSequence(state, scores, rules);
        if (!Double.isNaN(before.total())) {
            search(moveSequence, targets.clone());
        }
        List<Integer> abandoned = differing(targets).boxed().toList();
        return new Sequence(before, moveSequence.steps(), scores.score(), moveSequence.cost(), abandoned);
    }

    /**
     * Tries to reach the targets, and where some stay behind, what is left of the targets without those that were moved
     * only for the sake of the others.
     */
    private void search(MoveSequence moveSequence, Placement[] targets) {
        Placement[] wanted = targets;
        SequenceQuality best = moveSequence.standing();
        List<Plan.Step> bestSteps = List.of();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            moveSequence(moveSequence, wanted);
            boolean arrived = differing(wanted).findAny().isEmpty();
            Placement[] reduced =
                    arrived ? wanted : new FutileMoves(state, scores, moveSequence.book()).reduce(moveSequence.steps());
            moveSequence.truncateToBest();
            if (moveSequence.standing().isBetterThan(best)) {
                best = moveSequence.standing();
                bestSteps = moveSequence.steps();
            }
            if (arrived || Arrays.equals(wanted, reduced)) {
                break;
            }
            moveSequence.truncateTo(0);
            wanted = reduced;
        }
        if (moveSequence.standing().isBetterThan(best) || best.isBetterThan(moveSequence.standing())) {
            moveSequence.truncateTo(0);
            moveSequence.repeat(bestSteps);
        }
    }

    private IntStream differing(Placement[] targets) {
        return IntStream.range(0, targets.length).filter(i -> !targets[i].equals(state.placement(i)));
    }

    private void moveSequence(MoveSequence moveSequence, Placement[] targets) {
        int[] sound = differing(targets).filter(i -> isSound(i, targets[i])).toArray();
        Routes routes = new Routes(state, rules);
        PendingMoves pending = new PendingMoves(state, scores, routes, targets, sound);
        boolean isFew = sound.length <= OrderSearch.FEW;
        if (!isFew || !new OrderSearch(state, moveSequence, pending, routes, sound).take()) {
            moveSequence(moveSequence, pending, routes, new Detours(state, moveSequence, pending, routes));
        }
    }

    private void moveSequence(MoveSequence moveSequence, PendingMoves pending, Routes routes, Detours detours) {
        OptionalInt next = pending.next();
        while (next.isPresent()) {
            int i = next.getAsInt();
            Placement from = state.placement(i);
            List<Route> cheapest = routes.cheapest(i, from, pending.target(i));
            BitSet alone = new BitSet();
            alone.set(i);
            if (cheapest.isEmpty() || !moveSequence.affords(cheapest.getFirst().cost(), alone)) {
                pending.finish(i);
            } else {
                Optional<Route> open = cheapest.stream()
                        .filter(route -> moveSequence.permits(route.moves()))
                        .findFirst();
                if (open.isPresent()) {
                    moveSequence.take(open.get());
                    pending.moved(i, from);
                } else {
                    pending.postpone(i);
                }
            }
            next = pending.next();
            if (next.isEmpty() && detours.take()) {
                next = pending.next();
            }
        }
    }

    /** Returns whether the instance may move at all and may be there. */
    private boolean isSound(int i, Placement target) {
        boolean movable = state.scenario().isMovable(i)
                || (rules.offlineMoves() && state.scenario().isMovableOffline(i));
        Placement now = state.placement(i);
        boolean leaves = !rules.moves().evacuationOnly()
                || state.isOffline(now.primary())
                || (now.hasSecondary() && state.isOffline(now.secondary()));
        return movable
                && leaves
                && inGroups[now.primary()]
                && inGroups[target.primary()]
                && target.hasSecondary() == now.hasSecondary()
                && isSoundGroup(i, now, target);
    }

    private boolean isSoundGroup(int i, Placement now, Placement target) {
        int group = state.groupOf(target.primary());
        boolean whole = !target.hasSecondary() || state.groupOf(target.secondary()) == group;
        return whole && (group == state.groupOf(now.primary()) || (rules.crossGroups() && accepts(group, i, target)));
    }

    private boolean accepts(int group, int i, Placement target) {
        Cluster cluster = state.scenario().cluster();
        Instance instance = cluster.instances().get(i);
        Group home = cluster.groups().get(group);
        return home.networks().containsAll(instance.networks())
                && home.policy()
                        .accepts(
                                instance,
                                cluster.nodes().get(target.primary()).spindles().exclusive());
    }
}
