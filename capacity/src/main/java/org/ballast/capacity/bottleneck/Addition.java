package org.ballast.capacity.bottleneck;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ballast.model.Cluster;
import org.ballast.model.Node;
import org.ballast.model.Scenario;

/**
 * Hardware added to nodes with which more instances fit, as proven by filling the cluster.
 *
 * @param nodes what is added, by node
 * @param fitting how many instances fit then
 * @param least whether less on any one of these nodes would not do: one MiB, CPU or spindle less was tried
 */
public record Addition(SortedMap<Integer, NodeHardware> nodes, int fitting, boolean least) {

    /** Copies the map. */
    public Addition {
        nodes = Collections.unmodifiableSortedMap(new TreeMap<>(nodes));
    }

    /** Returns all of it together. */
    public NodeHardware total() {
        return nodes.values().stream().reduce(NodeHardware.NONE, NodeHardware::plus);
    }

    /** Returns the resources of which there is some. */
    public Set<HardwareResource> resources() {
        Set<HardwareResource> resources = EnumSet.noneOf(HardwareResource.class);
        for (HardwareResource resource : HardwareResource.values()) {
            if (total().amount(resource) > 0) {
                resources.add(resource);
            }
        }
        return resources;
    }

    /** Returns the scenario with the hardware in it. */
    public Scenario addedTo(Scenario scenario) {
        return added(scenario, nodes);
    }

    /** Returns a scenario with hardware added to some of its nodes. */
    public static Scenario added(Scenario scenario, SortedMap<Integer, NodeHardware> nodes) {
        Cluster cluster = scenario.cluster();
        List<Node> grown = new ArrayList<>(cluster.nodes());
        nodes.forEach((node, hardware) -> grown.set(node, hardware.addedTo(grown.get(node))));
        return scenario.with(cluster.withNodes(grown), scenario.utilisation(), scenario.pinned());
    }
}
