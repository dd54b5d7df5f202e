package org.ballast.hail.explain;

import java.util.List;
import org.ballast.model.Move;
import org.ballast.model.Placement;

/**
 * Moves after which an instance fits.
 *
 * @param instance the instance's name
 * @param moves the moves, in the order in which they have to be made
 * @param placement the nodes that the instance gets then
 * @param dataMib data that the moves copy from node to node, in MiB
 */
public record MadeRoom(String instance, List<Move> moves, Placement placement, long dataMib) implements RoomOutcome {
    /** Copies the moves. */
    public MadeRoom {
        moves = List.copyOf(moves);
    }
}
