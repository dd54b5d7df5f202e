package org.ballast.capacity;

/**
 * The redundancy that a cluster must keep, and what is done where it does not.
 *
 * @param checkCapacity whether all instances of any one node must find places on other nodes if it fails; without it
 *     only mirrored instances count
 * @param independentGroups whether a group that is not healthy is left out, instead of all groups with it
 * @param acceptExistingErrors whether instances are placed in such a group, too
 */
public record CapacityRules(boolean checkCapacity, boolean independentGroups, boolean acceptExistingErrors) {
    /** Rules that check global N+1 and place nothing in a cluster that is not healthy. */
    public static final CapacityRules STRICT = new CapacityRules(true, false, false);
}
