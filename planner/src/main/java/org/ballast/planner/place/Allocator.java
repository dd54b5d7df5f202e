package org.ballast.planner.place;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.ballast.model.InstancePolicy;
import org.ballast.model.Node;
import org.ballast.model.Placement;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.PairKinds;
import org.ballast.planner.state.PairScore;
import org.ballast.planner.state.ScoreSheet;
import org.ballast.planner.state.Trial;
import org.ballast.planner.state.Verdict;

/**
 * Finds nodes for an instance: of all choices that the rules permit, the one after which the cluster's score is lowest
 * and any one node could still fail. There is only this one placement; whoever asks how much fits asks here.
 */
public final class Allocator {
    private final ClusterState state;
    private final int[] scored;
    private final boolean ignoreSoftErrors;
    private final Optional<CapacityCheck> capacity;

    /**
     * Prepares searches in the present state.
     *
     * @param scored the nodes over which the score is taken, in ascending order
     * @param capacity what must hold after the choice; nothing to leave it unchecked
     */
    public Allocator(ClusterState state, int[] scored, boolean ignoreSoftErrors, Optional<CapacityCheck> capacity) {
        this.state = state;
        this.scored = scored.clone();
        this.ignoreSoftErrors = ignoreSoftErrors;
        this.capacity = capacity;
    }

    /** Searches nodes for an instance that is nowhere; the state stays as it is. */
    public Allocation allocate(int i, Targets targets) {
        return switch (targets) {
            case Targets.Single single -> onOne(i, single.nodes());
            case Targets.Pairs pairs -> onTwo(i, pairs);
        };
    }

    private Allocation onOne(int i, List<Integer> nodes) {
        Allocation.Tally tally = new Allocation.Tally();
        ScoreSheet sheet = new ScoreSheet(state, scored);
        Trial trial = new Trial(state);
        int[] accepted = new int[nodes.size()];
        double[] scores = new double[nodes.size()];
        int count = 0;
        for (int node : nodes) {
            Verdict verdict = policy(i, node);
            if (verdict.accepted()) {
                verdict = trial.allocate(i, node, Placement.NONE, ignoreSoftErrors);
            }
            if (verdict.accepted()) {
                accepted[count] = node;
                scores[count++] = sheet.totalAfter(trial);
            } else {
                tally.refuse(verdict, 1);
            }
        }
        settle(tally, scores, count, at -> Placement.on(accepted[at]), i);
        return tally.result();
    }

    private Allocation onTwo(int i, Targets.Pairs pairs) {
        if (pairs.primaries().equals(pairs.secondaries()) && PairKinds.applyTo(state, i)) {
            PairKinds kinds = new PairKinds(state, pairs.primaries(), i);
            if (!kinds.isPointless()) {
                Optional<Allocation> found = new KindSearch(kinds, score(i)).search(node -> policy(i, node));
                // The capacity check tells apart pairs that are alike in all else.
                if (found.isPresent()
                        && (capacity.isEmpty() || found.get().best().isEmpty())) {
                    return found.get();
                }
            }
        }
        return pairByPair(i, pairs);
    }

    /** Weighs each pair, one after another. */
    Allocation pairByPair(int i, Targets.Pairs pairs) {
        Allocation.Tally tally = new Allocation.Tally();
        PairScore score = score(i);
        double[] scores = new double[state.scenario().cluster().nodes().size()];
        int[] accepted = new int[scores.length];
        for (int primary : pairs.primaries()) {
            Verdict first = policy(i, primary);
            if (first.accepted()) {
                first = score.primary(primary);
            }
            int count = 0;
            for (int secondary : pairs.secondaries()) {
                if (secondary == primary || state.groupOf(secondary) != state.groupOf(primary)) {
                    continue;
                }
                if (!first.accepted()) {
                    tally.refuse(first, 1);
                    continue;
                }
                PairScore.Secondary second = score.secondary(secondary);
                if (second.verdict().accepted()) {
                    accepted[count] = secondary;
                    scores[count++] = score.score(second);
                } else {
                    tally.refuse(second.verdict(), 1);
                }
            }
            settle(tally, scores, count, at -> new Placement(primary, accepted[at]), i);
        }
        return tally.result();
    }

    /** Takes the candidate with the lowest score that keeps the cluster redundant, and refuses those before it. */
    private void settle(Allocation.Tally tally, double[] scores, int count, IntFunction<Placement> candidates, int i) {
        BestFirst order = new BestFirst(scores, count);
        while (!order.isEmpty()) {
            int left = order.size();
            int best = order.next();
            Placement placement = candidates.apply(best);
            if (capacity.isEmpty() || capacity.get().holdsAfter(i, placement.primary(), placement.secondary())) {
                tally.offer(new Allocation.Choice(placement, new Worth.Score(scores[best])));
                tally.accept(left);
                return;
            }
            tally.refuse(Verdict.REDUNDANCY, 1);
        }
    }

    private PairScore score(int i) {
        return new PairScore(state, scored, i, ignoreSoftErrors);
    }

    /** Returns what the policy of the node's group says about the instance. */
    static Verdict policy(ClusterState state, int i, int index) {
        Node node = state.scenario().cluster().nodes().get(index);
        InstancePolicy policy =
                state.scenario().cluster().groups().get(node.group()).policy();
        return policy.violation(state.instance(i), node.exclusiveStorage())
                .map(Verdict::of)
                .orElse(Verdict.ACCEPTED);
    }

    private Verdict policy(int i, int node) {
        return policy(state, i, node);
    }
}
