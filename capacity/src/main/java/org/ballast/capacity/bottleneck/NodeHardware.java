package org.ballast.capacity.bottleneck;

import org.ballast.model.Node;

/**
 * The hardware of a node, or hardware added to one.
 *
 * @param memory memory in MiB
 * @param disk disk space in MiB
 * @param cpus physical CPUs
 * @param spindles spindles
 */
public record NodeHardware(long memory, long disk, long cpus, long spindles) {
    /** No hardware. */
    public static final NodeHardware NONE = new NodeHardware(0, 0, 0, 0);

    /** Returns an amount of one resource and nothing else. */
    public static NodeHardware of(HardwareResource resource, long amount) {
        return NONE.with(resource, amount);
    }

    /** Returns how much there is of a resource. */
    public long amount(HardwareResource resource) {
        return switch (resource) {
            case MEMORY -> memory;
            case DISK -> disk;
            case CPUS -> cpus;
            case SPINDLES -> spindles;
        };
    }

    /** Returns this with another amount of one resource. */
    public NodeHardware with(HardwareResource resource, long amount) {
        return switch (resource) {
            case MEMORY -> new NodeHardware(amount, disk, cpus, spindles);
            case DISK -> new NodeHardware(memory, amount, cpus, spindles);
            case CPUS -> new NodeHardware(memory, disk, amount, spindles);
            case SPINDLES -> new NodeHardware(memory, disk, cpus, amount);
        };
    }

    /** Returns the sum of both. */
    public NodeHardware plus(NodeHardware other) {
        return new NodeHardware(memory + other.memory, disk + other.disk, cpus + other.cpus, spindles + other.spindles);
    }

    /** Returns the node with this added to what it has; all of it is free. */
    public Node addedTo(Node node) {
        return new Node(
                node.name(),
                node.group(),
                node.role(),
                new Node.Memory(
                        node.memory().total() + memory,
                        node.memory().reserved(),
                        node.memory().free() + memory),
                new Node.Disk(node.disk().total() + disk, node.disk().free() + disk),
                new Node.Cpus(
                        node.cpus().total() + cpus,
                        node.cpus().reserved(),
                        node.cpus().speed()),
                new Node.Spindles(
                        node.spindles().total() + spindles,
                        node.spindles().exclusive()
                                ? node.spindles().free() + spindles
                                : node.spindles().free(),
                        node.spindles().exclusive()),
                node.tags());
    }
}
