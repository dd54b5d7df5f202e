/**
 * Measurements of the optimizer's plans beside the descent's, which is Ganeti's: each search in
 * each task on generated clusters and on files, told as tables. {@code PlanQuality} is where it starts.
 */
@NullMarked
package org.ballast.benchmarks.quality;

import org.jspecify.annotations.NullMarked;
