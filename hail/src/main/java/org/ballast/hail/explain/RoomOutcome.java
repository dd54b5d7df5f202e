package org.ballast.hail.explain;

/** What came of looking for moves that make room. */
public sealed interface RoomOutcome permits MadeRoom, NoRoom, RoomRefused {
    /** Returns the name of the instance that needs room. */
    String instance();
}
