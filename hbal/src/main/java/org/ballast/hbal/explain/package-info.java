/**
 * Says why: {@link org.ballast.hbal.explain.StepReasons} what each move of a plan is good for,
 * {@link org.ballast.hbal.explain.Remainders} how low each row of the score can be at all,
 * {@link org.ballast.hbal.explain.PlanExplanation} which instances cannot move, and {@link org.ballast.hbal.explain.StrandedInstance}
 * which of them are still on offline nodes. All of it is found out afterwards, from the plan
 * alone, whoever made it.
 */
@NullMarked
package org.ballast.hbal.explain;

import org.jspecify.annotations.NullMarked;
