package org.ballast.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.model.InstanceStatus;
import org.ballast.model.Node;
import org.ballast.model.Placement;

/** The requests of the benchmarks: nodes for one new DRBD instance, in a large cluster of one group. */
public final class LargeRequests {
    private static final List<String> HYPERVISORS = List.of("xen-pvm");

    private LargeRequests() {}

    /** The kind of cluster. */
    public enum Kind {
        /** With 5 instances a node, there is room nearly everywhere. */
        ROOMY,
        /** Memory is sold out, with 10 instances a node: the instance fits nowhere. */
        FULL,
        /**
         * Sold out as well, and one node has lost memory that it needs for a failover: there are places for the small
         * instance that is asked for, but none after which any one node could fail.
         */
        EXPOSED
    }

    /**
     * Returns a request.
     *
     * @param nodes number of nodes, at least 11
     */
    public static AllocatorCase of(Kind kind, int nodes, long seed) {
        Dice dice = Dice.of(seed);
        return switch (kind) {
            case ROOMY -> asking(4096, EvenCluster.of(nodes, EvenCluster.ROOMY, dice));
            case FULL -> asking(EvenCluster.TOO_LARGE, EvenCluster.of(nodes, EvenCluster.FULL, dice));
            case EXPOSED -> asking(512, exposed(EvenCluster.of(nodes, EvenCluster.FULL, dice)));
        };
    }

    private static AllocatorCase asking(long memory, Cluster cluster) {
        AllocatorRequest request = new AllocatorRequest.Allocate(
                new AllocatorRequest.Wanted(wanted(memory), 2), Optional.empty(), Optional.empty());
        Json.Struct document = AllocatorDocument.usual(cluster).write(request, HYPERVISORS);
        String name = RandomRequests.REQUEST_FILE;
        SortedMap<String, String> files = new TreeMap<>();
        files.put(name, document.write() + "\n");
        return new AllocatorCase(cluster, request, document, new CommandLine("hail", List.of(name), files));
    }

    private static Instance wanted(long memory) {
        return new Instance(
                "wanted.example.com",
                memory,
                20_608,
                List.of(new Instance.Disk(20_480, OptionalLong.empty())),
                2,
                InstanceStatus.RUNNING,
                true,
                Placement.NOWHERE,
                DiskTemplate.DRBD,
                List.of(),
                1,
                false,
                List.of());
    }

    /**
     * Takes the free memory from the partner of an instance. That instance is on a node with a low number, but not the
     * first: whoever lets one node after the other fail finds out neither at once nor late.
     */
    private static Cluster exposed(Cluster cluster) {
        int victim = (cluster.nodes().size() - 1) / EvenCluster.FULL - 1;
        int partner = cluster.instances().get(victim).placement().secondary();
        List<Node> nodes = new ArrayList<>(cluster.nodes());
        Node node = nodes.get(partner);
        nodes.set(
                partner,
                Ledger.withFree(node, 0, node.disk().free(), node.spindles().free()));
        return cluster.withNodes(nodes);
    }
}
