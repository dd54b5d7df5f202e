/** Catalogues of flavours: the file of the sizes of instances and their shares. */
@NullMarked
package org.ballast.hspace.mix;

import org.jspecify.annotations.NullMarked;
