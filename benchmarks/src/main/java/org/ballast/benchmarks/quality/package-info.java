/**
 * How good the optimizer's plans are, beside the plan that the descent makes, which is that of Ganeti: each search in
 * each task on generated clusters and on files, told as tables. {@code PlanQuality} is where it starts.
 */
@NullMarked
package org.ballast.benchmarks.quality;

import org.jspecify.annotations.NullMarked;

