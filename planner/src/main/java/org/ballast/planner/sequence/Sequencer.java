package org.ballast.planner.sequence;

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
import org.ballast.planner.state.ClusterState;

/**
 * Finds real moves that lead instances to where they should be.
 *
 * <p>Each instance goes by the route with the fewest copies. The next one is always that which gains most for what it
 * costs, among those that nodes and rules let go now; so whoever stops half way has the better half. Where all that are
 * left block each other, {@link Detours} look for one that can wait elsewhere, or arrive in part. Who cannot arrive stays
 * behind. At the end the list is cut where the score was lowest: without those that stay behind, what others made room
 * for may be worth nothing.
 */
public final class Sequencer {
    /** So many times targets are reduced to what can be reached. */
    private static final int ATTEMPTS = 4;

    private final ClusterState state;
    private final SequenceRules rules;
    private final boolean[] inGroups;
    private final Scores scores;

    /**
     * Prepares a sequence; running it changes the state.
     *
     * @param groups the groups whose instances may move; the score is the sum of theirs
     */
    public Sequencer(ClusterState state, int[] groups, SequenceRules rules) {
        this.state = state;
        this.rules = rules;
        scores = new Scores(state, groups);
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
        Walk walk = new Walk(state, scores, rules);
        if (!Double.isNaN(before.total())) {
            search(walk, targets.clone());
        }
        List<Integer> abandoned = differing(targets).boxed().toList();
        return new Sequence(before, walk.steps(), scores.score(), walk.cost(), abandoned);
    }

    /**
     * Tries to reach the targets, and where some stay behind, what is left of the targets without those that were moved
     * only for the sake of the others.
     */
    private void search(Walk walk, Placement[] targets) {
        Placement[] wanted = targets;
        Standing best = walk.standing();
        List<Plan.Step> bestSteps = List.of();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            walk(walk, wanted);
            boolean arrived = differing(wanted).findAny().isEmpty();
            Placement[] reduced = arrived ? wanted : new Reducer(state, scores, walk.book()).reduce(walk.steps());
            walk.cutToBest();
            if (walk.standing().isBetterThan(best)) {
                best = walk.standing();
                bestSteps = walk.steps();
            }
            if (arrived || Arrays.equals(wanted, reduced)) {
                break;
            }
            walk.cutTo(0);
            wanted = reduced;
        }
        if (walk.standing().isBetterThan(best) || best.isBetterThan(walk.standing())) {
            walk.cutTo(0);
            walk.repeat(bestSteps);
        }
    }

    private IntStream differing(Placement[] targets) {
        return IntStream.range(0, targets.length).filter(i -> !targets[i].equals(state.placement(i)));
    }

    private void walk(Walk walk, Placement[] targets) {
        int[] sound = differing(targets).filter(i -> isSound(i, targets[i])).toArray();
        Routes routes = new Routes(state, rules);
        Wishes wishes = new Wishes(state, scores, routes, targets, sound);
        boolean isFew = sound.length <= Orders.FEW;
        if (!isFew || !new Orders(state, walk, wishes, routes, sound).take()) {
            walk(walk, wishes, routes, new Detours(state, walk, wishes, routes));
        }
    }

    private void walk(Walk walk, Wishes wishes, Routes routes, Detours detours) {
        OptionalInt next = wishes.next();
        while (next.isPresent()) {
            int i = next.getAsInt();
            Placement from = state.placement(i);
            List<Route> cheapest = routes.cheapest(i, from, wishes.target(i));
            BitSet alone = new BitSet();
            alone.set(i);
            if (cheapest.isEmpty() || !walk.affords(cheapest.getFirst().cost(), alone)) {
                wishes.settle(i);
            } else {
                Optional<Route> open = cheapest.stream()
                        .filter(route -> walk.permits(route.moves()))
                        .findFirst();
                if (open.isPresent()) {
                    walk.take(open.get());
                    wishes.moved(i, from);
                } else {
                    wishes.postpone(i);
                }
            }
            next = wishes.next();
            if (next.isEmpty() && detours.take()) {
                next = wishes.next();
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
                        .accepts(instance, cluster.nodes().get(target.primary()).exclusiveStorage());
    }
}
