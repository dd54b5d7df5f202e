package org.ballast.capacity.bottleneck;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.ballast.capacity.InstanceShape;
import org.ballast.model.InstancePolicy;
import org.ballast.model.Node;
import org.ballast.model.Placement;
import org.ballast.model.Utilisation;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.NodeReport;

/**
 * The smallest shortfall for one more instance: the choice of nodes that lacks least of some resources, and nothing
 * else. What is lacking is counted in units of what the instance takes, so that amounts of different resources can be
 * added up.
 */
final class NextGap {
    private final ClusterState state;
    private final List<Integer> open;
    private final InstanceShape shape;
    private final Set<HardwareResource> resources;
    private final int instance;
    private final AdmissionDemands demands;

    /**
     * Prepares a search.
     *
     * @param state the state, in which one more instance gets known
     * @param resources what may be added
     */
    NextGap(ClusterState state, List<Integer> open, InstanceShape shape, Set<HardwareResource> resources) {
        this.state = state;
        this.open = open;
        this.shape = shape;
        this.resources = resources;
        instance = state.add(shape.instance("next"), Utilisation.UNMEASURED);
        demands = new AdmissionDemands(state, instance);
    }

    /** A choice of nodes and what they lack. */
    record Gap(Placement placement, Map<Integer, NodeHardware> missing, double price) {}

    /** The resources that one node lacks in one role. */
    private record Lack(int node, NodeHardware missing, double price) {}

    /** Returns the smallest gap; nothing if every choice of nodes lacks something else as well. */
    Optional<Gap> smallest() {
        List<Lack> primaries = open.stream()
                .filter(this::isWelcome)
                .flatMap(node -> lack(node, extra -> demands.asPrimary(node, extra)).stream())
                .sorted(Comparator.comparingDouble(Lack::price))
                .toList();
        if (shape.requiredNodes() == 1) {
            return primaries.stream()
                    .findFirst()
                    .map(lack -> new Gap(Placement.on(lack.node), Map.of(lack.node, lack.missing), lack.price));
        }
        Optional<Gap> best = Optional.empty();
        for (int secondary : open) {
            best = smallest(primaries, secondary, best);
        }
        return best;
    }

    /** A secondary lacks more or less only with what it reserves for its primary already. */
    private Optional<Gap> smallest(List<Lack> primaries, int secondary, Optional<Gap> known) {
        long[] reserved = reserved(secondary);
        Map<Long, Optional<Lack>> lacks = new TreeMap<>();
        Optional<Gap> best = known;
        for (Lack primary : primaries) {
            if (best.isPresent() && primary.price >= best.get().price()) {
                break;
            }
            if (primary.node == secondary || state.groupOf(primary.node) != state.groupOf(secondary)) {
                continue;
            }
            Optional<Lack> lack = lacks.computeIfAbsent(
                    reserved[primary.node],
                    _ -> lack(secondary, extra -> demands.asSecondary(secondary, primary.node, extra)));
            if (lack.isPresent()
                    && (best.isEmpty()
                            || primary.price + lack.get().price < best.get().price())) {
                best = Optional.of(new Gap(
                        new Placement(primary.node, secondary),
                        Map.of(primary.node, primary.missing, secondary, lack.get().missing),
                        primary.price + lack.get().price));
            }
        }
        return best;
    }

    private long[] reserved(int node) {
        long[] reserved = new long[state.scenario().cluster().nodes().size()];
        for (NodeReport.PeerNeed need : state.report(node).peers()) {
            reserved[need.node()] = need.memory();
        }
        return reserved;
    }

    private boolean isWelcome(int index) {
        Node node = state.scenario().cluster().nodes().get(index);
        InstancePolicy policy =
                state.scenario().cluster().groups().get(node.group()).policy();
        return policy.accepts(state.instance(instance), node.spindles().exclusive());
    }

    private Optional<Lack> lack(int node, AdmissionDemands.Measurement role) {
        NodeHardware missing = NodeHardware.NONE;
        double price = 0;
        Set<HardwareResource> needed = EnumSet.noneOf(HardwareResource.class);
        role.with(NodeHardware.NONE).stream()
                .filter(demand -> !demand.isMet())
                .forEach(demand -> needed.add(demand.kind().resource()));
        for (HardwareResource resource : needed) {
            OptionalLong amount = resources.contains(resource)
                    ? AdmissionDemands.least(resource, NodeHardware.NONE, role)
                    : OptionalLong.empty();
            if (amount.isEmpty()) {
                return Optional.empty();
            }
            missing = missing.with(resource, amount.getAsLong());
            price += amount.getAsLong() / (double) unit(shape, resource);
        }
        return Optional.of(new Lack(node, missing, price));
    }

    /** Returns how much of a resource one instance takes, at least 1. */
    static long unit(InstanceShape shape, HardwareResource resource) {
        InstanceShape.Size size = shape.size();
        return Math.max(
                1,
                switch (resource) {
                    case MEMORY -> size.memory();
                    case DISK -> size.disk();
                    case CPUS -> size.vcpus();
                    case SPINDLES -> Math.max(size.spindles(), shape.spindleUse());
                });
    }
}
