/**
 * The search for better targets by Timefold, a constraint solver: {@link org.ballast.hbal.timefold.TimefoldSolver}
 * configures its local search over {@link org.ballast.optimizer.target.TargetAssignment}, which says what a change is worth. This is
 * the only package that knows Timefold, and nothing of Timefold is seen outside.
 */
@NullMarked
package org.ballast.hbal.timefold;

import org.jspecify.annotations.NullMarked;
