package org.ballast.hbal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Node;
import org.ballast.model.Placement;

/**
 * Cuts groups out of a cluster: their nodes, their instances, and nodes of other groups only where these have their
 * secondary there. All groups stay, so that policies and names stay complete.
 */
final class GroupExtract {
    private final Cluster cluster;
    private final Map<Integer, Integer> newIndices = new TreeMap<>();

    private GroupExtract(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Returns the groups as they are now. */
    static Cluster of(BalancedGroups groups) {
        return new GroupExtract(groups.state().toCluster()).extract(groups);
    }

    private Cluster extract(BalancedGroups groups) {
        for (int node : groups.nodes()) {
            newIndices.put(node, 0);
        }
        for (int instance : groups.instances()) {
            Placement placement = cluster.instances().get(instance).placement();
            if (placement.hasSecondary()) {
                newIndices.put(placement.secondary(), 0);
            }
        }
        List<Node> nodes = new ArrayList<>();
        for (Map.Entry<Integer, Integer> each : newIndices.entrySet()) {
            each.setValue(nodes.size());
            nodes.add(cluster.nodes().get(each.getKey()));
        }
        List<Instance> instances = new ArrayList<>();
        for (int index : groups.instances()) {
            Instance instance = cluster.instances().get(index);
            instances.add(instance.withPlacement(renumbered(instance.placement())));
        }
        return new Cluster(cluster.groups(), nodes, instances, cluster.tags(), cluster.policy());
    }

    private Placement renumbered(Placement placement) {
        return new Placement(
                newIndex(placement.primary()),
                placement.hasSecondary() ? newIndex(placement.secondary()) : Placement.NONE);
    }

    private int newIndex(int node) {
        return newIndices.getOrDefault(node, Placement.NONE);
    }
}
