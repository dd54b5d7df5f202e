package org.ballast.model;

/**
 * A size of instances, as policies use it.
 *
 * @param memory memory in MiB
 * @param cpus virtual CPUs
 * @param diskSize size of one disk in MiB
 * @param diskCount number of disks
 * @param nicCount number of network interfaces
 * @param spindleUse spindles, owned or reckoned
 */
public record InstanceSpec(long memory, long cpus, long diskSize, long diskCount, long nicCount, long spindleUse) {}
