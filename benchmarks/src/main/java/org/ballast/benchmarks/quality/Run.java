package org.ballast.benchmarks.quality;

/**
 * The run of one search.
 *
 * @param task what it was asked for
 * @param contender who searched
 * @param figures its plan
 */
record Run(PlanningTask task, Contender contender, Figures figures) {}
