/**
 * The score of a state, to Ganeti's last digit. {@link org.ballast.planner.score.ScoreSheet} computes it in one fixed
 * order of additions, {@link org.ballast.planner.score.MoveEstimate} and {@link org.ballast.planner.score.PairScore}
 * carry it forward by a move or a placement in constant time. Which of them is for what: {@code docs/architecture.md},
 * evaluators.
 */
@NullMarked
package org.ballast.planner.score;

import org.jspecify.annotations.NullMarked;
