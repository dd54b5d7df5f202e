package org.ballast.hbal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ballast.checker.HostSurvey;
import org.ballast.checker.RuleChecker;
import org.ballast.mobility.Immobility;
import org.ballast.mobility.MobilitySurvey;
import org.ballast.model.Action;
import org.ballast.model.DiskTemplate.Mirroring;
import org.ballast.model.Instance;
import org.ballast.model.Move;
import org.ballast.model.Node;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.rules.Copies;
import org.ballast.model.rules.MoveRules;
import org.ballast.model.rules.PlacementRule;
import org.ballast.model.rules.RuleOrigin;
import org.ballast.optimizer.cost.Rates;
import org.ballast.optimizer.target.TargetRules;
import org.ballast.planner.state.ClusterState;
import org.ballast.testkit.Dice;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who cannot move in a whole plan is found out once more by trying every move, with the independent checkers. */
class PlanningRulesTest {
    private static final int CLUSTERS = 60;

    private static Scenario scenario(long seed, Dice dice) {
        Scenario scenario = Scenario.of(RandomClusters.of(seed));
        List<Node> nodes = new ArrayList<>();
        for (Node node : scenario.cluster().nodes()) {
            long left = node.memory().free() * dice.between(0, 3) / 3;
            nodes.add(node.withMemory(node.memory().total() - node.memory().free() + left, left));
        }
        List<Integer> offline = IntStream.range(0, nodes.size())
                .filter(node -> dice.chance(0.2))
                .boxed()
                .toList();
        return new Scenario(
                        scenario.cluster().withNodes(nodes),
                        scenario.tags(),
                        scenario.utilisation(),
                        Set.of(),
                        scenario.limits())
                .withOffline(offline);
    }

    private static TargetRules rules(Scenario scenario, Dice dice) {
        MoveRules moves = new MoveRules(
                !dice.chance(0.15), !dice.chance(0.15), dice.chance(0.2), dice.chance(0.3), dice.chance(0.2));
        int instances = scenario.cluster().instances().size();
        List<Integer> held = IntStream.range(0, instances)
                .filter(i -> dice.chance(0.05))
                .boxed()
                .toList();
        List<Integer> bound = IntStream.range(0, instances)
                .filter(i -> dice.chance(0.5))
                .boxed()
                .toList();
        Set<Integer> nodes =
                Set.copyOf(IntStream.range(0, scenario.cluster().nodes().size())
                        .filter(node -> dice.chance(0.6))
                        .boxed()
                        .toList());
        List<PlacementRule> placement = new ArrayList<>();
        if (!held.isEmpty()) {
            placement.add(new PlacementRule.DoNotMove(RuleOrigin.in("held"), held));
        }
        if (!bound.isEmpty() && !nodes.isEmpty()) {
            placement.add(new PlacementRule.ForbiddenNodes(RuleOrigin.in("bound"), bound, nodes, Copies.BOTH));
        }
        return new TargetRules(moves, dice.chance(0.5), false, placement, Rates.USUAL);
    }

    private static List<Move> conceivable(Scenario scenario, int index) {
        List<Move> moves = new ArrayList<>();
        Instance instance = scenario.cluster().instances().get(index);
        Placement from = instance.placement();
        Mirroring mirroring = instance.template().mirroring();
        if (mirroring == Mirroring.INTERNAL && from.hasSecondary()) {
            moves.add(new Move.Failover(index));
        }
        for (int node = 0; node < scenario.cluster().nodes().size(); node++) {
            if (node == from.primary() || node == from.secondary()) {
                continue;
            }
            switch (mirroring) {
                case NONE -> moves.add(new Move.OfflineMove(index, node));
                case EXTERNAL -> moves.add(new Move.FailoverToAny(index, node));
                case INTERNAL -> {
                    if (from.hasSecondary()) {
                        moves.add(new Move.ReplaceSecondary(index, node));
                        moves.add(new Move.ReplacePrimary(index, node));
                        moves.add(new Move.ReplaceAndFailover(index, node));
                        moves.add(new Move.FailoverAndReplace(index, node));
                    }
                }
            }
        }
        return moves;
    }

    private static boolean isPermitted(Scenario scenario, Move move, TargetRules rules) {
        List<Node> nodes = scenario.cluster().nodes();
        Instance instance = scenario.cluster().instances().get(move.instance());
        Placement from = instance.placement();
        Placement to = move.to(from);
        boolean offline = move instanceof Move.OfflineMove;
        boolean movable = offline
                ? rules.offlineMoves() && scenario.isMovableOffline(move.instance())
                : scenario.isMovable(move.instance()) && !instance.forthcoming();
        boolean wanted = !rules.moves().evacuationOnly()
                || nodes.get(from.primary()).isOffline()
                || (from.hasSecondary() && nodes.get(from.secondary()).isOffline());
        boolean copies = move.actions(from).stream()
                .anyMatch(action -> action instanceof Action.ReplaceSecondary || action instanceof Action.MoveDisks);
        boolean switches = move.actions(from).stream().anyMatch(action -> !(action instanceof Action.ReplaceSecondary));
        boolean leaves = to.primary() != from.primary();
        boolean mayLeave = !rules.moves().restrictedMigration()
                || nodes.get(from.primary()).isOffline();
        boolean allowed = (!copies || rules.moves().diskMoves())
                && (!switches || rules.moves().instanceMoves())
                && (!leaves || mayLeave)
                && !(move instanceof Move.ReplacePrimary && rules.moves().restrictedMigration());
        boolean plain = from.hasSecondary() && !instance.template().hasSecondary();
        return movable && wanted && allowed && !plain && isAlive(nodes, move, from) && staysInGroup(nodes, from, to);
    }

    private static boolean staysInGroup(List<Node> nodes, Placement from, Placement to) {
        int group = nodes.get(from.primary()).group();
        return nodes.get(to.primary()).group() == group
                && (!to.hasSecondary() || nodes.get(to.secondary()).group() == group);
    }

    /** Nothing starts on an offline node, and none gives or gets a copy of disks. */
    private static boolean isAlive(List<Node> nodes, Move move, Placement from) {
        Placement at = from;
        for (Action action : move.actions(from)) {
            boolean copies = action instanceof Action.ReplaceSecondary || action instanceof Action.MoveDisks;
            boolean sourceLives = !copies || !nodes.get(at.primary()).isOffline();
            Placement next = action.to(at);
            int taker = action instanceof Action.ReplaceSecondary ? next.secondary() : next.primary();
            if (!sourceLives || nodes.get(taker).isOffline()) {
                return false;
            }
            at = next;
        }
        return true;
    }

    private static boolean canMove(Scenario scenario, HostSurvey hosts, int index, TargetRules rules) {
        Placement from = scenario.cluster().instances().get(index).placement();
        RuleChecker checker = new RuleChecker(scenario.cluster(), rules.placement());
        return conceivable(scenario, index).stream()
                .filter(move -> isPermitted(scenario, move, rules))
                .filter(move ->
                        hosts.ask(move, rules.moves().ignoreSoftErrors()).isEmpty())
                .anyMatch(move -> checker.check(List.of(new Plan.Step(move, from, 0)))
                        .violations()
                        .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void instancesAreNamedIfAndOnlyIfNoMoveIsPossible(long seed) {
        Map<String, Integer> seen = new TreeMap<>();
        for (long shift = 0; shift < CLUSTERS; shift++) {
            Dice dice = Dice.of(1000 * seed + shift);
            Scenario scenario = scenario(1000 * seed + shift, dice);
            TargetRules rules = rules(scenario, dice);
            List<Integer> groups = IntStream.range(
                            0, scenario.cluster().groups().size())
                    .boxed()
                    .toList();
            MobilitySurvey survey =
                    new PlanningRules(rules, true, Set.of()).survey(new ClusterState(scenario), groups, List.of());
            HostSurvey hosts = new HostSurvey(scenario);
            for (int index = 0; index < scenario.cluster().instances().size(); index++) {
                Optional<Immobility> reason = survey.of(index);
                assertThat(reason.isEmpty())
                        .as("instance %s of seed %s moves; %s", index, 1000 * seed + shift, reason)
                        .isEqualTo(canMove(scenario, hosts, index, rules));
                seen.merge(reason.map(Immobility::label).orElse("moves"), 1, Integer::sum);
            }
        }
        assertThat(seen).containsKeys("moves", "no-room", "rule", "rules", "one-copy", "healthy");
    }
}
