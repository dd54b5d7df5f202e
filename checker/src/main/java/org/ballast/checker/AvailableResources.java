package org.ballast.checker;

/**
 * The free resources of a node at one moment, counting either the instances that exist and their state, or all
 * instances as if they ran.
 *
 * @param memoryFree free memory in MiB
 * @param diskFree free disk space in MiB
 * @param spindlesFree free spindles, with exclusive storage only
 * @param spindleUse reckoned spindle use; 0 with exclusive storage
 * @param vcpus virtual CPUs in use
 */
record AvailableResources(long memoryFree, long diskFree, long spindlesFree, long spindleUse, long vcpus) {}
