/**
 * The timing of a plan's moves: {@link org.ballast.optimizer.schedule.Schedule} lets each start as soon as those are
 * done that it waits for, {@link org.ballast.optimizer.schedule.Jobsets} cuts the plan as Ganeti does, with a barrier
 * after each set.
 */
@NullMarked
package org.ballast.optimizer.schedule;

import org.jspecify.annotations.NullMarked;
