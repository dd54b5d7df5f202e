/**
 * The vocabulary that every other part speaks: a {@link org.ballast.model.Cluster} of nodes, instances and groups, the
 * {@link org.ballast.model.Scenario} one run makes of it, the score as one table
 * ({@link org.ballast.model.ScoreRow}), moves and plans. All
 * types are immutable; memory and disk are in MiB everywhere. Nothing here reads files, prints, or searches.
 */
@NullMarked
package org.ballast.model;

import org.jspecify.annotations.NullMarked;
