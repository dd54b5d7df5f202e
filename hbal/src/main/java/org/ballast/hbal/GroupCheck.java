package org.ballast.hbal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ballast.backends.Notation;
import org.ballast.cli.GroupHealth;
import org.ballast.model.Node;
import org.ballast.planner.state.NodeReport;

/**
 * What is wrong with groups before they are balanced.
 *
 * @param health which nodes fail the N+1 check
 * @param others how the nodes that pass it stand to their policy
 */
record GroupCheck(BalancedGroups groups, GroupHealth health, List<NodeStatus> others) {

    /** Copies the list. */
    GroupCheck {
        others = List.copyOf(others);
    }

    /** Whether a node keeps to its policy. */
    enum PolicyStatus {
        KEPT("Ok ()"),
        TOO_MANY_SPINDLES("Bad FailDisk"),
        TOO_MANY_VCPUS("Bad FailCPU");

        private final String notation;

        PolicyStatus(String notation) {
            this.notation = notation;
        }
    }

    /** A node and whether it keeps to its policy. */
    record NodeStatus(String name, PolicyStatus verdict) {
        @Override
        public String toString() {
            return "(" + Notation.quoted(name) + "," + verdict.notation + ")";
        }
    }

    /** Checks all nodes. */
    static GroupCheck of(BalancedGroups groups) {
        GroupHealth health = GroupHealth.of(groups.state(), groups.nodes());
        List<NodeStatus> others = new ArrayList<>();
        Set<Integer> badNodes = Set.copyOf(health.badNodes());
        for (int index : groups.nodes()) {
            NodeReport report = groups.state().report(index);
            if (!badNodes.contains(index) || differsFromItself(report)) {
                Node node = groups.cluster().nodes().get(index);
                double maxVcpuRatio = groups.state().scenario().maxVcpuRatio(node);
                others.add(new NodeStatus(node.name(), verdict(report, maxVcpuRatio)));
            }
        }
        return new GroupCheck(groups, health, others);
    }

    private static PolicyStatus verdict(NodeReport report, double maxVcpuRatio) {
        if (report.spindleUse() > report.maxSpindleUse()) {
            return PolicyStatus.TOO_MANY_SPINDLES;
        }
        return report.vcpuRatio() > maxVcpuRatio ? PolicyStatus.TOO_MANY_VCPUS : PolicyStatus.KEPT;
    }

    /** Ganeti takes all nodes but the bad ones by comparing them, and nodes with such a figure equal none. */
    private static boolean differsFromItself(NodeReport report) {
        return Double.isNaN(report.freeMemoryRatio())
                || Double.isNaN(report.vcpuRatio())
                || Double.isNaN(report.spindleUse())
                || Double.isNaN(report.maxSpindleUse());
    }

    /** Returns how many of the nodes that pass the N+1 check do not keep to their policy. */
    long violations() {
        return others.stream()
                .filter(node -> node.verdict() != PolicyStatus.KEPT)
                .count();
    }

    /** Returns all findings, on three lines. */
    String details() {
        List<String> bad = health.badNodes().stream()
                .map(node -> Notation.quoted(groups.cluster().nodes().get(node).name()))
                .toList();
        List<String> good =
                others.stream().map(node -> Notation.quoted(node.name())).toList();
        return "Bad nodes: " + Notation.list(bad)
                + "\nN+1 happy nodes: " + Notation.list(good)
                + "\nNode policy status: " + Notation.list(others)
                + "\n";
    }
}
