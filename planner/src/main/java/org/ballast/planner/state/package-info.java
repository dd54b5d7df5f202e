/**
 * The cluster, and moving in it: nodes and instances as indices into flat tables, sums that are kept up to date move by
 * move. {@link org.ballast.planner.state.ClusterState} holds the state, {@link org.ballast.planner.state.Trial} works
 * out what a move would do to it, {@link org.ballast.planner.state.Admission} whether a node takes an instance. Names
 * stay outside, and so does what a state is worth: see {@code org.ballast.planner.score}.
 */
@NullMarked
package org.ballast.planner.state;

import org.jspecify.annotations.NullMarked;
