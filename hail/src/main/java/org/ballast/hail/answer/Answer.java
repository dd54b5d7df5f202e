package org.ballast.hail.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ballast.iallocator.Reply;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Node;
import org.ballast.model.Placement;
import org.ballast.planner.place.GanetiNumbering;
import org.ballast.planner.place.relocate.RelocationOutcome;
import org.ballast.planner.state.ClusterState;

/**
 * A reply, and the cluster as it would be after what the reply says.
 *
 * @param reply the reply
 * @param finalState the cluster afterwards; as it was if the request is refused
 * @param nodes the nodes to which the request was confined in the end; Ganeti then forgets all others
 * @param instances the instances afterwards, in the order in which Ganeti writes them
 * @param numbering Ganeti's numbers of the state's instances
 * @param relocations what became of each instance that had to leave its nodes, in order
 */
public record Answer(
        Reply reply,
        ClusterState finalState,
        Optional<int[]> nodes,
        List<Instance> instances,
        GanetiNumbering numbering,
        List<RelocationOutcome> relocations) {

    /** Copies the lists. */
    public Answer {
        instances = List.copyOf(instances);
        relocations = List.copyOf(relocations);
    }

    /** Creates the answer to a request that moves nothing. */
    Answer(
            Reply reply,
            ClusterState finalState,
            Optional<int[]> nodes,
            List<Instance> instances,
            GanetiNumbering numbering) {
        this(reply, finalState, nodes, instances, numbering, List.of());
    }

    /** Returns the answer to a request that brings no new instance. */
    static Answer of(Reply reply, ClusterState state) {
        return of(reply, state, List.of());
    }

    /** Returns the answer to a request to move instances. */
    static Answer of(Reply reply, ClusterState state, List<RelocationOutcome> relocations) {
        return new Answer(reply, state, Optional.empty(), known(state), GanetiNumbering.PLAIN, relocations);
    }

    /** Returns the instances that were there from the beginning, where they are now. */
    static List<Instance> known(ClusterState state) {
        List<Instance> instances = new ArrayList<>(state.scenario().cluster().instances());
        for (int i = 0; i < instances.size(); i++) {
            instances.set(i, instances.get(i).withPlacement(state.placement(i)));
        }
        return instances;
    }

    /**
     * Returns the cluster afterwards, as far as Ganeti remembers it.
     *
     * @param isConsistent whether free memory is what is left then, and not what hypervisors reported before
     */
    public Cluster finalCluster(boolean isConsistent) {
        Cluster state = isConsistent ? finalState.toConsistentCluster() : finalState.toCluster();
        Cluster cluster = state.withInstances(instances);
        return nodes.map(kept -> reduced(cluster, kept)).orElse(cluster);
    }

    private static Cluster reduced(Cluster cluster, int[] kept) {
        List<Node> nodes = new ArrayList<>();
        Map<Integer, Integer> positions = new HashMap<>();
        for (int node : kept) {
            positions.put(node, nodes.size());
            nodes.add(cluster.nodes().get(node));
        }
        positions.put(Placement.NONE, Placement.NONE);
        List<Instance> instances = new ArrayList<>();
        for (Instance instance : cluster.instances()) {
            Integer primary = positions.get(instance.placement().primary());
            Integer secondary = positions.get(instance.placement().secondary());
            if (primary != null && secondary != null) {
                instances.add(instance.withPlacement(new Placement(primary, secondary)));
            }
        }
        return new Cluster(cluster.groups(), nodes, instances, cluster.tags(), cluster.policy());
    }
}
