/**
 * Users' rules, counted as fast as a search asks: {@link org.ballast.optimizer.rules.Rulebook} keeps the violations of every
 * {@link org.ballast.model.rules.PlacementRule} while instances change their places. Each rule is a {@code RuleCounter} of its
 * own; weighing a place asks only those that watch the instance.
 */
@NullMarked
package org.ballast.optimizer.rules;

import org.jspecify.annotations.NullMarked;
