package org.ballast.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ballast.checker.Allowance;
import org.ballast.checker.PlanChecker;
import org.ballast.model.Instance;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.rules.MoveRules;
import org.ballast.model.rules.PlacementRule;
import org.ballast.model.rules.RuleOrigin;
import org.ballast.optimizer.cost.Limits;
import org.ballast.optimizer.cost.Rates;
import org.ballast.optimizer.target.Objective;
import org.ballast.optimizer.target.TargetRules;
import org.ballast.planner.state.ClusterState;
import org.ballast.testkit.RandomClusters;
import org.ballast.testkit.SmallCluster;
import org.junit.jupiter.api.Test;

class NodePackerTest {
    private static final long TRIES = 600_000;

    private static NodePacker.EmptyingPlan pack(Scenario scenario, Limits limits, PlacementRule... rules) {
        TargetRules wanted = new TargetRules(MoveRules.ALL, false, false, List.of(rules), Rates.USUAL);
        return new NodePacker(scenario, Requests.of(scenario, wanted, Objective.of(1e-9, limits), TRIES))
                .run(OptimizeListener.NONE);
    }

    private static Set<Integer> used(Scenario scenario, Plan plan) {
        List<Placement> ends = new ArrayList<>(
                scenario.cluster().instances().stream().map(Instance::placement).toList());
        plan.steps().forEach(step -> ends.set(step.move().instance(), step.to()));
        Set<Integer> used = new HashSet<>();
        ends.forEach(end -> {
            used.add(end.primary());
            if (end.hasSecondary()) {
                used.add(end.secondary());
            }
        });
        return used;
    }

    private static SmallCluster spread(int nodes) {
        SmallCluster cluster = new SmallCluster();
        for (int node = 0; node < nodes; node++) {
            cluster.node();
        }
        for (int node = 0; node < nodes; node++) {
            cluster.drbd(node, (node + 1) % nodes);
        }
        return cluster;
    }

    @Test
    void asFewNodesAreUsedAsAnySequenceOfMovesCanLeave() {
        int exact = 0;
        for (long seed = 0; seed < 8; seed++) {
            Scenario scenario = SmallShapes.enumerable(seed);
            NodePacker.EmptyingPlan packed = pack(scenario, Limits.NONE);
            int fewest = new BruteForce(scenario).fewestNodes();
            int after = packed.report().after();
            assertThat(after).as("seed %d", seed).isGreaterThanOrEqualTo(fewest);
            assertThat(packed.report().bound().nodes()).as("seed %d", seed).isLessThanOrEqualTo(fewest);
            assertThat(used(scenario, packed.plan().plan())).hasSize(after);
            exact += after == fewest ? 1 : 0;
        }
        assertThat(exact).isGreaterThanOrEqualTo(7);
    }

    @Test
    void plansAreSafeAndWhatIsSaidOfNodesIsTrue() {
        int emptied = 0;
        for (long seed = 0; seed < 5; seed++) {
            Scenario scenario = Scenario.of(RandomClusters.skewed(6, 2, seed));
            NodePacker.EmptyingPlan packed = pack(scenario, Limits.NONE);
            PackReport report = packed.report();
            Plan plan = packed.plan().plan();
            PlanChecker checker = new PlanChecker(scenario, Allowance.FOR_ROOM);
            assertThat(checker.check(plan).violations()).as("seed %d", seed).isEmpty();
            Set<Integer> used = used(scenario, plan);
            assertThat(used).hasSize(report.after()).doesNotContainAnyElementsOf(report.emptied());
            assertThat(report.stays()).extracting(PackReport.Stay::node).containsExactlyInAnyOrderElementsOf(used);
            assertThat(report.bound().nodes()).isLessThanOrEqualTo(report.after());
            emptied += report.emptied().size();
        }
        assertThat(emptied).isGreaterThan(5);
    }

    @Test
    void mirroredInstancesNeedTwoNodes() {
        NodePacker.EmptyingPlan packed = pack(spread(4).scenario(), Limits.NONE);
        assertThat(packed.report().after()).isEqualTo(2);
        assertThat(packed.report().isFewest()).isTrue();
        assertThat(packed.report().stays()).extracting(PackReport.Stay::why).containsOnly(new PackReport.Why.Needed());
    }

    @Test
    void nodesWithInstancesThatStayAreKept() {
        Scenario scenario = spread(4).scenario();
        NodePacker.EmptyingPlan packed =
                pack(scenario, Limits.NONE, new PlacementRule.DoNotMove(RuleOrigin.in("stay"), List.of(0, 2)));
        assertThat(packed.report().emptied()).isEmpty();
        assertThat(packed.report().isFewest()).isTrue();
        assertThat(packed.report().stays().getFirst().describe(scenario.cluster()))
                .contains("instance0", "by the rule do not move");
        assertThat(packed.plan().plan().after().total())
                .isLessThanOrEqualTo(packed.plan().plan().before().total());
    }

    @Test
    void limitsAreKept() {
        Scenario scenario = spread(4).scenario();
        assertThat(pack(scenario, Requests.moves(0)).report().emptied()).isEmpty();
        NodePacker.EmptyingPlan two = pack(scenario, Requests.moves(2));
        assertThat(two.report().emptied()).hasSize(1);
        assertThat(two.plan().plan().steps()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void emptyNodesStayEmpty() {
        Scenario scenario = spread(3).node().scenario();
        NodePacker.EmptyingPlan packed = pack(scenario, Limits.NONE);
        assertThat(packed.report().emptyBefore()).containsExactly(3);
        assertThat(used(scenario, packed.plan().plan())).hasSize(2).doesNotContain(3);
    }

    @Test
    void theSameSeedGivesTheSamePlan() {
        Scenario scenario = Scenario.of(RandomClusters.skewed(5, 2, 3));
        assertThat(pack(scenario, Limits.NONE).plan().plan())
                .isEqualTo(pack(scenario, Limits.NONE).plan().plan());
        assertThat(new ClusterState(scenario).instanceCount()).isPositive();
    }
}
