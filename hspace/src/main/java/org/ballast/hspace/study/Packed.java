package org.ballast.hspace.study;

import org.ballast.capacity.packing.Packing;

/**
 * The packings that a search found.
 *
 * @param tiered with ever smaller instances
 * @param standard with instances of one size
 */
public record Packed(Packing tiered, Packing standard) {}
