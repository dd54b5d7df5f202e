package org.ballast.hspace.study;

import org.ballast.capacity.InstanceShape;
import org.ballast.planner.state.ClusterState;

/**
 * A cluster that was filled, one instance after another.
 *
 * @param first the shape with which it began
 * @param state the filled cluster; it is only read from here on
 * @param outcome what was placed
 * @param failures why no more was
 */
public record Fill(InstanceShape first, ClusterState state, FillOutcome outcome, FailureCounts failures) {}
