/**
 * The small tools: {@link org.ballast.family.Hinfo} tells what a cluster looks like, {@link org.ballast.family.Hcheck}
 * whether it is healthy, and whether balancing would help if it is not.
 */
@NullMarked
package org.ballast.family;

import org.jspecify.annotations.NullMarked;
