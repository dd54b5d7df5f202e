/** Catalogues of flavours: the file in which a planner says of what sizes instances are and how many of each there are. */
@NullMarked
package org.ballast.hspace.mix;

import org.jspecify.annotations.NullMarked;

