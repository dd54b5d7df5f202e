/**
 * Placement: where an instance can go. {@code allocate} finds nodes for new instances, {@code n1} says whether any one
 * node could fail afterwards, {@code relocate} moves instances away from their nodes. Here is what these three share:
 * {@link org.ballast.planner.place.AllocationRules}, the group's policy, and what a choice of nodes is worth.
 */
@NullMarked
package org.ballast.planner.place;

import org.jspecify.annotations.NullMarked;
