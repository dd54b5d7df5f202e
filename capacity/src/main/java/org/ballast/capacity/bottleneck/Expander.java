package org.ballast.capacity.bottleneck;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.ballast.capacity.CapacityRules;
import org.ballast.capacity.InstanceShape;
import org.ballast.model.Instance;
import org.ballast.model.InstancePolicy;
import org.ballast.model.Node;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.planner.place.allocate.AllocationTargets;
import org.ballast.planner.state.ClusterState;

/**
 * A search for the least hardware with which more instances fit. In the full cluster it closes the smallest gap to one
 * more instance, and then the next one. The answer has to stand when the cluster with the hardware is filled from the
 * beginning: a placement that takes the best place each time may do better or worse there. So it goes on closing gaps
 * if there is too little, and takes away again what is not needed, node by node.
 *
 * <p>Gaps do not show that all instances of a failed node must find places. If closing them does not help, all nodes
 * get the same, more and more of it, before nodes that do not need it give it back.
 */
final class Expander {
    /** After how many gaps, beyond as many as instances are wanted, the cluster is filled with what they took. */
    private static final Set<Integer> MORE_GAPS = Set.of(0, 2, 6);

    private static final int MOST_GAPS = 6;
    /** In even additions amounts are multiples of this part of an instance; at most {@link #MOST_PARTS} are tried. */
    private static final int PART = 16;

    private static final long MOST_PARTS = 1L << 14;

    private final Scenario scenario;
    private final InstanceShape shape;
    private final Refill refill;
    private final Refill.Full now;

    Expander(Scenario scenario, CapacityRules rules, InstanceShape shape, IntConsumer progress) {
        this.scenario = scenario;
        this.shape = shape;
        refill = new Refill(scenario, rules, shape, progress);
        now = refill.full();
    }

    Expansion search(int wanted, ExpansionEffort effort) {
        int fitting = now.placements().size();
        Optional<Expansion.Obstacle> hindrance = hindrance();
        if (hindrance.isPresent()) {
            return new Expansion(wanted, fitting, List.of(), Optional.empty(), hindrance);
        }
        int goal = fitting + wanted;
        List<Addition> alone = new ArrayList<>();
        for (HardwareResource resource : HardwareResource.values()) {
            refill.allow(effort.fills());
            grow(EnumSet.of(resource), goal).ifPresent(alone::add);
        }
        if (!alone.isEmpty()) {
            return new Expansion(wanted, fitting, alone, Optional.empty(), Optional.empty());
        }
        refill.allow(effort.fills());
        Optional<Addition> together = grow(EnumSet.allOf(HardwareResource.class), goal);
        return new Expansion(
                wanted,
                fitting,
                alone,
                together,
                together.isPresent() ? Optional.empty() : Optional.of(Expansion.Obstacle.NOT_FOUND));
    }

    private Optional<Expansion.Obstacle> hindrance() {
        if (now.candidateNodes().stopped()) {
            return Optional.of(Expansion.Obstacle.UNHEALTHY);
        }
        if (now.candidateNodes().open().isEmpty()) {
            return Optional.of(Expansion.Obstacle.NO_NODE);
        }
        AllocationTargets targets = now.candidateNodes().targets(now.state(), shape.requiredNodes());
        if (targets.isEmpty()) {
            return Optional.of(Expansion.Obstacle.TOO_FEW_NODES);
        }
        return now.candidateNodes().open().stream().noneMatch(this::isWelcome)
                ? Optional.of(Expansion.Obstacle.POLICY)
                : Optional.empty();
    }

    private boolean isWelcome(int index) {
        Node node = scenario.cluster().nodes().get(index);
        Instance instance = shape.instance("next");
        InstancePolicy policy = scenario.cluster().groups().get(node.group()).policy();
        return policy.accepts(instance, node.spindles().exclusive());
    }

    private Optional<Addition> grow(Set<HardwareResource> resources, int goal) {
        SortedMap<Integer, NodeHardware> nodes = new TreeMap<>();
        List<Placement> placements = new ArrayList<>(now.placements());
        while (placements.size() < goal + MOST_GAPS) {
            if (!closeGap(resources, nodes, placements)) {
                break;
            }
            if (MORE_GAPS.contains(placements.size() - goal) && refill.fitting(nodes) >= goal) {
                return Optional.of(reduced(nodes, goal));
            }
        }
        return placements.size() < goal ? Optional.empty() : evenly(evenResources(resources, nodes), goal);
    }

    /**
     * Returns the resources that gaps show to be short. If nothing is, instances of a failed node lack memory or disk
     * space elsewhere.
     */
    private static Set<HardwareResource> evenResources(
            Set<HardwareResource> allowed, SortedMap<Integer, NodeHardware> nodes) {
        Set<HardwareResource> lacking = new Addition(nodes, 0, false).resources();
        if (!lacking.isEmpty()) {
            return lacking;
        }
        Set<HardwareResource> restarting = EnumSet.of(HardwareResource.MEMORY, HardwareResource.DISK);
        restarting.retainAll(allowed);
        return restarting;
    }

    private boolean closeGap(
            Set<HardwareResource> resources, SortedMap<Integer, NodeHardware> nodes, List<Placement> placements) {
        Optional<ClusterState> state = refill.replay(nodes, placements);
        if (state.isEmpty()) {
            return false;
        }
        Optional<NextGap.Gap> gap =
                new NextGap(state.get(), now.candidateNodes().open(), shape, resources).smallest();
        gap.ifPresent(found -> {
            found.missing().forEach((node, hardware) -> {
                if (!hardware.equals(NodeHardware.NONE)) {
                    nodes.merge(node, hardware, NodeHardware::plus);
                }
            });
            placements.add(found.placement());
        });
        return gap.isPresent();
    }

    private Optional<Addition> evenly(Set<HardwareResource> resources, int goal) {
        if (resources.isEmpty()) {
            return Optional.empty();
        }
        long high = 1;
        while (refill.fitting(even(resources, high)) < goal) {
            high *= 2;
            if (high > MOST_PARTS || !refill.isAllowed()) {
                return Optional.empty();
            }
        }
        long low = high / 2;
        while (high - low > 1) {
            long middle = (low + high) / 2;
            if (refill.fitting(even(resources, middle)) >= goal) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return Optional.of(reduced(halved(even(resources, high), goal), goal));
    }

    /** Leaves half of the nodes out as long as the other half does. */
    private SortedMap<Integer, NodeHardware> halved(SortedMap<Integer, NodeHardware> enough, int goal) {
        SortedMap<Integer, NodeHardware> nodes = enough;
        while (nodes.size() > 1) {
            int middle = List.copyOf(nodes.keySet()).get(nodes.size() / 2);
            SortedMap<Integer, NodeHardware> low = nodes.headMap(middle);
            SortedMap<Integer, NodeHardware> high = nodes.tailMap(middle);
            if (refill.fitting(low) >= goal) {
                nodes = low;
            } else if (refill.fitting(high) >= goal) {
                nodes = high;
            } else {
                return nodes;
            }
        }
        return nodes;
    }

    private SortedMap<Integer, NodeHardware> even(Set<HardwareResource> resources, long parts) {
        NodeHardware each = NodeHardware.NONE;
        for (HardwareResource resource : resources) {
            each = each.with(resource, Math.ceilDiv(parts * NextGap.unit(shape, resource), PART));
        }
        SortedMap<Integer, NodeHardware> nodes = new TreeMap<>();
        for (int node : now.candidateNodes().open()) {
            nodes.put(node, each);
        }
        return nodes;
    }

    /** Takes away what is not needed, from one node after another, until every one of them needs what it has. */
    private Addition reduced(SortedMap<Integer, NodeHardware> enough, int goal) {
        SortedMap<Integer, NodeHardware> nodes = new TreeMap<>(enough);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int node : enough.keySet()) {
                for (HardwareResource resource : HardwareResource.values()) {
                    long amount = nodes.getOrDefault(node, NodeHardware.NONE).amount(resource);
                    if (amount == 0) {
                        continue;
                    }
                    if (!refill.isAllowed()) {
                        return new Addition(nodes, fitting(nodes), false);
                    }
                    if (suffices(nodes, node, resource, amount - 1, goal)) {
                        set(nodes, node, resource, leastOf(nodes, node, resource, amount - 1, goal));
                        changed = true;
                    }
                }
            }
        }
        return new Addition(nodes, fitting(nodes), true);
    }

    /** Returns an amount that suffices while one less does not. */
    private long leastOf(
            SortedMap<Integer, NodeHardware> nodes, int node, HardwareResource resource, long enough, int goal) {
        if (suffices(nodes, node, resource, 0, goal)) {
            return 0;
        }
        long low = 0;
        long high = enough;
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            if (suffices(nodes, node, resource, middle, goal)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private boolean suffices(
            SortedMap<Integer, NodeHardware> nodes, int node, HardwareResource resource, long amount, int goal) {
        SortedMap<Integer, NodeHardware> changed = new TreeMap<>(nodes);
        set(changed, node, resource, amount);
        return refill.fitting(changed) >= goal;
    }

    private static void set(SortedMap<Integer, NodeHardware> nodes, int node, HardwareResource resource, long amount) {
        NodeHardware hardware = nodes.getOrDefault(node, NodeHardware.NONE).with(resource, amount);
        if (hardware.equals(NodeHardware.NONE)) {
            nodes.remove(node);
        } else {
            nodes.put(node, hardware);
        }
    }

    /** Returns how many instances fit, whatever was done before. */
    private int fitting(SortedMap<Integer, NodeHardware> nodes) {
        refill.allow(1);
        return refill.fitting(nodes);
    }
}
