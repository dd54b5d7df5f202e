package org.ballast.model.check;

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
    private final List<Guest> guests;
    private final CheckedNode[] nodes;
    private final List<Placement> placements;

    /** Starts with the scenario as it was read. */
    CheckedCluster(Scenario scenario) {
        this.scenario = scenario;
        Cluster cluster = scenario.cluster();
        guests = new ArrayList<>();
        placements = new ArrayList<>();
        for (Instance instance : cluster.instances()) {
            guests.add(Guest.of(scenario, guests.size()));
            placements.add(instance.placement());
        }
        List<List<Stay>> stays = new ArrayList<>();
        cluster.nodes().forEach(node -> stays.add(new ArrayList<>()));
        for (Guest guest : guests) {
            Placement placement = placements.get(guest.index());
            int sharedDomains =
                    placement.hasSecondary() ? sharedDomains(placement.primary(), placement.secondary()) : 0;
            // Two nodes that are one are a mistake in the data, and count as a secondary alone.
            if (placement.primary() != placement.secondary()) {
                stays.get(placement.primary()).add(new Stay.Primary(guest, sharedDomains));
            }
            if (placement.hasSecondary()) {
                stays.get(placement.secondary()).add(new Stay.Secondary(guest, placement.primary()));
            }
        }
        nodes = IntStream.range(0, stays.size())
                .mapToObj(index -> CheckedNode.load(scenario, index, stays.get(index)))
                .toArray(CheckedNode[]::new);
    }

    private CheckedCluster(CheckedCluster other) {
        scenario = other.scenario;
        guests = new ArrayList<>(other.guests);
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

    Guest guest(int instance) {
        return guests.get(instance);
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

    /** Writes down a guest that was not there before, or not in this form, and that its nodes know already. */
    void enter(Guest guest, Placement placement) {
        if (guest.index() == guests.size()) {
            guests.add(guest);
            placements.add(placement);
        } else {
            guests.set(guest.index(), guest);
            placements.set(guest.index(), placement);
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
