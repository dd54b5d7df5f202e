/**
 * Nodes for an instance that has none: {@link org.ballast.planner.place.allocate.GroupSearch} searches group by group,
 * {@link org.ballast.planner.place.allocate.Allocator} weighs the nodes, or pairs of nodes, of one group.
 */
@NullMarked
package org.ballast.planner.place.allocate;

import org.jspecify.annotations.NullMarked;
