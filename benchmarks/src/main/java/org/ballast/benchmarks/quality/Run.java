package org.ballast.benchmarks.quality;

/**
 * One search.
 *
 * @param task what it was asked for
 * @param contender who searched
 * @param figures its plan
 */
record Run(PlanningTask task, Contender contender, Figures figures) {}
