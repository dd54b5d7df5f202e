package org.ballast.planner.place.allocate;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.ballast.model.Placement;
import org.ballast.planner.place.GroupPolicy;
import org.ballast.planner.place.NodeFilter;
import org.ballast.planner.place.PlacementValue;
import org.ballast.planner.place.RuleFilter;
import org.ballast.planner.place.n1.GlobalN1Check;
import org.ballast.planner.score.PairScore;
import org.ballast.planner.score.ScoreSheet;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;
import org.ballast.planner.state.Verdict;

/**
 * The search for an instance's nodes: of all choices that the rules permit, the one after which the cluster's score is
 * lowest and any one node could still fail. There is only this one placement; whoever asks how much fits asks here.
 */
public final class Allocator {
    /** Fewer pairs are weighed one by one: that is done sooner than bounds are worked out. */
    private static final int LEAST_BOUNDED = 2500;

    private final ClusterState state;
    private final int[] scored;
    private final boolean ignoreSoftErrors;
    private final Optional<GlobalN1Check> n1;
    private final Optional<RuleFilter> users;

    /**
     * Prepares searches in the present state.
     *
     * @param scored the nodes over which the score is taken, in ascending order
     * @param n1 what must hold after the choice; nothing to leave it unchecked
     */
    public Allocator(ClusterState state, int[] scored, boolean ignoreSoftErrors, Optional<GlobalN1Check> n1) {
        this(state, scored, ignoreSoftErrors, n1, Optional.empty());
    }

    /**
     * Prepares searches in the present state.
     *
     * @param users rules of users' own that hold as well
     */
    Allocator(
            ClusterState state,
            int[] scored,
            boolean ignoreSoftErrors,
            Optional<GlobalN1Check> n1,
            Optional<RuleFilter> users) {
        this.users = users;
        this.state = state;
        this.scored = scored.clone();
        this.ignoreSoftErrors = ignoreSoftErrors;
        this.n1 = n1;
    }

    /** Searches nodes for an instance that is nowhere; the state stays as it is. */
    public Allocation allocate(int i, AllocationTargets targets) {
        if (users.isEmpty()) {
            return switch (targets) {
                case AllocationTargets.Single single -> onOne(i, single.nodes());
                case AllocationTargets.Pairs pairs -> onTwo(i, pairs);
            };
        }
        Allocation kept = allocate(i, targets, users.get().of(i));
        return kept.best().isEmpty() && ignoreSoftErrors ? allocate(i, targets, NodeFilter.NONE) : kept;
    }

    private Allocation allocate(int i, AllocationTargets targets, NodeFilter filter) {
        return switch (targets) {
            case AllocationTargets.Single single -> nodeByNode(i, single.nodes(), filter);
            case AllocationTargets.Pairs pairs -> pairByPair(i, pairs, filter);
        };
    }

    /** Weighs nodes that are alike together, as no rules of users tell them apart. */
    private Allocation onOne(int i, List<Integer> nodes) {
        return PlacementScores.of(state, scored, i, nodes, node -> policy(i, node), ignoreSoftErrors)
                .map(outcome -> onOne(i, nodes, outcome))
                .orElseGet(() -> nodeByNode(i, nodes));
    }

    private Allocation onOne(int i, List<Integer> nodes, PlacementScores.Outcome outcome) {
        Allocation.Tally tally = new Allocation.Tally();
        int[] accepted = new int[nodes.size()];
        double[] scores = new double[nodes.size()];
        int count = 0;
        for (int k = 0; k < accepted.length; k++) {
            Verdict verdict = outcome.verdict(k);
            if (verdict.accepted()) {
                accepted[count] = nodes.get(k);
                scores[count++] = outcome.score(k);
            } else {
                tally.refuse(verdict, 1);
            }
        }
        settle(tally, scores, count, at -> Placement.on(accepted[at]), i);
        return tally.result();
    }

    /** Weighs each node, one after another. */
    Allocation nodeByNode(int i, List<Integer> nodes) {
        return nodeByNode(i, nodes, NodeFilter.NONE);
    }

    private Allocation nodeByNode(int i, List<Integer> nodes, NodeFilter filter) {
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
            if (verdict.accepted() && !filter.permits(node, Placement.NONE)) {
                verdict = Verdict.EXCLUSION_TAG;
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

    private Allocation onTwo(int i, AllocationTargets.Pairs pairs) {
        if (pairs.primaries().equals(pairs.secondaries()) && PairKinds.applyTo(state, i)) {
            PairKinds kinds = new PairKinds(state, pairs.primaries(), i);
            if (!kinds.isPointless()) {
                Optional<Allocation> found = new PairKindSearch(kinds, score(i)).search(node -> policy(i, node));
                // The capacity check tells apart pairs that are alike in all else.
                if (found.isPresent() && (n1.isEmpty() || found.get().best().isEmpty())) {
                    return found.get();
                }
            }
        }
        return (long) pairs.primaries().size() * pairs.secondaries().size() < LEAST_BOUNDED
                ? pairByPair(i, pairs)
                : bounded(i, pairs);
    }

    /** Weighs the pairs that may be best. */
    public Allocation bounded(int i, AllocationTargets.Pairs pairs) {
        PairScore score = score(i);
        BoundedPairSearch search = new BoundedPairSearch(state, score, pairs, i, n1);
        return search.search(node -> policy(i, node), primary -> settleAll(i, score, primary, pairs.secondaries()))
                .orElseGet(() -> pairByPair(i, pairs));
    }

    /** Asks about all pairs of one primary node, whose refusals by other reasons are counted already. */
    private Allocation settleAll(int i, PairScore score, int primary, List<Integer> secondaries) {
        double[] scores = new double[secondaries.size()];
        int[] accepted = new int[secondaries.size()];
        int count = 0;
        score.primary(primary);
        for (int secondary : secondaries) {
            if (secondary == primary || state.groupOf(secondary) != state.groupOf(primary)) {
                continue;
            }
            PairScore.Secondary second = score.secondary(secondary);
            if (second.verdict().accepted()) {
                accepted[count] = secondary;
                scores[count++] = score.score(second);
            }
        }
        Allocation.Tally tally = new Allocation.Tally();
        settle(tally, scores, count, at -> new Placement(primary, accepted[at]), i);
        return tally.result();
    }

    /** Weighs each pair, one after another. */
    Allocation pairByPair(int i, AllocationTargets.Pairs pairs) {
        return pairByPair(i, pairs, NodeFilter.NONE);
    }

    private Allocation pairByPair(int i, AllocationTargets.Pairs pairs, NodeFilter filter) {
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
                if (second.verdict().accepted() && !filter.permits(primary, secondary)) {
                    tally.refuse(Verdict.EXCLUSION_TAG, 1);
                } else if (second.verdict().accepted()) {
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
        BestFirstQueue order = new BestFirstQueue(scores, count);
        while (!order.isEmpty()) {
            int left = order.size();
            int best = order.next();
            Placement placement = candidates.apply(best);
            if (n1.isEmpty() || n1.get().holdsAfter(i, placement.primary(), placement.secondary())) {
                tally.offer(new Allocation.Choice(placement, new PlacementValue.ClusterScore(scores[best])));
                tally.accept(left);
                return;
            }
            tally.refuse(Verdict.REDUNDANCY, 1);
        }
    }

    private PairScore score(int i) {
        return new PairScore(state, scored, i, ignoreSoftErrors);
    }

    private Verdict policy(int i, int node) {
        return GroupPolicy.verdict(state, i, node);
    }
}
