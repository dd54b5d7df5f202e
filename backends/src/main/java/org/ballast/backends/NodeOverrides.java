package org.ballast.backends;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.ballast.backends.input.BackendException;
import org.ballast.model.Node;
import org.ballast.model.Scenario;

/**
 * The user's statements about nodes, in place of what the cluster says.
 *
 * @param offline nodes to take as offline, by full name or its first components, in the order given
 * @param maxVcpuRatio highest ratio of virtual to physical CPUs
 * @param minFreeDisk ratio of a node's disk space that stays free, from 0 to 1
 */
public record NodeOverrides(List<String> offline, OptionalDouble maxVcpuRatio, double minFreeDisk) {

    /** Copies the list. */
    public NodeOverrides {
        offline = List.copyOf(offline);
    }

    /**
     * Returns the indices of the nodes that are typed by full name or its first components, each once, in order.
     *
     * @throws BackendException if a name stands for no node or for several
     */
    public static List<Integer> indices(List<String> typed, List<Node> nodes) {
        NameLookup lookup = NameLookup.of(typed, nodes.stream().map(Node::name).toList());
        if (!lookup.missing().isEmpty()) {
            throw new BackendException("unknown or ambiguous node name(s): " + String.join(",", lookup.missing()));
        }
        List<Integer> indices = new ArrayList<>();
        for (int index = 0; index < nodes.size(); index++) {
            if (lookup.found().contains(nodes.get(index).name())) {
                indices.add(index);
            }
        }
        return indices;
    }

    /**
     * Returns the scenario with these limits and with these nodes offline as well.
     *
     * @throws BackendException if an offline node's name stands for no node or for several
     */
    public Scenario applyTo(Scenario scenario) {
        List<Node> nodes = scenario.cluster().nodes();
        NameLookup lookup =
                NameLookup.of(offline, nodes.stream().map(Node::name).toList());
        if (!lookup.missing().isEmpty()) {
            // Ganeti collects repeated options last one first, and so it names them.
            throw new BackendException("wrong node name(s) set as offline: "
                    + String.join(",", lookup.missing().reversed()));
        }
        List<Integer> indices = new ArrayList<>();
        for (int index = 0; index < nodes.size(); index++) {
            if (lookup.found().contains(nodes.get(index).name())) {
                indices.add(index);
            }
        }
        return scenario.withOffline(indices).withLimits(new Scenario.FillLimits(maxVcpuRatio, minFreeDisk));
    }
}
