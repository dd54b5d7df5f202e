/**
 * Placement: where an instance can go. {@link org.ballast.planner.place.Evacuation} says whether the instances of a
 * node find room elsewhere.
 */
@NullMarked
package org.ballast.planner.place;

import org.jspecify.annotations.NullMarked;
