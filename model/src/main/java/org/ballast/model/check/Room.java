package org.ballast.model.check;

/**
 * What is left of a node at one moment, counting either the guests that exist and their state, or all guests as if they
 * ran.
 *
 * @param memoryFree free memory in MiB
 * @param diskFree free disk space in MiB
 * @param spindlesFree free spindles, with exclusive storage only
 * @param spindleUse reckoned spindle use; 0 with exclusive storage
 * @param vcpus virtual CPUs in use
 */
record Room(long memoryFree, long diskFree, long spindlesFree, long spindleUse, long vcpus) {}
