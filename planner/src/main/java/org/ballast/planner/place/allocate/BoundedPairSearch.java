package org.ballast.planner.place.allocate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.ballast.model.Placement;
import org.ballast.planner.place.PlacementValue;
import org.ballast.planner.place.n1.GlobalN1Check;
import org.ballast.planner.score.PairBounds;
import org.ballast.planner.score.PairScore;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Verdict;

/**
 * Finds the pair of nodes that {@link Allocator} finds pair by pair, with a look at few pairs, where nodes differ so much
 * that there are no kinds of them.
 *
 * <p>Refusals are counted, not found one by one: whether a node can be the secondary depends on the primary only for the
 * primaries that it holds instances of. Of the pairs left, those are scored whose lower bound ({@link PairBounds}) does
 * not exceed the best score found: secondaries are tried by rising bounds, so the first one out of reach ends a
 * primary's turn. Where the redundancy of the cluster is checked and might not hold, a primary node's best pair is asked
 * about, and all of its pairs only if that one is refused.
 */
public final class BoundedPairSearch {
    private final ClusterState state;
    private final PairScore score;
    private final AllocationTargets.Pairs pairs;
    private final int instance;
    private final Optional<GlobalN1Check> n1;

    private final Allocation.Tally tally = new Allocation.Tally();
    private final Verdict[] usual;
    private final boolean[] isSecondary;
    private final List<Integer> accepted = new ArrayList<>();
    private final int[] successes;
    private final Map<Integer, List<Integer>> acceptedOfGroup = new HashMap<>();
    /** By primary node, the secondaries whose verdicts or scores are not their usual ones. */
    private final Map<Integer, List<Integer>> exceptions = new HashMap<>();

    private double best = Double.POSITIVE_INFINITY;
    private Placement bestPair = Placement.NOWHERE;

    public BoundedPairSearch(
            ClusterState state,
            PairScore score,
            AllocationTargets.Pairs pairs,
            int instance,
            Optional<GlobalN1Check> n1) {
        this.state = state;
        this.score = score;
        this.pairs = pairs;
        this.instance = instance;
        this.n1 = n1;
        int nodes = state.scenario().cluster().nodes().size();
        usual = new Verdict[nodes];
        isSecondary = new boolean[nodes];
        successes = new int[nodes];
    }

    /** Asks about all of a primary node's pairs, from the best up. */
    public interface Settling {
        Allocation settle(int primary);
    }

    /** Returns what came of the search; nothing if some figures are no numbers, so that there are no bounds. */
    public Optional<Allocation> search(PairKindSearch.Policy policy, Settling settling) {
        if (pairs.primaries().stream().anyMatch(state::isOffline)
                || pairs.secondaries().stream().anyMatch(state::isOffline)) {
            return Optional.empty();
        }
        pairs.secondaries().forEach(node -> {
            isSecondary[node] = true;
            usual[node] = score.usualSecondary(node);
        });
        Map<Integer, List<Integer>> secondariesOfGroup = new HashMap<>();
        for (int secondary : pairs.secondaries()) {
            secondariesOfGroup
                    .computeIfAbsent(state.groupOf(secondary), _ -> new ArrayList<>())
                    .add(secondary);
        }
        for (int primary : pairs.primaries()) {
            enter(primary, policy, secondariesOfGroup.getOrDefault(state.groupOf(primary), List.of()));
        }
        List<Integer> usable = pairs.secondaries().stream()
                .filter(node -> usual[node].accepted())
                .toList();
        countRefusals();
        boolean anyPair = accepted.stream().anyMatch(primary -> successes[primary] > 0);
        if (!anyPair) {
            return Optional.of(tally.result());
        }
        if (n1.isPresent() && n1.get().failsAnyway()) {
            accepted.forEach(primary -> tally.refuse(Verdict.REDUNDANCY, successes[primary]));
            return Optional.of(tally.result());
        }
        return score.bounds(accepted, usable).map(bounds -> {
            choose(bounds, usable, settling);
            return tally.result();
        });
    }

    /** Tries a node as primary; if it is refused, so are all of its pairs. */
    private void enter(int primary, PairKindSearch.Policy policy, List<Integer> secondaries) {
        Verdict first = policy.on(primary);
        if (first.accepted()) {
            first = score.primary(primary);
        }
        if (first.accepted()) {
            accepted.add(primary);
            acceptedOfGroup
                    .computeIfAbsent(state.groupOf(primary), _ -> new ArrayList<>())
                    .add(primary);
            // The number of all of its pairs; the refused ones are taken off later.
            successes[primary] = secondaries.size() - (isSecondary[primary] ? 1 : 0);
        } else {
            tally.refuse(first, secondaries.size() - (isSecondary[primary] ? 1 : 0));
        }
    }

    private void countRefusals() {
        int[] index = new int[usual.length];
        Arrays.fill(index, -1);
        for (int primary : accepted) {
            index[primary] = primary;
        }
        Map<Integer, Integer> refusedOfGroup = new HashMap<>();
        for (int secondary : pairs.secondaries()) {
            int group = state.groupOf(secondary);
            int count = acceptedOfGroup.getOrDefault(group, List.of()).size() - (index[secondary] >= 0 ? 1 : 0);
            boolean isUsable = usual[secondary].accepted();
            for (int primary : score.exceptions(secondary)) {
                boolean isPair = index[primary] >= 0 && primary != secondary && state.groupOf(primary) == group;
                if (isPair) {
                    count--;
                    enterException(primary, secondary, isUsable);
                }
            }
            if (!isUsable) {
                tally.refuse(usual[secondary], count);
                refusedOfGroup.merge(group, 1, Integer::sum);
            }
        }
        for (int primary : accepted) {
            boolean isRefusedItself = isSecondary[primary] && !usual[primary].accepted();
            successes[primary] -= refusedOfGroup.getOrDefault(state.groupOf(primary), 0) - (isRefusedItself ? 1 : 0);
        }
    }

    /** A larger reserve makes a node refuse more, and sometimes for another reason. */
    private void enterException(int primary, int secondary, boolean isUsable) {
        Verdict verdict = score.secondaryVerdict(secondary, primary);
        if (verdict.accepted()) {
            exceptions.computeIfAbsent(primary, _ -> new ArrayList<>()).add(secondary);
            return;
        }
        tally.refuse(verdict, 1);
        if (isUsable) {
            successes[primary]--;
        }
    }

    private void choose(PairBounds bounds, List<Integer> usable, Settling settling) {
        double tolerance = bounds.roundingError();
        Map<Integer, int[]> byBound = new HashMap<>();
        acceptedOfGroup.keySet().forEach(group -> byBound.put(group, byBound(bounds, usable, group)));
        List<Integer> free = new ArrayList<>();
        List<Integer> doubtful = new ArrayList<>();
        for (int primary : accepted) {
            if (successes[primary] > 0) {
                (isFree(primary) ? free : doubtful).add(primary);
            }
        }
        List<Allocation.Choice> choices = new ArrayList<>();
        for (int primary : sorted(free, bounds::ofPrimary)) {
            weigh(bounds, byBound.getOrDefault(state.groupOf(primary), new int[0]), primary, tolerance);
            tally.accept(successes[primary]);
        }
        if (!bestPair.isNowhere()) {
            choices.add(bestChoice());
        }
        for (int primary : doubtful) {
            best = Double.POSITIVE_INFINITY;
            weigh(bounds, byBound.getOrDefault(state.groupOf(primary), new int[0]), primary, tolerance);
            settle(primary, settling).ifPresent(choices::add);
        }
        // Of equally good choices the one with the last primary node counts.
        choices.sort(
                (a, b) -> Integer.compare(a.placement().primary(), b.placement().primary()));
        choices.forEach(tally::offer);
    }

    /** Returns whether any pair with this primary node will do. */
    private boolean isFree(int primary) {
        return n1.isEmpty() || n1.get().holdsAfterAny(instance, primary);
    }

    private Allocation.Choice bestChoice() {
        return new Allocation.Choice(bestPair, new PlacementValue.ClusterScore(best));
    }

    private Optional<Allocation.Choice> settle(int primary, Settling settling) {
        if (n1.orElseThrow().holdsAfter(instance, primary, bestPair.secondary())) {
            tally.accept(successes[primary]);
            return Optional.of(bestChoice());
        }
        Allocation settled = settling.settle(primary);
        settled.failures().forEach(tally::refuse);
        tally.accept(settled.successes());
        return settled.best();
    }

    private int[] byBound(PairBounds bounds, List<Integer> usable, int group) {
        List<Integer> members =
                usable.stream().filter(node -> state.groupOf(node) == group).toList();
        return sorted(members, bounds::ofSecondary);
    }

    private static int[] sorted(List<Integer> nodes, IntToDoubleFunction bound) {
        double[] keys = nodes.stream().mapToDouble(bound::applyAsDouble).toArray();
        return IntStream.range(0, keys.length)
                .boxed()
                .sorted((a, b) -> Double.compare(keys[a], keys[b]))
                .mapToInt(nodes::get)
                .toArray();
    }

    private void weigh(PairBounds bounds, int[] secondaries, int primary, double tolerance) {
        boolean isOpen = false;
        double ofPrimary = bounds.ofPrimary(primary);
        for (int secondary : secondaries) {
            if (ofPrimary + bounds.ofSecondary(secondary) - tolerance > best) {
                break;
            }
            if (secondary == primary || score.isException(primary, secondary)) {
                continue;
            }
            if (!isOpen) {
                score.primary(primary);
                isOpen = true;
            }
            take(primary, secondary);
        }
        for (int secondary : exceptions.getOrDefault(primary, List.of())) {
            if (ofPrimary + bounds.ofSecondary(secondary, primary) - tolerance > best) {
                continue;
            }
            if (!isOpen) {
                score.primary(primary);
                isOpen = true;
            }
            take(primary, secondary);
        }
    }

    /** Of equally good pairs the last primary node counts, and then the last secondary. */
    private void take(int primary, int secondary) {
        double total = score.score(score.secondary(secondary));
        boolean isBetter = total < best
                || (total == best
                        && (primary > bestPair.primary()
                                || (primary == bestPair.primary() && secondary > bestPair.secondary())));
        if (isBetter) {
            best = total;
            bestPair = new Placement(primary, secondary);
        }
    }
}
