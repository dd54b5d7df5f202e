package org.ballast.hail.explain;

/**
 * A search without moves after which an instance fits.
 *
 * @param instance the instance's name
 * @param moves how many moves there might have been
 */
public record NoRoom(String instance, int moves) implements RoomOutcome {}
