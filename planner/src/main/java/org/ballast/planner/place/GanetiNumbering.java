package org.ballast.planner.place;

import java.util.Map;

/**
 * The numbers by which Ganeti knows nodes and instances, where they are not the planner's own indices.
 *
 * <p>Ganeti's tools find an instance of a cluster by its number, and so show, and take for one another, whatever has the
 * same one:
 *
 * <ul>
 *   <li>The nodes of a simulated cluster are numbered from 1, others from 0.
 *   <li>A new instance gets the number that follows those of the instances considered. Where only one group is, that may
 *       be the number of an instance of the group, which the new one then replaces; where no number was given out, it is
 *       -1.
 *   <li>An instance that gets a secondary or leaves its group keeps its number, while the planner enters it anew: both
 *       are one to Ganeti.
 * </ul>
 *
 * @param firstNode the number of the first node; the others follow
 * @param instances the numbers of the instances that have another one than their index
 */
public record GanetiNumbering(int firstNode, Map<Integer, Integer> instances) {
    /** Indices and numbers are the same. */
    public static final GanetiNumbering PLAIN = new GanetiNumbering(0, Map.of());

    /** The numbers in a simulated cluster. */
    public static final GanetiNumbering SIMULATED = new GanetiNumbering(1, Map.of());

    /** Copies the numbers. */
    public GanetiNumbering {
        instances = Map.copyOf(instances);
    }

    /** Returns the numbering in which one instance is known by another number, which may be that of another instance. */
    public static GanetiNumbering of(int instance, int number) {
        return new GanetiNumbering(0, Map.of(instance, number));
    }

    /** Returns these numbers of nodes with another numbering's of instances. */
    public GanetiNumbering withInstancesOf(GanetiNumbering other) {
        return new GanetiNumbering(firstNode, other.instances);
    }

    /** Returns the number of a node. */
    public int node(int index) {
        return firstNode + index;
    }

    /** Returns the number of an instance. */
    public int instance(int index) {
        // Boxing is for the few that are numbered otherwise: checks ask this for every instance of a node.
        return instances.isEmpty() ? index : instances.getOrDefault(index, index);
    }

    /** Returns whether Ganeti takes an instance for another one. */
    public boolean mistakes(int index) {
        return instance(index) != index;
    }
}
