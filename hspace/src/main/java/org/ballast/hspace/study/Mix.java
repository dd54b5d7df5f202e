package org.ballast.hspace.study;

import org.ballast.capacity.Totals;
import org.ballast.capacity.mix.MixFilling;

/**
 * The capacity for a catalogue of flavours.
 *
 * @param filling what was placed
 * @param after what the cluster uses then
 */
public record Mix(MixFilling filling, Totals after) {}
