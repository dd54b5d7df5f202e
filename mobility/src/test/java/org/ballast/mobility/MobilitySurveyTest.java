package org.ballast.mobility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ballast.checker.HostSurvey;
import org.ballast.checker.Shortfall;
import org.ballast.cli.text.ShortNames;
import org.ballast.model.Instance;
import org.ballast.model.Move;
import org.ballast.model.Node;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.rules.MoveRules;
import org.ballast.planner.balance.Budget;
import org.ballast.planner.balance.Descent;
import org.ballast.planner.balance.ProgressListener;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;
import org.ballast.testkit.Dice;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who cannot move is found out once more by trying every move in the words of hbal(1), with the independent checker. */
class MobilitySurveyTest {
    private static final int CLUSTERS = 60;

    private static MoveRules rules(Dice dice) {
        return new MoveRules(
                !dice.chance(0.2), !dice.chance(0.2), dice.chance(0.2), dice.chance(0.3), dice.chance(0.2));
    }

    /** A cluster with less left than it had, so that nodes are full, and with some nodes offline. */
    private static Scenario scenario(long seed, Dice dice) {
        Scenario scenario = Scenario.of(RandomClusters.of(seed));
        List<Node> nodes = new ArrayList<>();
        for (Node node : scenario.cluster().nodes()) {
            double used = node.memory().total() - node.memory().free();
            long left = (long) (node.memory().free() * dice.between(0, 3) / 3.0);
            nodes.add(node.withMemory(used + left, left)
                    .withFreeStorage(
                            node.disk().free() * dice.between(0, 2) / 2,
                            node.spindles().free()));
        }
        Scenario tight = new Scenario(
                scenario.cluster().withNodes(nodes),
                scenario.tags(),
                scenario.utilisation(),
                scenario.pinned(),
                scenario.limits());
        return dice.chance(0.5) && !nodes.isEmpty()
                ? tight.withOffline(List.of(dice.between(0, nodes.size() - 1)))
                : tight;
    }

    private static MobilitySurvey survey(ClusterState state, MoveRules rules) {
        List<Integer> groups = new ArrayList<>();
        for (int group = 0; group < state.scenario().cluster().groups().size(); group++) {
            groups.add(group);
        }
        return new MobilitySurvey(
                state, List.of(), MobilityRules.stepwise(rules), MovePermission.stepwise(state, groups, rules));
    }

    private static List<Move> conceivable(Scenario scenario, int index) {
        List<Move> moves = new ArrayList<>(List.of(new Move.Failover(index)));
        for (int node = 0; node < scenario.cluster().nodes().size(); node++) {
            moves.add(new Move.FailoverToAny(index, node));
            moves.add(new Move.ReplaceSecondary(index, node));
            moves.add(new Move.ReplacePrimary(index, node));
            moves.add(new Move.ReplaceAndFailover(index, node));
            moves.add(new Move.FailoverAndReplace(index, node));
        }
        return moves;
    }

    private static boolean isPermitted(Scenario scenario, Move move, MoveRules rules) {
        Instance instance = scenario.cluster().instances().get(move.instance());
        List<Node> nodes = scenario.cluster().nodes();
        Placement from = instance.placement();
        Node primary = nodes.get(from.primary());
        boolean external = switch (instance.template().mirroring()) {
            case NONE -> false;
            case EXTERNAL -> true;
            case INTERNAL -> false;
        };
        if (!scenario.isMovable(move.instance()) || external != (move instanceof Move.FailoverToAny)) {
            return false;
        }
        if (!external && (!from.hasSecondary() || !instance.template().hasSecondary())) {
            return false;
        }
        boolean secondaryOffline =
                !external && from.hasSecondary() && nodes.get(from.secondary()).isOffline();
        if (rules.evacuationOnly() && !primary.isOffline() && !secondaryOffline) {
            return false;
        }
        boolean leaves = rules.instanceMoves() && (!rules.restrictedMigration() || primary.isOffline());
        return switch (move) {
            case Move.Failover _ -> rules.instanceMoves() && !secondaryOffline;
            case Move.FailoverToAny(int _, int node) -> rules.instanceMoves() && isOpen(nodes, node, from);
            case Move.ReplaceSecondary(int _, int node) -> rules.diskMoves() && isOpen(nodes, node, from);
            case Move.ReplaceAndFailover(int _, int node) -> rules.diskMoves() && leaves && isOpen(nodes, node, from);
            case Move.FailoverAndReplace(int _, int node) ->
                rules.diskMoves() && leaves && !secondaryOffline && isOpen(nodes, node, from);
            case Move.ReplacePrimary(int _, int node) ->
                rules.diskMoves()
                        && rules.instanceMoves()
                        && !rules.restrictedMigration()
                        && !secondaryOffline
                        && isOpen(nodes, node, from);
            case Move.OfflineMove _ -> false;
        };
    }

    private static boolean isOpen(List<Node> nodes, int node, Placement from) {
        return node != from.primary()
                && node != from.secondary()
                && !nodes.get(node).isOffline()
                && nodes.get(node).group() == nodes.get(from.primary()).group();
    }

    private static boolean canMove(Scenario scenario, HostSurvey hosts, int index, MoveRules rules) {
        return conceivable(scenario, index).stream()
                .filter(move -> isPermitted(scenario, move, rules))
                .anyMatch(move ->
                        hosts.copy().make(move, rules.ignoreSoftErrors()).isEmpty());
    }

    private static Scenario enlarged(Scenario scenario, List<Shortfall> missing, long less) {
        List<Node> nodes = new ArrayList<>(scenario.cluster().nodes());
        for (Shortfall lack : missing) {
            Node node = nodes.get(lack.node());
            long amount = lack.amount() - less;
            nodes.set(
                    lack.node(),
                    switch (lack.resource()) {
                        case MEMORY ->
                            node.withMemory(
                                    node.memory().total() + amount,
                                    node.memory().free() + amount);
                        case DISK ->
                            node.withFreeStorage(
                                    node.disk().free() + amount, node.spindles().free());
                        case SPINDLES ->
                            node.withFreeStorage(
                                    node.disk().free(), node.spindles().free() + amount);
                        case VCPUS -> node.withCpusReserved(node.cpus().reserved() - amount);
                    });
        }
        return new Scenario(
                scenario.cluster().withNodes(nodes),
                scenario.tags(),
                scenario.utilisation(),
                scenario.pinned(),
                scenario.limits());
    }

    private static boolean accepts(Scenario scenario, Move move, MoveRules rules) {
        return new Trial(new ClusterState(scenario))
                .move(move, rules.ignoreSoftErrors())
                .accepted();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void instancesAreNamedIfAndOnlyIfNoMoveIsPossible(long seed) {
        int stuck = 0;
        int free = 0;
        for (long shift = 0; shift < CLUSTERS; shift++) {
            Dice dice = Dice.of(1000 * seed + shift);
            Scenario scenario = scenario(1000 * seed + shift, dice);
            MoveRules rules = rules(dice);
            MobilitySurvey survey = survey(new ClusterState(scenario), rules);
            HostSurvey hosts = new HostSurvey(scenario);
            for (int index = 0; index < scenario.cluster().instances().size(); index++) {
                boolean canMove = canMove(scenario, hosts, index, rules);
                assertThat(survey.of(index).isEmpty())
                        .as("instance %s of seed %s moves", index, 1000 * seed + shift)
                        .isEqualTo(canMove);
                stuck += canMove ? 0 : 1;
                free += canMove ? 1 : 0;
            }
        }
        assertThat(stuck).isGreaterThan(100);
        assertThat(free).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void whatIsMissingIsEnough(long seed) {
        Map<String, Integer> seen = new TreeMap<>();
        for (long shift = 0; shift < CLUSTERS; shift++) {
            Dice dice = Dice.of(1000 * seed + shift);
            Scenario scenario = scenario(1000 * seed + shift, dice);
            MoveRules rules = rules(dice);
            ClusterState state = new ClusterState(scenario);
            MobilitySurvey survey = survey(state, rules);
            for (int index = 0; index < scenario.cluster().instances().size(); index++) {
                Optional<Immobility> reason = survey.of(index);
                if (reason.isPresent() && reason.get() instanceof Immobility.Refused refused) {
                    NearestMove nearest = refused.nearest();
                    String text = nearest.describe(scenario.cluster(), new ShortNames(""));
                    assertThat(nearest.missing().size() + nearest.others().size())
                            .as(text)
                            .isPositive();
                    assertThat(accepts(scenario, nearest.move(), rules))
                            .as(text)
                            .isFalse();
                    if (nearest.others().isEmpty()) {
                        assertThat(accepts(enlarged(scenario, nearest.missing(), 0), nearest.move(), rules))
                                .as("seed %s, instance %s: %s", 1000 * seed + shift, index, text)
                                .isTrue();
                        nearest.missing()
                                .forEach(lack -> seen.merge(lack.resource().label(), 1, Integer::sum));
                        boolean isOne = nearest.missing().size() == 1;
                        if (isOne
                                && !state.report(nearest.missing().getFirst().node())
                                        .failsRedundancy()) {
                            assertThat(accepts(enlarged(scenario, nearest.missing(), 1), nearest.move(), rules))
                                    .as("less than " + text)
                                    .isFalse();
                        }
                    }
                }
            }
        }
        assertThat(seen).containsKeys("memory", "disk");
    }

    @Test
    void whereAPlanEndsIsWhatCounts() {
        int differences = 0;
        for (long seed = 1; seed <= 2 * CLUSTERS; seed++) {
            Scenario scenario = scenario(seed, Dice.of(seed));
            ClusterState end = new ClusterState(scenario);
            Plan plan = new Descent(end, 0, MoveRules.ALL, Budget.HBAL_USUAL).run(ProgressListener.NONE);
            Set<Integer> moved = new HashSet<>();
            plan.steps().forEach(step -> moved.add(step.move().instance()));
            MobilitySurvey survey = new MobilitySurvey(
                    end,
                    plan.steps(),
                    MobilityRules.stepwise(MoveRules.ALL),
                    MovePermission.stepwise(end, List.of(0), MoveRules.ALL));
            MobilitySurvey start = survey(new ClusterState(scenario), MoveRules.ALL);
            HostSurvey hosts = new HostSurvey(scenario);
            plan.steps().forEach(step -> hosts.make(step.move(), false));
            for (int index : end.instancesOf(0)) {
                if (!moved.contains(index)) {
                    boolean canMove = canMove(scenario, hosts, index, MoveRules.ALL);
                    assertThat(survey.of(index).isEmpty())
                            .as("instance %s of seed %s moves", index, seed)
                            .isEqualTo(canMove);
                    differences += start.of(index).isEmpty() == canMove ? 0 : 1;
                }
            }
        }
        assertThat(differences)
                .as("instances for which a plan makes a difference")
                .isPositive();
    }
}
