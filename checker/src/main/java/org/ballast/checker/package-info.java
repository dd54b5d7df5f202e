/**
 * The independent checker: {@link org.ballast.checker.Approval} replays what a planner hands over and says what a
 * cluster would not take, or its user did not allow, as {@link org.ballast.checker.Refusal}s. It computes everything
 * anew from the instances that each node holds, reads the user's options by itself, and shares no code with any
 * planner, so that a mistake must be made twice to go unnoticed. Planners do not know it: approval is handed to them.
 *
 * <p>Reading order: {@link org.ballast.checker.Allowance} (what a plan may do), {@link
 * org.ballast.checker.PlanChecker} (the replay), {@code Permission} (the user's options), {@code MoveTrial} and {@code
 * Admittance} (whether nodes take an instance), {@code CheckedNode} (what is free on a node).
 */
@NullMarked
package org.ballast.checker;

import org.jspecify.annotations.NullMarked;
