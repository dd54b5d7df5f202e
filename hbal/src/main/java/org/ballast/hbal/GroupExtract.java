package org.ballast.hbal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** Returns the groups as they are now, with the memory that hypervisors reported before. */
    static Cluster of(BalancedGroups groups) {
        return new GroupExtract(groups.state().toCluster()).extract(groups.nodes(), groups.instances());
    }

    /**
     * Returns the groups as they are now, such that they have the same score when they are read: free memory is what is
     * left now, and instances of other groups that have their secondary in these are part of them.
     */
    static Cluster consistent(BalancedGroups groups) {
        GroupExtract extract = new GroupExtract(groups.state().toConsistentCluster());
        return extract.extract(groups.nodes(), extract.residents(groups));
    }

    private int[] residents(BalancedGroups groups) {
        Set<Integer> nodes = Arrays.stream(groups.nodes()).boxed().collect(Collectors.toSet());
        return IntStream.range(0, cluster.instances().size())
                .filter(i -> isAnyOf(nodes, cluster.instances().get(i).placement()))
                .toArray();
    }

    private static boolean isAnyOf(Set<Integer> nodes, Placement placement) {
        return nodes.contains(placement.primary()) || nodes.contains(placement.secondary());
    }

    private Cluster extract(int[] kept, int[] residents) {
        for (int node : kept) {
            newIndices.put(node, 0);
        }
        for (int instance : residents) {
            Placement placement = cluster.instances().get(instance).placement();
            newIndices.put(placement.primary(), 0);
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
        for (int index : residents) {
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
