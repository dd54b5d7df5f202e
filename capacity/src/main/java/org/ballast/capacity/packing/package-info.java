/**
 * Packing: a search for more instances than placing them one after another finds room for. {@link
 * org.ballast.capacity.packing.Packer} starts from what {@link org.ballast.capacity} places and looks for something
 * better, within an {@link org.ballast.capacity.packing.SearchBudget}; it may move first what is there already.
 * Whatever it returns has been placed for real, one instance after another, on a fresh state.
 */
@NullMarked
package org.ballast.capacity.packing;

import org.jspecify.annotations.NullMarked;
