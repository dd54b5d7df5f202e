package org.ballast.optimizer.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.optimizer.cost.Cost;
import org.ballast.planner.state.ClusterState;

/**
 * A depth-first search for an order in which a few instances all come to where they should be by their cheapest ways,
 * the instance with the highest value first. What is possible next depends on where instances are, not on how they came
 * there: so no state is tried twice.
 */
final class OrderSearch {
    /** So many instances are few. */
    static final int FEW = 10;
    /** After so many states without an order, detours are tried instead. */
    private static final int MOST_STATES = 2000;

    private final ClusterState state;
    private final MoveSequence moveSequence;
    private final PendingMoves pending;
    private final Routes routes;
    private final int[] instances;
    private final Set<List<Placement>> seen = new HashSet<>();

    private record Choice(Route route, double worth) {}

    /** Prepares for the instances that shall move. */
    OrderSearch(ClusterState state, MoveSequence moveSequence, PendingMoves pending, Routes routes, int[] instances) {
        this.state = state;
        this.moveSequence = moveSequence;
        this.pending = pending;
        this.routes = routes;
        this.instances = instances;
    }

    /** Returns whether all have moved to where they should be; if not, the sequence is as before. */
    boolean take() {
        Cost total = Cost.NONE;
        BitSet all = new BitSet();
        for (int i : instances) {
            List<Route> cheapest = routes.cheapest(i, state.placement(i), pending.target(i));
            if (cheapest.isEmpty()) {
                return false;
            }
            total = total.plus(cheapest.getFirst().cost());
            all.set(i);
        }
        return moveSequence.affords(total, all) && search();
    }

    private boolean search() {
        int[] left = Arrays.stream(instances)
                .filter(i -> !state.placement(i).equals(pending.target(i)))
                .toArray();
        if (left.length == 0) {
            return true;
        }
        List<Placement> places =
                Arrays.stream(instances).mapToObj(state::placement).toList();
        if (seen.size() >= MOST_STATES || !seen.add(places)) {
            return false;
        }
        for (Choice choice : choices(left)) {
            if (moveSequence.permits(choice.route().moves())) {
                int length = moveSequence.length();
                moveSequence.take(choice.route());
                if (search()) {
                    return true;
                }
                moveSequence.truncateTo(length);
            }
        }
        return false;
    }

    /** Returns whole ways, and first halves of ways, since there may be more room for the second half later. */
    private List<Choice> choices(int[] left) {
        List<Choice> whole = new ArrayList<>();
        List<Choice> halves = new ArrayList<>();
        for (int i : left) {
            Placement from = state.placement(i);
            double worth = pending.value(i);
            for (Route route : routes.cheapest(i, from, pending.target(i))) {
                whole.add(new Choice(route, worth));
                Move first = route.moves().getFirst();
                if (route.moves().size() > 1 && !state.isSplit(first.to(from))) {
                    halves.add(new Choice(new Route(List.of(first), Cost.NONE), worth));
                }
            }
        }
        Comparator<Choice> best = Comparator.comparingDouble(Choice::worth).reversed();
        whole.sort(best);
        halves.sort(best);
        whole.addAll(halves);
        return whole;
    }
}
