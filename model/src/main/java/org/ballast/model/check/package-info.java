/**
 * A second opinion: {@link org.ballast.model.check.PlanChecker} replays a plan move by move and says what a cluster
 * would not take, as {@link org.ballast.model.check.Refusal}s. It computes everything anew from the instances that each
 * node holds and shares no code with the planner, so that a mistake must be made twice to go unnoticed.
 */
@NullMarked
package org.ballast.model.check;

import org.jspecify.annotations.NullMarked;
