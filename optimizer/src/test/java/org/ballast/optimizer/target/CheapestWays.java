package org.ballast.optimizer.target;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.optimizer.cost.Cost;
import org.ballast.optimizer.cost.Rates;

/**
 * The cheapest real moves from where an instance is to anywhere, found by trying all of them, as if there were room
 * everywhere: fewest copies, then least data, fewest moves and least work.
 */
final class CheapestWays {
    private static final Comparator<Cost> CHEAPEST = Comparator.comparingLong(Cost::diskCopies)
            .thenComparingLong(Cost::dataMib)
            .thenComparingInt(Cost::moves)
            .thenComparingDouble(Cost::work);

    private final Map<Placement, Cost> costs = new HashMap<>();

    private record Way(Placement to, Cost cost) {}

    CheapestWays(Cluster cluster, int i, Collection<Integer> nodes, Rates rates) {
        Instance instance = cluster.instances().get(i);
        PriorityQueue<Way> open = new PriorityQueue<>(Comparator.comparing(Way::cost, CHEAPEST));
        open.add(new Way(instance.placement(), Cost.NONE));
        while (!open.isEmpty()) {
            Way way = open.remove();
            if (costs.putIfAbsent(way.to(), way.cost()) == null) {
                for (Move move : moves(instance, i, way.to(), nodes)) {
                    Plan.Step step = new Plan.Step(move, way.to(), 0);
                    open.add(new Way(step.to(), way.cost().plus(Cost.of(cluster, step, rates))));
                }
            }
        }
    }

    private static List<Move> moves(Instance instance, int i, Placement at, Collection<Integer> nodes) {
        List<Move> moves = new ArrayList<>();
        if (at.hasSecondary()) {
            moves.add(new Move.Failover(i));
        }
        for (int node : nodes) {
            if (node != at.primary() && node != at.secondary()) {
                switch (instance.template().mirroring()) {
                    case NONE -> moves.add(new Move.OfflineMove(i, node));
                    case EXTERNAL -> moves.add(new Move.FailoverToAny(i, node));
                    case INTERNAL -> {
                        moves.add(new Move.ReplaceSecondary(i, node));
                        moves.add(new Move.ReplaceAndFailover(i, node));
                        moves.add(new Move.ReplacePrimary(i, node));
                        moves.add(new Move.FailoverAndReplace(i, node));
                    }
                }
            }
        }
        return moves;
    }

    Cost to(Placement placement) {
        return costs.get(placement);
    }
}
