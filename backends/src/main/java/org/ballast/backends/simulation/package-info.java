/** Empty clusters that exist in a command line only, made from a few figures for each group of equal nodes. */
@NullMarked
package org.ballast.backends.simulation;

import org.jspecify.annotations.NullMarked;
