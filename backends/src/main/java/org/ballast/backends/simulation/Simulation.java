package org.ballast.backends.simulation;

import java.util.ArrayList;
import java.util.List;
import org.ballast.backends.input.BackendException;
import org.ballast.model.Cluster;
import org.ballast.model.Group;
import org.ballast.model.InstancePolicy;
import org.ballast.model.Node;

/** Simulated clusters: groups of equal nodes without instances. */
public final class Simulation {
    /** More than any cluster has; a slip of the finger must not fill the memory. */
    private static final long MOST_NODES = 100_000;

    private Simulation() {}

    /**
     * Makes a cluster of groups that are described like this: {@code preferred,20,100g,64g,16}. The parts are the
     * allocation policy ({@code preferred}, {@code last_resort}, {@code unallocable} or {@code p}, {@code a},
     * {@code u}), the number of nodes, and for each node its disk space, memory and CPUs; then perhaps spindles, and
     * whether storage is exclusive ({@code True}, {@code False}).
     *
     * @param specifications one for each group, as the command line has them: the last one becomes the first group, as
     *     Ganeti has it
     * @throws BackendException if one of them is none, or they ask for too many nodes
     */
    public static Cluster cluster(List<String> specifications) {
        List<SimulatedGroup> described =
                specifications.reversed().stream().map(SimulatedGroup::read).toList();
        List<Group> groups = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        for (SimulatedGroup each : described) {
            int number = groups.size() + 1;
            if (each.nodeCount() > MOST_NODES - nodes.size()) {
                throw new BackendException("node count: expected at most " + MOST_NODES + " nodes in all groups, found "
                        + each.nodeCount() + (nodes.isEmpty() ? "" : " more than " + nodes.size()));
            }
            groups.add(each.group(number));
            nodes.addAll(each.nodes(number));
        }
        return new Cluster(groups, nodes, List.of(), List.of(), InstancePolicy.DEFAULT);
    }
}
