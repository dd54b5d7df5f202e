package org.ballast.model;

import java.util.List;

/**
 * The state of a cluster as a backend delivers it. Groups, nodes and instances are addressed by their position in these
 * lists; the order is the backend's and decides between moves of equal worth.
 *
 * @param groups the node groups
 * @param nodes the nodes of all groups
 * @param instances the instances of all groups
 * @param tags the cluster's own tags, which switch on exclusion, migration and location rules (see {@link TagRules})
 * @param policy the cluster-wide instance policy; each group carries its own effective one
 */
public record Cluster(
        List<Group> groups, List<Node> nodes, List<Instance> instances, List<String> tags, InstancePolicy policy) {

    /** Copies the lists and checks that every index points into them. */
    public Cluster {
        groups = List.copyOf(groups);
        nodes = List.copyOf(nodes);
        instances = List.copyOf(instances);
        tags = List.copyOf(tags);
        for (Node node : nodes) {
            if (node.group() < 0 || node.group() >= groups.size()) {
                throw new IllegalArgumentException("node " + node.name() + " names group " + node.group() + " of "
                        + groups.size() + ". Maybe the groups were filtered but the nodes were not?");
            }
        }
        for (Instance instance : instances) {
            Placement placement = instance.placement();
            if (placement.primary() >= nodes.size() || placement.secondary() >= nodes.size()) {
                throw new IllegalArgumentException("instance " + instance.name() + " is placed on " + placement
                        + ", but there are " + nodes.size() + " nodes");
            }
        }
    }

    /** Returns this cluster with other nodes; the number of nodes must not change. */
    public Cluster withNodes(List<Node> newNodes) {
        return new Cluster(groups, newNodes, instances, tags, policy);
    }

    /** Returns this cluster with other instances. */
    public Cluster withInstances(List<Instance> newInstances) {
        return new Cluster(groups, nodes, newInstances, tags, policy);
    }

    /** Returns whether the instance's primary and secondary node are in different groups: such instances never move. */
    public boolean isSplit(Instance instance) {
        return isSplit(instance.placement());
    }

    /** Returns whether the primary and the secondary node are in different groups. */
    public boolean isSplit(Placement placement) {
        return placement.hasSecondary()
                && nodes.get(placement.primary()).group()
                        != nodes.get(placement.secondary()).group();
    }
}
