package org.ballast.optimizer.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ballast.model.DiskTemplate.Mirroring;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.optimizer.cost.Cost;
import org.ballast.optimizer.cost.Rates;
import org.ballast.planner.state.ClusterState;

/** The routes of allowed moves that lead an instance from one placement to another. */
final class Routes {
    private final ClusterState state;
    private final AllowedSteps steps;
    private final Rates rates;
    private final Mirroring[] mirroring;

    Routes(ClusterState state, SequenceRules rules) {
        this.state = state;
        steps = new AllowedSteps(state, rules);
        rates = rules.rates();
        mirroring = state.scenario().cluster().instances().stream()
                .map(instance -> instance.template().mirroring())
                .toArray(Mirroring[]::new);
    }

    /** Returns the routes of at most two moves, the cheapest first. */
    List<Route> between(int i, Placement from, Placement to) {
        List<Route> routes = new ArrayList<>();
        direct(i, from, to).ifPresent(move -> add(routes, from, List.of(move)));
        if (mirroring[i] == Mirroring.INTERNAL && from.hasSecondary() && to.hasSecondary()) {
            for (Move first : firstMoves(i, from, List.of(to.primary(), to.secondary()))) {
                Placement between = first.to(from);
                if (!between.equals(to)) {
                    direct(i, between, to).ifPresent(second -> add(routes, from, List.of(first, second)));
                }
            }
        }
        routes.sort(Route.CHEAPEST);
        return routes;
    }

    /** Returns the routes that need no more copies and data than the cheapest. */
    List<Route> cheapest(int i, Placement from, Placement to) {
        List<Route> routes = between(i, from, to);
        return routes.stream()
                .takeWhile(route -> route.isAsCheapAs(routes.getFirst()))
                .toList();
    }

    /** Returns all single moves, onto any of some nodes where there is a choice, that are allowed. */
    List<Route> singles(int i, Placement from, List<Integer> targets) {
        List<Route> routes = new ArrayList<>();
        for (Move move : firstMoves(i, from, targets)) {
            add(routes, from, List.of(move));
        }
        return routes;
    }

    private void add(List<Route> routes, Placement from, List<Move> moves) {
        Placement at = from;
        Cost cost = Cost.NONE;
        for (Move move : moves) {
            if (!steps.allows(move, at)) {
                return;
            }
            cost = cost.plus(Cost.of(state.scenario().cluster(), new Plan.Step(move, at, 0), rates));
            at = move.to(at);
        }
        routes.add(new Route(moves, cost));
    }

    private List<Move> firstMoves(int i, Placement from, List<Integer> targets) {
        List<Move> moves = new ArrayList<>();
        boolean mirrored = mirroring[i] == Mirroring.INTERNAL && from.hasSecondary();
        if (mirrored) {
            moves.add(new Move.Failover(i));
        }
        for (int target : targets) {
            if (target != from.primary() && target != from.secondary()) {
                switch (mirroring[i]) {
                    case EXTERNAL -> moves.add(new Move.FailoverToAny(i, target));
                    case NONE -> moves.add(new Move.OfflineMove(i, target));
                    case INTERNAL -> {
                        if (mirrored) {
                            moves.add(new Move.ReplaceSecondary(i, target));
                            moves.add(new Move.ReplaceAndFailover(i, target));
                            moves.add(new Move.FailoverAndReplace(i, target));
                            moves.add(new Move.ReplacePrimary(i, target));
                        }
                    }
                }
            }
        }
        return moves;
    }

    /** Returns the one move that leads there, if one does. */
    private Optional<Move> direct(int i, Placement from, Placement to) {
        int x = to.primary();
        int y = to.secondary();
        if (mirroring[i] != Mirroring.INTERNAL) {
            if (x == from.primary() || x == from.secondary() || y != from.secondary()) {
                return Optional.empty();
            }
            return Optional.of(
                    mirroring[i] == Mirroring.EXTERNAL ? new Move.FailoverToAny(i, x) : new Move.OfflineMove(i, x));
        }
        if (!from.hasSecondary() || !to.hasSecondary() || x == y || from.equals(to)) {
            return Optional.empty();
        }
        if (to.equals(from.swapped())) {
            return Optional.of(new Move.Failover(i));
        }
        if (x == from.primary()) {
            return Optional.of(new Move.ReplaceSecondary(i, y));
        }
        if (y == from.primary()) {
            return Optional.of(new Move.ReplaceAndFailover(i, x));
        }
        if (x == from.secondary()) {
            return Optional.of(new Move.FailoverAndReplace(i, y));
        }
        return y == from.secondary() ? Optional.of(new Move.ReplacePrimary(i, x)) : Optional.empty();
    }
}
