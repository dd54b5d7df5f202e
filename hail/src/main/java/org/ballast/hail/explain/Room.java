package org.ballast.hail.explain;

/** What came of looking for moves that make room. */
public sealed interface Room permits MadeRoom, NoRoom {
    /** Returns the name of the instance that needs room. */
    String instance();
}
