package org.ballast.hspace.study;

import org.ballast.capacity.packing.Packing;

/**
 * What a search found room for.
 *
 * @param tiered with ever smaller instances
 * @param standard with instances of one size
 */
public record Packed(Packing tiered, Packing standard) {}
