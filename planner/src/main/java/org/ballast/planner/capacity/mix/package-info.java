/** How a catalogue of flavours fits: {@link org.ballast.planner.capacity.mix.MixFill} places them in proportion. */
@NullMarked
package org.ballast.planner.capacity.mix;

import org.jspecify.annotations.NullMarked;
