/**
 * The cost of carrying a plan out: data copied, memory migrated, time. {@link org.ballast.optimizer.cost.Cost} adds up
 * along a plan; {@link org.ballast.optimizer.cost.Limits} says how much of it is accepted. The model is explained in
 * {@code docs/cost.md}.
 */
@NullMarked
package org.ballast.optimizer.cost;

import org.jspecify.annotations.NullMarked;
