package org.ballast.checker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Node;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.model.ScoreWeights;

/** All nodes and placements at one moment of a plan. */
final class CheckedCluster {
    private final Scenario scenario;
    private final List<CheckedInstance> residents;
    private final CheckedNode[] nodes;
    private final List<Placement> placements;

    /** Starts with the scenario as it was read. */
    CheckedCluster(Scenario scenario) {
        this.scenario = scenario;
        Cluster cluster = scenario.cluster();
        residents = new ArrayList<>();
        placements = new ArrayList<>();
        for (Instance instance : cluster.instances()) {
            residents.add(CheckedInstance.of(scenario, residents.size()));
            placements.add(instance.placement());
        }
        List<List<Residence>> residences = new ArrayList<>();
        cluster.nodes().forEach(node -> residences.add(new ArrayList<>()));
        for (CheckedInstance resident : residents) {
            Placement placement = placements.get(resident.index());
            int sharedDomains =
                    placement.hasSecondary() ? sharedDomains(placement.primary(), placement.secondary()) : 0;
            // Two nodes that are one are a mistake in the data, and count as a secondary alone.
            if (placement.primary() != placement.secondary()) {
                residences.get(placement.primary()).add(new Residence.Primary(resident, sharedDomains));
            }
            if (placement.hasSecondary()) {
                residences.get(placement.secondary()).add(new Residence.Secondary(resident, placement.primary()));
            }
        }
        nodes = IntStream.range(0, residences.size())
                .mapToObj(index -> CheckedNode.load(scenario, index, residences.get(index)))
                .toArray(CheckedNode[]::new);
    }

    private CheckedCluster(CheckedCluster other) {
        scenario = other.scenario;
        residents = new ArrayList<>(other.residents);
        nodes = other.nodes.clone();
        placements = new ArrayList<>(other.placements);
    }

    /** Returns the same moment once more, to try something out. */
    CheckedCluster copy() {
        return new CheckedCluster(this);
    }

    /** Returns how much each row of the score counts. */
    ScoreWeights weights() {
        return scenario.weights();
    }

    List<CheckedNode> nodes() {
        return List.of(nodes);
    }

    List<CheckedNode> nodes(Collection<Integer> indices) {
        return indices.stream().map(this::node).toList();
    }

    CheckedNode node(int index) {
        return nodes[index];
    }

    CheckedInstance resident(int instance) {
        return residents.get(instance);
    }

    Placement placement(int instance) {
        return placements.get(instance);
    }

    /** Puts changed nodes in the place of the old ones. */
    void replace(CheckedNode... changed) {
        for (CheckedNode node : changed) {
            nodes[node.index()] = node;
        }
    }

    void place(int instance, Placement placement) {
        placements.set(instance, placement);
    }

    /** Writes down an instance that was not there before, or not in this form, and that its nodes know already. */
    void enter(CheckedInstance resident, Placement placement) {
        if (resident.index() == residents.size()) {
            residents.add(resident);
            placements.add(placement);
        } else {
            residents.set(resident.index(), resident);
            placements.set(resident.index(), placement);
        }
    }

    /** Returns how many failure domains two nodes have in common. */
    int sharedDomains(int one, int other) {
        List<Node> all = scenario.cluster().nodes();
        Set<String> shared = new HashSet<>(scenario.tags().locationTags(all.get(one)));
        shared.retainAll(scenario.tags().locationTags(all.get(other)));
        return shared.size();
    }
}
