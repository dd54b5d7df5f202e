/**
 * Measurements of the planner's speed. The {@code *Benchmark} classes run under JMH, in one process; the scripts in
 * this module's folder time whole commands, beside Ganeti's, on what {@link org.ballast.benchmarks.GenerateCluster} and
 * {@link org.ballast.benchmarks.GenerateRequest} make. {@link org.ballast.benchmarks.BalancePicture} draws what a plan
 * does to a cluster.
 */
@NullMarked
package org.ballast.benchmarks;

import org.jspecify.annotations.NullMarked;
