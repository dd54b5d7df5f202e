package org.ballast.hail.explain;

import java.util.List;
import java.util.Optional;

/**
 * The explanations beside a reply.
 *
 * @param explanation why it is the reply, if that is asked
 * @param rooms how room can be made, for each instance that needs it and if that is asked
 */
public record Advice(Optional<ReplyExplanation> explanation, List<RoomOutcome> rooms) {
    /** Copies the list. */
    public Advice {
        rooms = List.copyOf(rooms);
    }
}
