/**
 * Moving instances away from where they are: {@link org.ballast.planner.place.relocate.NodeEvacuation} empties nodes,
 * {@link org.ballast.planner.place.relocate.GroupChange} brings instances to other groups, both by a
 * {@link org.ballast.planner.place.relocate.Relocator}; {@link org.ballast.planner.place.relocate.RoomMaker} finds
 * moves after which an instance fits that fits nowhere now.
 */
@NullMarked
package org.ballast.planner.place.relocate;

import org.jspecify.annotations.NullMarked;
