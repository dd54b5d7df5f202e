/**
 * Balancing: from a state to a {@link org.ballast.model.Plan} of moves that lower its score, within a
 * {@link org.ballast.planner.balance.Budget}. {@link org.ballast.planner.balance.Descent} takes the best single move
 * again and again; everything else here finds that move without weighing all of them each time.
 */
@NullMarked
package org.ballast.planner.balance;

import org.jspecify.annotations.NullMarked;
