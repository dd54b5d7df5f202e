package org.ballast.hail.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ballast.model.Cluster;
import org.ballast.model.Group;
import org.ballast.model.Placement;
import org.ballast.planner.state.ClusterState;

/** A directory of a cluster's objects by name and index. */
final class Directory {
    private final Cluster cluster;
    private final Map<String, Integer> instances = new HashMap<>();

    Directory(Cluster cluster) {
        this.cluster = cluster;
        for (int i = 0; i < cluster.instances().size(); i++) {
            instances.put(cluster.instances().get(i).name(), i);
        }
    }

    /** Returns the index of an instance. */
    int instance(String name) {
        Integer index = instances.get(name);
        if (index == null) {
            throw new RequestRefused("Unknown instance '" + name + "'");
        }
        return index;
    }

    /** Returns the index of a node. */
    int node(String name) {
        for (int n = 0; n < cluster.nodes().size(); n++) {
            if (cluster.nodes().get(n).name().equals(name)) {
                return n;
            }
        }
        throw new RequestRefused("Unknown node '" + name + "'");
    }

    /** Returns the index of a group, given its name or UUID. */
    int group(String nameOrUuid) {
        for (int g = 0; g < cluster.groups().size(); g++) {
            Group group = cluster.groups().get(g);
            if (group.name().equals(nameOrUuid) || group.uuid().equals(nameOrUuid)) {
                return g;
            }
        }
        throw new RequestRefused("Wrong number of elems found with name " + nameOrUuid);
    }

    Group group(int index) {
        return cluster.groups().get(index);
    }

    String nodeName(int index) {
        return cluster.nodes().get(index).name();
    }

    /** Returns the names of an instance's nodes, the primary one first. */
    List<String> nodeNames(Placement placement) {
        List<String> names = new ArrayList<>();
        names.add(nodeName(placement.primary()));
        if (placement.hasSecondary()) {
            names.add(nodeName(placement.secondary()));
        }
        return names;
    }

    /** Returns the groups that have nodes, in order. */
    List<Integer> inhabitedGroups(ClusterState state) {
        List<Integer> inhabited = new ArrayList<>();
        for (int g = 0; g < cluster.groups().size(); g++) {
            if (state.nodesOf(g).length > 0) {
                inhabited.add(g);
            }
        }
        return inhabited;
    }
}
