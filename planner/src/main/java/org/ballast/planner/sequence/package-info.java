/**
 * From where instances should be to how they get there: {@link org.ballast.planner.sequence.Sequencer} turns target
 * placements into a list of real moves, each safe once those before it are done, and
 * {@link org.ballast.planner.sequence.Schedule} says which of them may run at the same time.
 */
@NullMarked
package org.ballast.planner.sequence;

import org.jspecify.annotations.NullMarked;
