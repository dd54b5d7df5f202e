/**
 * N+1: whether any one node could fail without loss. {@link org.ballast.planner.place.n1.NodeFailureSimulation} lets
 * one node fail, {@link org.ballast.planner.place.n1.GlobalN1Check} proves for all nodes at once that they could, and
 * {@link org.ballast.planner.place.n1.NodeLossRecovery} says what becomes of the instances of nodes that fail for good.
 */
@NullMarked
package org.ballast.planner.place.n1;

import org.jspecify.annotations.NullMarked;
