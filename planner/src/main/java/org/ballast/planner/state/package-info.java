/**
 * The cluster as the algorithms see it: nodes and instances as indices into flat tables, sums that are kept up to date
 * move by move, and the score over them. {@link org.ballast.planner.state.ClusterState} holds the state,
 * {@link org.ballast.planner.state.Trial} works out what a move would do to it, and
 * {@link org.ballast.planner.state.ScoreSheet} says what that is worth. Names stay outside.
 */
@NullMarked
package org.ballast.planner.state;

import org.jspecify.annotations.NullMarked;
