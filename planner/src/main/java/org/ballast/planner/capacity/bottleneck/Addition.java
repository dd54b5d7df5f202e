package org.ballast.planner.capacity.bottleneck;

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
import org.ballast.planner.state.Hardware;
import org.ballast.planner.state.Resource;

/**
 * Hardware for nodes with which more instances fit; the fill of the cluster with it has been done.
 *
 * @param nodes what is added, by node
 * @param fitting how many instances fit then
 * @param least whether less on any one of these nodes would not do: one MiB, CPU or spindle less was tried
 */
public record Addition(SortedMap<Integer, Hardware> nodes, int fitting, boolean least) {

    /** Copies the map. */
    public Addition {
        nodes = Collections.unmodifiableSortedMap(new TreeMap<>(nodes));
    }

    /** Returns all of it together. */
    public Hardware total() {
        return nodes.values().stream().reduce(Hardware.NONE, Hardware::plus);
    }

    /** Returns of which resources there is some. */
    public Set<Resource> resources() {
        Set<Resource> resources = EnumSet.noneOf(Resource.class);
        for (Resource resource : Resource.values()) {
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
    public static Scenario added(Scenario scenario, SortedMap<Integer, Hardware> nodes) {
        Cluster cluster = scenario.cluster();
        List<Node> grown = new ArrayList<>(cluster.nodes());
        nodes.forEach((node, hardware) -> grown.set(node, hardware.addedTo(grown.get(node))));
        return new Scenario(
                cluster.withNodes(grown),
                scenario.tags(),
                scenario.utilisation(),
                scenario.pinned(),
                scenario.limits());
    }
}
