/**
 * Our allocator in a real Ganeti: {@link org.ballast.checks.lab.LabTest} raises a cluster on this machine
 * ({@link org.ballast.checks.lab.Lab}), has its master call {@code bin/hail}
 * ({@link org.ballast.checks.lab.AllocatorRecorder}) and reads in the jobs of the cluster what became of the replies
 * ({@link org.ballast.checks.lab.JobQueue}).
 */
@NullMarked
package org.ballast.checks.lab;

import org.jspecify.annotations.NullMarked;
