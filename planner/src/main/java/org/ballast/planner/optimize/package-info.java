/**
 * Optimizing: from a request to the best plan found for what it costs. {@link
 * org.ballast.planner.optimize.Optimizer} lets a {@link org.ballast.planner.search.TargetSolver} find a target, a {@link
 * org.ballast.planner.sequence.Sequencer} the moves that lead there, and never returns less than the descent would.
 */
@NullMarked
package org.ballast.planner.optimize;

import org.jspecify.annotations.NullMarked;
