package org.ballast.optimizer.sequence;

import java.util.Comparator;
import java.util.List;
import org.ballast.model.Move;
import org.ballast.optimizer.cost.Cost;

/**
 * A list of moves that lead one instance from one placement to another.
 *
 * @param moves the moves, one after another
 * @param cost what they take
 */
record Route(List<Move> moves, Cost cost) {
    /** Fewest copies first, then least data, then fewest moves. */
    static final Comparator<Route> CHEAPEST = Comparator.<Route>comparingLong(
                    route -> route.cost().diskCopies())
            .thenComparingLong(route -> route.cost().dataMib())
            .thenComparingInt(route -> route.cost().moves());

    /** Returns whether it needs neither more copies nor more data than another. */
    boolean isAsCheapAs(Route other) {
        return cost.diskCopies() <= other.cost.diskCopies() && cost.dataMib() <= other.cost.dataMib();
    }
}
