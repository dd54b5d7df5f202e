/**
 * Optimizing: from a request to the best plan found for what it costs. {@link
 * org.ballast.optimizer.Optimizer} lets a {@link org.ballast.optimizer.target.TargetSolver} find a target, a {@link
 * org.ballast.optimizer.sequence.Sequencer} the moves that lead there, and never returns less than the descent would.
 */
@NullMarked
package org.ballast.optimizer;

import org.jspecify.annotations.NullMarked;
