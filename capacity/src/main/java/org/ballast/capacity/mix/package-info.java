/** The capacity for a catalogue of flavours: {@link org.ballast.capacity.mix.MixFill} places them in proportion. */
@NullMarked
package org.ballast.capacity.mix;

import org.jspecify.annotations.NullMarked;
