package org.ballast.backends;

import java.util.List;
import org.ballast.model.Cluster;
import org.ballast.model.Node;

/**
 * The memory that nodes take for themselves where KVM runs. There instances are ordinary processes, so that what a node
 * reports for itself may hold a part of them.
 *
 * @param mebibytes the memory; 0 or less to believe what nodes report
 */
public record StaticNodeMemory(long mebibytes) {
    /** The memory where no option says otherwise. */
    public static final StaticNodeMemory USUAL = new StaticNodeMemory(4096);

    private static final String KVM = "kvm";

    /**
     * Returns the cluster with this memory in place of what its nodes report, if they run KVM.
     *
     * @param hypervisors the enabled hypervisors, the one that instances usually have first
     */
    public Cluster applyTo(Cluster cluster, List<String> hypervisors) {
        if (mebibytes <= 0 || hypervisors.isEmpty() || !hypervisors.getFirst().equals(KVM)) {
            return cluster;
        }
        return cluster.withNodes(cluster.nodes().stream().map(this::applyTo).toList());
    }

    private Node applyTo(Node node) {
        return new Node(
                node.name(),
                node.group(),
                node.role(),
                new Node.Memory(node.memory().total(), mebibytes, node.memory().free()),
                new Node.Disk(node.disk().total(), node.disk().free()),
                new Node.Cpus(
                        node.cpus().total(), node.cpus().reserved(), node.cpus().speed()),
                new Node.Spindles(
                        node.spindles().total(),
                        node.spindles().free(),
                        node.spindles().exclusive()),
                node.tags());
    }
}
