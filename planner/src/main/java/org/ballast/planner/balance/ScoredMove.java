package org.ballast.planner.balance;

import org.ballast.model.Move;

/**
 * A move and the score after it.
 *
 * @param move the move
 * @param score the cluster's score after it, exactly as it would be printed
 */
record ScoredMove(Move move, double score) {}
