/** Capacity planning: how many more instances fit, what runs out first, and when. */
@NullMarked
package org.ballast.hspace;

import org.jspecify.annotations.NullMarked;
