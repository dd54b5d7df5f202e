package org.ballast.hspace.study;

import org.ballast.capacity.Totals;
import org.ballast.capacity.mix.MixFilling;

/**
 * How a catalogue of flavours fits.
 *
 * @param filling what was placed
 * @param after what the cluster uses then
 */
public record Mix(MixFilling filling, Totals after) {}
