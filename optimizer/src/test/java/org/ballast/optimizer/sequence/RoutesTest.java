package org.ballast.optimizer.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.rules.MoveRules;
import org.ballast.optimizer.cost.Limits;
import org.ballast.optimizer.cost.Rates;
import org.ballast.optimizer.rules.Rulebook;
import org.ballast.planner.state.ClusterState;
import org.ballast.testkit.SmallCluster;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private static final Placement FROM = new Placement(0, 1);

    private static SmallCluster fourNodes() {
        return new SmallCluster().node().node().node().node();
    }

    private static Routes routes(SmallCluster cluster, MoveRules moves, boolean offlineMoves) {
        ClusterState state = cluster.as(ClusterState::new);
        Rulebook book = new Rulebook(state.scenario().cluster(), List.of());
        return new Routes(state, new SequenceRules(moves, offlineMoves, false, Limits.NONE, Rates.USUAL, book));
    }

    private static List<Move> cheapest(int primary, int secondary) {
        List<Route> found = routes(fourNodes().drbd(0, 1), MoveRules.ALL, false)
                .cheapest(0, FROM, new Placement(primary, secondary));
        return found.getFirst().moves();
    }

    @Test
    void oneNewNodeTakesOneMoveWithOneCopy() {
        assertThat(cheapest(1, 0)).containsExactly(new Move.Failover(0));
        assertThat(cheapest(0, 2)).containsExactly(new Move.ReplaceSecondary(0, 2));
        assertThat(cheapest(2, 0)).containsExactly(new Move.ReplaceAndFailover(0, 2));
        assertThat(cheapest(1, 2)).containsExactly(new Move.FailoverAndReplace(0, 2));
        assertThat(cheapest(2, 1)).containsExactly(new Move.ReplacePrimary(0, 2));
    }

    @Test
    void twoNewNodesTakeTwoCopiesAndOneMigration() {
        List<Route> found = routes(fourNodes().drbd(0, 1), MoveRules.ALL, false).cheapest(0, FROM, new Placement(2, 3));

        assertThat(found)
                .extracting(Route::moves)
                .containsExactlyInAnyOrder(
                        List.of(new Move.ReplaceAndFailover(0, 2), new Move.ReplaceSecondary(0, 3)),
                        List.of(new Move.ReplaceSecondary(0, 2), new Move.FailoverAndReplace(0, 3)));
        assertThat(found).allSatisfy(route -> {
            assertThat(route.cost().diskCopies()).isEqualTo(2);
            assertThat(route.cost().migrations()).isEqualTo(1);
        });
    }

    @Test
    void everyRouteLeadsToItsTarget() {
        Placement to = new Placement(3, 2);
        assertThat(routes(fourNodes().drbd(0, 1), MoveRules.ALL, false).between(0, FROM, to))
                .hasSizeGreaterThan(4)
                .allSatisfy(route -> {
                    Placement at = FROM;
                    for (Move move : route.moves()) {
                        at = move.to(at);
                    }
                    assertThat(at).isEqualTo(to);
                });
    }

    @Test
    void routesKeepTheRulesOfMoves() {
        MoveRules noCopies = new MoveRules(false, true, false, false, false);
        MoveRules noMigrations = new MoveRules(true, false, false, false, false);
        SmallCluster cluster = fourNodes().drbd(0, 1);

        assertThat(routes(cluster, noCopies, false).between(0, FROM, new Placement(0, 2)))
                .isEmpty();
        assertThat(routes(cluster, noCopies, false).between(0, FROM, FROM.swapped()))
                .hasSize(1);
        assertThat(routes(cluster, noMigrations, false).between(0, FROM, FROM.swapped()))
                .isEmpty();
        assertThat(routes(cluster, noMigrations, false).between(0, FROM, new Placement(0, 2)))
                .hasSize(1);
    }

    @Test
    void disksAreNotCopiedFromOfflineNodes() {
        SmallCluster cluster = new SmallCluster()
                .node(node -> node.offline = true)
                .node()
                .node()
                .drbd(0, 1);

        List<Route> found = routes(cluster, MoveRules.ALL, false).between(0, FROM, new Placement(2, 1));

        assertThat(found.getFirst().moves()).containsExactly(new Move.ReplacePrimary(0, 2));
        assertThat(routes(cluster, MoveRules.ALL, false).between(0, FROM, new Placement(0, 2)))
                .isEmpty();
    }

    @Test
    void sharedAndPlainDisksHaveOneRouteIfAny() {
        SmallCluster shared = fourNodes().single(0, instance -> {});
        SmallCluster plain = fourNodes().single(0, instance -> instance.template = DiskTemplate.PLAIN);

        assertThat(routes(shared, MoveRules.ALL, false).between(0, Placement.on(0), Placement.on(3)))
                .extracting(Route::moves)
                .containsExactly(List.of(new Move.FailoverToAny(0, 3)));
        assertThat(routes(plain, MoveRules.ALL, false).between(0, Placement.on(0), Placement.on(3)))
                .isEmpty();
        assertThat(routes(plain, MoveRules.ALL, true).between(0, Placement.on(0), Placement.on(3)))
                .extracting(Route::moves)
                .containsExactly(List.of(new Move.OfflineMove(0, 3)));
    }
}
