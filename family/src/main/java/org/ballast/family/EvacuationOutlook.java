package org.ballast.family;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.ballast.cli.GroupHealth;
import org.ballast.mobility.Hindrance;
import org.ballast.mobility.Immobility;
import org.ballast.mobility.MobilityRules;
import org.ballast.mobility.MobilitySurvey;
import org.ballast.mobility.MovePermission;
import org.ballast.model.Instance;
import org.ballast.model.Node;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.rules.MoveRules;
import org.ballast.planner.balance.Budget;
import org.ballast.planner.balance.Descent;
import org.ballast.planner.balance.ProgressListener;
import org.ballast.planner.state.ClusterState;

/**
 * Whether nodes can be emptied, which is tried out: first only their instances move, as {@code hbal -O NODE -E} has it,
 * then others make room as well.
 *
 * @param nodes indices of the nodes to empty
 * @param moves how many moves the better try took
 * @param othersMove whether instances of other nodes moved as well
 * @param staying instances that stay, with the reason; none if the nodes can be emptied
 * @param failingBefore how many of the other nodes fail the N+1 check now
 * @param failing indices of the other nodes that fail it afterwards
 * @param missingMemory memory in MiB that the other nodes lack for all instances together, whatever is moved where; empty
 *     if they have enough
 */
record EvacuationOutlook(
        List<Integer> nodes,
        int moves,
        boolean othersMove,
        List<Staying> staying,
        int failingBefore,
        List<Integer> failing,
        OptionalLong missingMemory) {

    /** Copies the lists. */
    EvacuationOutlook {
        nodes = List.copyOf(nodes);
        staying = List.copyOf(staying);
        failing = List.copyOf(failing);
    }

    /**
     * An instance that stays.
     *
     * @param instance its index
     * @param reason why it cannot move from where the try ends
     */
    record Staying(int instance, Immobility reason) {}

    private record Try(List<Plan.Step> steps, ClusterState end, boolean othersMove, List<Staying> staying) {}

    /** Tries to empty nodes; the options decide what may move, and how. */
    static EvacuationOutlook of(Scenario scenario, List<Integer> nodes, MoveRules options) {
        Scenario drained = scenario.withOffline(nodes);
        MoveRules only = with(options, true);
        Try best = attempt(drained, nodes, only, EvacuationOutlook::descend);
        if (!best.staying().isEmpty()) {
            best = fewest(best, attempt(drained, nodes, only, LargestFirst::run));
        }
        if (!best.staying().isEmpty() && !options.evacuationOnly()) {
            best = fewest(best, attempt(drained, nodes, with(options, false), EvacuationOutlook::descend));
        }
        int[] others = IntStream.range(0, scenario.cluster().nodes().size())
                .filter(node -> !nodes.contains(node))
                .toArray();
        return new EvacuationOutlook(
                nodes,
                best.steps().size(),
                best.othersMove(),
                best.staying().stream().map(stays -> seen(stays, scenario)).toList(),
                GroupHealth.of(new ClusterState(scenario), others).badNodes().size(),
                GroupHealth.of(best.end(), others).badNodes(),
                missingMemory(drained, nodes));
    }

    /** The nodes count as offline for the try only: disks that are on one of them alone can be copied from there. */
    private static Staying seen(Staying stays, Scenario scenario) {
        int primary =
                scenario.cluster().instances().get(stays.instance()).placement().primary();
        boolean isOnline = !scenario.cluster().nodes().get(primary).isOffline();
        return isOnline && stays.reason().equals(new Immobility.Held(Hindrance.DISKS_OFFLINE))
                ? new Staying(stays.instance(), new Immobility.Held(Hindrance.ONE_COPY))
                : stays;
    }

    private static MoveRules with(MoveRules options, boolean evacuationOnly) {
        return new MoveRules(
                options.diskMoves(),
                options.instanceMoves(),
                options.restrictedMigration(),
                evacuationOnly,
                options.ignoreSoftErrors());
    }

    private static Try fewest(Try one, Try other) {
        return other.staying().size() < one.staying().size() ? other : one;
    }

    private static List<Integer> groups(Scenario scenario, List<Integer> nodes) {
        return nodes.stream()
                .map(node -> scenario.cluster().nodes().get(node).group())
                .distinct()
                .sorted()
                .toList();
    }

    /** A way to move instances off nodes within their group; it changes the state, and returns the moves. */
    private interface Way {
        List<Plan.Step> run(ClusterState state, int group, List<Integer> nodes, MoveRules rules);
    }

    private static Try attempt(Scenario scenario, List<Integer> nodes, MoveRules rules, Way way) {
        ClusterState state = new ClusterState(scenario);
        List<Integer> groups = groups(scenario, nodes);
        List<Plan.Step> steps = new ArrayList<>();
        groups.forEach(group -> steps.addAll(way.run(state, group, nodes, rules)));
        boolean othersMove = steps.stream()
                .anyMatch(step -> !touches(
                        scenario.cluster()
                                .instances()
                                .get(step.move().instance())
                                .placement(),
                        nodes));
        MobilitySurvey survey = new MobilitySurvey(
                state, steps, MobilityRules.stepwise(rules), MovePermission.stepwise(state, groups, rules));
        return new Try(steps, state, othersMove, staying(state, nodes, survey));
    }

    /** Every move off an offline node gains more than any other, so that the budget is no limit to them. */
    private static List<Plan.Step> descend(ClusterState state, int group, List<Integer> nodes, MoveRules rules) {
        return new Descent(state, group, rules, new Budget(-1, 0, 0, 0))
                .run(new Emptying(state, nodes))
                .steps();
    }

    /** Ends a try as soon as the nodes are empty. */
    private record Emptying(ClusterState state, List<Integer> nodes) implements ProgressListener {
        @Override
        public void stepTaken(Plan.Step step) {
            // Only the end is of interest.
        }

        @Override
        public boolean cancelled() {
            return nodes.stream()
                    .allMatch(node -> state.primariesOf(node).length == 0 && state.secondariesOf(node).length == 0);
        }
    }

    private static List<Staying> staying(ClusterState state, List<Integer> nodes, MobilitySurvey survey) {
        Set<Integer> residents = new LinkedHashSet<>();
        for (int index = 0; index < state.scenario().cluster().instances().size(); index++) {
            if (touches(state.placement(index), nodes)) {
                residents.add(index);
            }
        }
        return residents.stream()
                .map(index -> new Staying(index, survey.of(index).orElseGet(Immobility.NoGain::new)))
                .sorted(Comparator.comparingInt(Staying::instance))
                .toList();
    }

    private static boolean touches(Placement placement, List<Integer> nodes) {
        return nodes.contains(placement.primary()) || nodes.contains(placement.secondary());
    }

    /**
     * Returns what all instances of a group need beyond what its online nodes have, if that is too much whatever is moved
     * where; each node must keep a MiB. Who stays on another offline node needs nothing.
     */
    private static OptionalLong missingMemory(Scenario scenario, List<Integer> emptied) {
        List<Node> nodes = scenario.cluster().nodes();
        long missing = 0;
        for (int group : groups(scenario, emptied)) {
            long balance = 0;
            for (Node node : nodes) {
                if (node.group() == group && !node.isOffline()) {
                    balance += Math.max(
                            0, (long) node.memory().total() - node.memory().reserved() - 1);
                }
            }
            for (Instance instance : scenario.cluster().instances()) {
                int primary = instance.placement().primary();
                boolean counts = nodes.get(primary).group() == group
                        && (!nodes.get(primary).isOffline() || emptied.contains(primary));
                balance -= counts && instance.usesMemory() ? instance.memory() : 0;
            }
            missing += Math.max(0, -balance);
        }
        return missing > 0 ? OptionalLong.of(missing) : OptionalLong.empty();
    }

    /** Returns whether it is certain that some instance stays, and not only that no way was found. */
    boolean isProven() {
        return missingMemory.isPresent()
                || staying.stream().anyMatch(stays -> stays.reason() instanceof Immobility.Held);
    }

    /** Returns whether all instances can be moved off. */
    boolean isPossible() {
        return staying.isEmpty();
    }
}
