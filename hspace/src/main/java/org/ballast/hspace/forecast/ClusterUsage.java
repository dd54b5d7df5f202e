package org.ballast.hspace.forecast;

import java.time.LocalDateTime;
import java.util.OptionalDouble;
import org.ballast.backends.input.BackendException;
import org.ballast.model.Cluster;
import org.ballast.model.Node;
import org.ballast.model.Scenario;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.NodeReport;

/**
 * The sums of what a cluster has and uses, over all nodes, as hspace takes them: memory that cannot be allocated counts
 * as used, and there are as many vCPUs as the policies allow. How many instances a cluster can hold no sum tells.
 */
final class ClusterUsage {
    private final Sum memory = new Sum();
    private final Sum disk = new Sum();
    private final Sum vcpus = new Sum();
    private final Sum spindles = new Sum();
    private int instances;

    private static final class Sum {
        private double used;
        private double total;

        private void add(double nodeUsed, double nodeTotal) {
            used += nodeUsed;
            total += nodeTotal;
        }
    }

    private ClusterUsage(Cluster cluster) {
        ClusterState state = new ClusterState(Scenario.of(cluster));
        for (int index = 0; index < cluster.nodes().size(); index++) {
            Node node = cluster.nodes().get(index);
            double vcpuRatio = cluster.groups().get(node.group()).policy().vcpuRatio();
            add(node, vcpuRatio, state.report(index), state.freeSpindles(index));
        }
    }

    private void add(Node node, double vcpuRatio, NodeReport report, long freeSpindles) {
        double memoryTotal = node.memory().total();
        memory.add(memoryTotal - report.unallocatedMemory(), memoryTotal);
        disk.add(node.disk().total() - report.freeDisk(), node.disk().total());
        vcpus.add((double) report.vcpus(), Math.floor(vcpuRatio * node.cpus().total()));
        if (node.spindles().exclusive()) {
            spindles.add((double) (node.spindles().total() - freeSpindles), (double)
                    node.spindles().total());
        }
        instances += report.primaries().size();
    }

    /** Enters what the cluster used at this moment. */
    static void enter(Cluster cluster, LocalDateTime moment, Timeline timeline) {
        ClusterUsage usage = new ClusterUsage(cluster);
        enter(usage.memory, ForecastResource.MEMORY, moment, timeline);
        enter(usage.disk, ForecastResource.DISK, moment, timeline);
        enter(usage.vcpus, ForecastResource.VCPUS, moment, timeline);
        enter(usage.spindles, ForecastResource.SPINDLES, moment, timeline);
        timeline.add(moment, ForecastResource.INSTANCES, usage.instances, OptionalDouble.empty());
    }

    private static void enter(Sum sum, ForecastResource resource, LocalDateTime moment, Timeline timeline) {
        // Where free figures and totals disagree, a node may report more free than it has.
        double used = Math.max(0, sum.used);
        if (!Observation.isAmount(used) || !Observation.isAmount(sum.total)) {
            throw new BackendException("expected at most 1e18 " + resource.unit() + " of " + resource.label()
                    + " in all nodes, found " + sum.used + " of " + sum.total + " in use");
        }
        timeline.add(moment, resource, used, OptionalDouble.of(sum.total));
    }
}
