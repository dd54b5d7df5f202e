package org.ballast.backends.simulation;

import java.util.ArrayList;
import java.util.List;
import org.ballast.backends.input.BackendException;
import org.ballast.backends.input.Quoted;
import org.ballast.backends.input.Readings;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Group;
import org.ballast.model.InstancePolicy;
import org.ballast.model.Node;
import org.ballast.model.NodeRole;

/**
 * A group of equal nodes, as {@code policy,nodes,disk,memory,cpus[,spindles[,exclusive storage]]} describes it.
 *
 * @param allocationPolicy whether new instances may be placed here
 * @param nodeCount how many nodes there are; none where it is negative
 * @param disk disk space of a node in MiB
 * @param memory memory of a node in MiB
 * @param cpus CPUs of a node
 * @param spindles spindles of a node
 * @param exclusiveStorage whether instances own whole spindles
 */
record SimulatedGroup(
        AllocationPolicy allocationPolicy,
        long nodeCount,
        long disk,
        long memory,
        long cpus,
        long spindles,
        boolean exclusiveStorage) {

    private static final int FEWEST_PARTS = 5;
    private static final int MOST_PARTS = 7;
    private static final long RESERVED_CPUS = 1;

    /**
     * Reads a specification.
     *
     * @throws BackendException if it is none
     */
    static SimulatedGroup read(String specification) {
        String[] parts = specification.split(",", -1);
        int count = specification.isEmpty() ? 0 : parts.length;
        if (count < FEWEST_PARTS || count > MOST_PARTS) {
            throw new BackendException("Invalid cluster specification, expected 6 comma-separated sections (allocation"
                    + " policy, node count, disk size, memory size, number of CPUs, spindles) but got " + count + ": '"
                    + Quoted.readable(specification) + "'");
        }
        return new SimulatedGroup(
                policy(parts[0]),
                Readings.integer("node count", parts[1]),
                Readings.mebibytes("disk size", parts[2]),
                Readings.mebibytes("memory size", parts[3]),
                Readings.integer("cpu count", parts[4]),
                count > FEWEST_PARTS ? Readings.integer("spindles", parts[FEWEST_PARTS]) : 1,
                count == MOST_PARTS && Readings.truth("exclusive storage", parts[MOST_PARTS - 1]));
    }

    private static AllocationPolicy policy(String text) {
        for (AllocationPolicy policy : AllocationPolicy.values()) {
            if (text.equals(policy.label()) || text.equals(abbreviation(policy))) {
                return policy;
            }
        }
        throw new BackendException("Invalid string value for type AllocPolicy: " + Quoted.quoted(text)
                + "; Cannot parse AllocPolicy abbreviation '" + text + "'");
    }

    private static String abbreviation(AllocationPolicy policy) {
        return switch (policy) {
            case PREFERRED -> "p";
            case LAST_RESORT -> "a";
            case UNALLOCABLE -> "u";
        };
    }

    /** Returns the group itself; groups are numbered from 1. */
    Group group(int number) {
        String suffix = padded(number, 2);
        return new Group(
                "group-" + suffix,
                "fake-uuid-" + suffix,
                allocationPolicy,
                List.of(),
                List.of(),
                InstancePolicy.DEFAULT);
    }

    /** Returns its nodes; the first one of the first group is the master. */
    List<Node> nodes(int groupNumber) {
        String prefix = "node-" + padded(groupNumber, 2) + "-";
        List<Node> nodes = new ArrayList<>();
        for (int number = 1; number <= nodeCount; number++) {
            nodes.add(new Node(
                    prefix + padded(number, 3),
                    groupNumber - 1,
                    groupNumber == 1 && number == 1 ? NodeRole.MASTER : NodeRole.NORMAL,
                    new Node.Memory(memory, 0, memory),
                    new Node.Disk(disk, disk),
                    new Node.Cpus(cpus, RESERVED_CPUS, 1),
                    new Node.Spindles(spindles, 0, exclusiveStorage),
                    List.of()));
        }
        return nodes;
    }

    private static String padded(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
