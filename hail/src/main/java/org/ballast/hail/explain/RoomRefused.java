package org.ballast.hail.explain;

/**
 * A search for moves that was not made, as none can help.
 *
 * @param instance the instance's name
 * @param reason why, without a full stop
 */
public record RoomRefused(String instance, String reason) implements RoomOutcome {}
