package org.ballast.capacity;

/**
 * How healthy a cluster must stay, and what is done where it is not.
 *
 * @param checkCapacity whether all instances of any one node must find places on other nodes if it fails; without it only
 *     mirrored instances count
 * @param independentGroups whether a group that is not healthy is left out, instead of all groups with it
 * @param acceptExistingErrors whether instances are placed in such a group, too
 */
public record CapacityRules(boolean checkCapacity, boolean independentGroups, boolean acceptExistingErrors) {
    /** Capacity is checked, and nothing is placed in a cluster that is not healthy. */
    public static final CapacityRules STRICT = new CapacityRules(true, false, false);
}
