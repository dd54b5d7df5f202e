/**
 * Capacity: how many more instances fit. {@link org.ballast.capacity.StandardFill} places instances of one size
 * until no more fit, {@link org.ballast.capacity.TieredFill} goes on with ever smaller ones; both ask the one
 * placement of {@link org.ballast.planner.place} for each instance.
 */
@NullMarked
package org.ballast.capacity;

import org.jspecify.annotations.NullMarked;
