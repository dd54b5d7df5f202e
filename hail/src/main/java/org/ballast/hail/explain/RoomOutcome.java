package org.ballast.hail.explain;

/** The result of a search for moves that make room. */
public sealed interface RoomOutcome permits MadeRoom, NoRoom, RoomRefused {
    /** Returns the name of the instance that needs room. */
    String instance();
}
