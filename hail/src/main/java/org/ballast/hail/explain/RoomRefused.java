package org.ballast.hail.explain;

/**
 * No moves were looked for, as none can help.
 *
 * @param instance the instance's name
 * @param reason why, without a full stop
 */
public record RoomRefused(String instance, String reason) implements RoomOutcome {}
