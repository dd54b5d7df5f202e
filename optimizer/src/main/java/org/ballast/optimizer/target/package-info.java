/**
 * Where instances should be in the end, and what it is worth to get them there: {@link
 * org.ballast.optimizer.target.TargetAssignment} is one assignment of instances to nodes with its score and its cost,
 * which searches change a million times a second; {@link org.ballast.optimizer.target.Annealer} is one such search. How
 * real moves lead to a target is the business of {@code org.ballast.optimizer.sequence}.
 */
@NullMarked
package org.ballast.optimizer.target;

import org.jspecify.annotations.NullMarked;
