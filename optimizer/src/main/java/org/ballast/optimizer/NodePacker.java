package org.ballast.optimizer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.rules.Copies;
import org.ballast.model.rules.PlacementRule;
import org.ballast.model.rules.RuleConflict;
import org.ballast.model.rules.RuleOrigin;
import org.ballast.optimizer.PackReport.Bound;
import org.ballast.optimizer.PackReport.Stay;
import org.ballast.optimizer.PackReport.Why;
import org.ballast.optimizer.cost.Cost;
import org.ballast.optimizer.target.Objective.Standing;
import org.ballast.optimizer.target.TargetRules;
import org.ballast.planner.state.ClusterState;

/**
 * Empties as many nodes as it can, with all that holds for other plans: room for failovers, policies, tags, rules, limits.
 *
 * <p>That some nodes are to be empty is a rule like those of users, which a search puts before the score. First nodes are
 * emptied the short way ({@link Evacuation}), those with the least to move first. A search makes the best of that, and tries
 * to empty each of the others as well; a node is given up if no plan is found that keeps the rule. Where that leaves more
 * nodes than are known to be needed, and there are few, other choices of one node more are tried. The last search makes the
 * best of the nodes that are left.
 */
public final class NodePacker {
    /** Other choices are tried between so many nodes at most. */
    private static final int FEW = 6;
    /** What the last search gets of all effort, as a share: 1 of so many. */
    private static final int LAST = 3;

    private final Scenario scenario;
    private final Cluster cluster;
    private final OptimizeRequest request;
    private final List<Integer> nodes;
    private final Set<Integer> emptyBefore;

    /**
     * A plan that leaves nodes empty.
     *
     * @param request what was searched for, with the rule for the empty nodes
     * @param plan the plan
     * @param report which nodes are empty, and why no more
     */
    public record EmptyingPlan(OptimizeRequest request, Optimized plan, PackReport report) {}

    /** A choice of nodes, and a plan that empties them. */
    private record Found(Set<Integer> empty, Optimized plan) {}

    /** Prepares to empty nodes of the request's groups. */
    public NodePacker(Scenario scenario, OptimizeRequest request) {
        this.scenario = scenario;
        this.request = request;
        cluster = scenario.cluster();
        nodes = IntStream.range(0, cluster.nodes().size())
                .filter(node ->
                        request.groups().contains(cluster.nodes().get(node).group()))
                .filter(node -> !cluster.nodes().get(node).isOffline())
                .boxed()
                .toList();
        emptyBefore = new TreeSet<>(nodes);
        emptyBefore.removeIf(node -> !instancesOn(node).isEmpty());
    }

    /** Runs to the end of its effort, or until the listener cancels it. */
    public EmptyingPlan run(OptimizeListener listener) {
        Map<Integer, Why> stays = new TreeMap<>();
        List<Integer> candidates = new ArrayList<>();
        for (int node : nodes) {
            List<RuleConflict> conflicts = conflicts(node);
            if (!conflicts.isEmpty()) {
                stays.put(node, new Why.Bound(reasons(conflicts)));
            } else if (!emptyBefore.contains(node)) {
                candidates.add(node);
            }
        }
        candidates.sort(Comparator.<Integer>comparingLong(this::amount).thenComparingInt(node -> node));
        Bound bound = bound(stays.keySet());
        Effort part = request.effort().part(LAST * (candidates.size() + 2) / (LAST - 1) + 1);
        Found best = evacuated(candidates, bound, part, listener).orElseGet(() -> start(part, listener));
        for (int node : candidates) {
            if (!best.empty().contains(node) && used(best) > bound.nodes() && !listener.cancelled()) {
                best = tried(with(best.empty(), node), part, listener).orElse(best);
            }
        }
        best = exchanged(best, candidates, bound, part, listener);
        best = last(best, listener);
        for (int node : candidates) {
            if (!best.empty().contains(node)) {
                stays.put(
                        node,
                        used(best) <= bound.nodes()
                                ? new Why.Needed()
                                : new Why.NotFound(instancesOn(node).size()));
            }
        }
        Set<Integer> emptied = new TreeSet<>(best.empty());
        emptied.removeAll(emptyBefore);
        return new EmptyingPlan(
                emptying(best.empty(), request.effort()),
                best.plan(),
                new PackReport(
                        nodes.size() - emptyBefore.size(),
                        List.copyOf(emptied),
                        List.copyOf(emptyBefore),
                        stays.entrySet().stream()
                                .map(stay -> new Stay(stay.getKey(), stay.getValue()))
                                .toList(),
                        bound));
    }

    private int used(Found found) {
        return nodes.size() - found.empty().size();
    }

    private static Set<Integer> with(Set<Integer> empty, int node) {
        Set<Integer> more = new TreeSet<>(empty);
        more.add(node);
        return more;
    }

    private Found start(Effort part, OptimizeListener listener) {
        OptimizeRequest still = emptying(emptyBefore, part);
        return new Found(emptyBefore, new Optimizer(scenario, still).run(listener));
    }

    private Optional<Found> tried(Set<Integer> empty, Effort part, OptimizeListener listener) {
        return tried(empty, List.of(), part, listener);
    }

    private Optional<Found> tried(Set<Integer> empty, List<Plan.Step> known, Effort part, OptimizeListener listener) {
        OptimizeRequest wanted = emptying(empty, part);
        Optimized plan = new Optimizer(scenario, wanted, known).run(listener);
        return leaves(plan.plan(), empty) ? Optional.of(new Found(empty, plan)) : Optional.empty();
    }

    /** Empties nodes the short way, as far as limits go, and lets a search make the best of it. */
    private Optional<Found> evacuated(List<Integer> candidates, Bound bound, Effort part, OptimizeListener listener) {
        Evacuation evacuation = new Evacuation(scenario, request.rules(), nodes, emptyBefore);
        Set<Integer> empty = new TreeSet<>(emptyBefore);
        List<Plan.Step> steps = List.of();
        for (int node : candidates) {
            boolean isWanted = nodes.size() - empty.size() > bound.nodes();
            if (isWanted && evacuation.add(node)) {
                if (!isWithinLimits(evacuation.steps())) {
                    break;
                }
                empty.add(node);
                steps = evacuation.steps();
            }
        }
        return steps.isEmpty() ? Optional.empty() : tried(empty, steps, part, listener);
    }

    private boolean isWithinLimits(List<Plan.Step> steps) {
        Cost cost = steps.stream()
                .map(step -> Cost.of(cluster, step, request.rules().rates()))
                .reduce(Cost.NONE, Cost::plus);
        long moved =
                steps.stream().map(step -> step.move().instance()).distinct().count();
        return request.objective().limits().admits(cost, (int) moved);
    }

    /** Looks for other nodes, one more than are empty, as long as some are found and there is a choice between few. */
    private Found exchanged(
            Found first, List<Integer> candidates, Bound bound, Effort part, OptimizeListener listener) {
        Found best = first;
        boolean isBetter = candidates.size() <= FEW;
        while (isBetter && used(best) > bound.nodes()) {
            isBetter = false;
            int size = best.empty().size() - emptyBefore.size() + 1;
            for (int choice = 0; choice < 1 << candidates.size() && !isBetter && !listener.cancelled(); choice++) {
                if (Integer.bitCount(choice) == size) {
                    Set<Integer> empty = new TreeSet<>(emptyBefore);
                    for (int k = 0; k < candidates.size(); k++) {
                        if ((choice >> k & 1) != 0) {
                            empty.add(candidates.get(k));
                        }
                    }
                    Optional<Found> found = tried(empty, part, listener);
                    isBetter = found.isPresent();
                    best = found.orElse(best);
                }
            }
        }
        return best;
    }

    /** Makes the best of the nodes that are left; a plan that is known stays unless a better one is found. */
    private Found last(Found best, OptimizeListener listener) {
        OptimizeRequest wanted = emptying(best.empty(), request.effort().part(LAST));
        Optimized plan = new Optimizer(scenario, wanted, best.plan().plan().steps()).run(listener);
        boolean isBetter = leaves(plan.plan(), best.empty()) && standing(plan).compareTo(standing(best.plan())) < 0;
        return new Found(best.empty(), isBetter ? plan : best.plan());
    }

    private Standing standing(Optimized plan) {
        return request.objective()
                .standing(plan.violationsAfter(), plan.plan().after().total(), plan.changeCost());
    }

    /** Returns whether nodes are empty after a plan. */
    private boolean leaves(Plan plan, Set<Integer> empty) {
        List<Placement> ends = new ArrayList<>(
                cluster.instances().stream().map(Instance::placement).toList());
        plan.steps().forEach(step -> ends.set(step.move().instance(), step.to()));
        return ends.stream().noneMatch(end -> empty.contains(end.primary()) || empty.contains(end.secondary()));
    }

    private OptimizeRequest emptying(Set<Integer> empty, Effort effort) {
        TargetRules rules = request.rules().with(rule(empty));
        return new OptimizeRequest(
                request.groups(), rules, request.objective(), request.solver(), request.descent(), effort);
    }

    private PlacementRule rule(Set<Integer> empty) {
        List<Integer> all =
                IntStream.range(0, cluster.instances().size()).boxed().toList();
        return new PlacementRule.ForbiddenNodes(
                new RuleOrigin(Optional.of("empty nodes"), "--pack"), all, empty, Copies.BOTH);
    }

    /** Returns why a node cannot be emptied, whatever else is moved. */
    private List<RuleConflict> conflicts(int node) {
        PlacementRule rule = rule(Set.of(node));
        return request.rules().with(rule).conflicts(new ClusterState(scenario), request.groups()).conflicts().stream()
                .filter(conflict -> conflict.rules().contains(rule))
                .toList();
    }

    private List<String> reasons(List<RuleConflict> conflicts) {
        return conflicts.stream()
                .map(conflict -> conflict.reason().describe(cluster)
                        + conflict.rules().stream()
                                .filter(rule -> !rule.origin().source().equals("--pack"))
                                .map(rule -> ", by the rule " + rule.describe(cluster))
                                .collect(Collectors.joining()))
                .toList();
    }

    /** Where groups are apart, each needs its own nodes. */
    private Bound bound(Set<Integer> kept) {
        if (request.rules().crossGroups()) {
            return bound(nodes, kept);
        }
        List<Bound> ofGroups = nodes.stream()
                .map(node -> cluster.nodes().get(node).group())
                .distinct()
                .map(group -> bound(
                        nodes.stream()
                                .filter(node -> cluster.nodes().get(node).group() == group)
                                .toList(),
                        kept))
                .toList();
        return new Bound(
                ofGroups.stream().mapToInt(Bound::nodes).sum(),
                ofGroups.stream().map(Bound::reason).distinct().collect(Collectors.joining("; ")));
    }

    private Bound bound(List<Integer> some, Set<Integer> kept) {
        Set<Integer> set = new HashSet<>(some);
        List<Integer> there = IntStream.range(0, cluster.instances().size())
                .filter(i -> isOnlyOn(cluster.instances().get(i).placement(), set))
                .boxed()
                .toList();
        Set<Integer> keptHere = new HashSet<>(kept);
        keptHere.retainAll(set);
        return new NodeBound(cluster, some, there, keptHere).of();
    }

    private static boolean isOnlyOn(Placement placement, Set<Integer> nodes) {
        return nodes.contains(placement.primary())
                && (!placement.hasSecondary() || nodes.contains(placement.secondary()));
    }

    private List<Integer> instancesOn(int node) {
        return IntStream.range(0, cluster.instances().size())
                .filter(i -> cluster.instances().get(i).placement().primary() == node
                        || cluster.instances().get(i).placement().secondary() == node)
                .boxed()
                .toList();
    }

    /** Returns about how much has to be moved to empty a node, in MiB. */
    private long amount(int node) {
        return instancesOn(node).stream()
                .map(cluster.instances()::get)
                .mapToLong(instance -> instance.memory() + instance.disk())
                .sum();
    }
}
