package org.ballast.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate.Mirroring;
import org.ballast.model.EvacuationMode;
import org.ballast.model.Group;
import org.ballast.model.Instance;
import org.ballast.model.Node;
import org.ballast.model.NodeRole;
import org.ballast.model.Placement;
import org.ballast.testkit.AllocatorRequest.Wanted;

/**
 * Random requests to an allocator from seeds: clusters of several groups, a request of any type that suits the cluster,
 * and the options of the call. About half of the requests can be granted.
 */
public final class RandomRequests {
    /** The file with the request's document. */
    public static final String REQUEST_FILE = "request.json";

    private final Cluster cluster;
    private final Dice dice;

    private RandomRequests(Cluster cluster, Dice dice) {
        this.cluster = cluster;
        this.dice = dice;
    }

    /** Returns the request that the seed makes up, asked with options in full. */
    public static AllocatorCase of(long seed) {
        return of(seed, OptionTable.UNKNOWN);
    }

    /** Returns the request that the seed makes up. */
    public static AllocatorCase of(long seed, OptionTable table) {
        Dice dice = Dice.of(seed ^ 0x4a11L);
        Cluster any = RequestClusters.of(seed, dice.fork());
        RandomRequests requests = new RandomRequests(any, dice.fork());
        Asked asked = requests.asked();
        Dice documentDice = dice.fork();
        List<String> hypervisors = documentDice.pick(
                List.of("xen-pvm"), List.of("xen-pvm"), List.of("kvm"), List.of("fake", "kvm"), List.<String>of());
        Json.Struct document = new AllocatorDocument(asked.cluster(), documentDice).write(asked.request(), hypervisors);
        SortedMap<String, String> files = new TreeMap<>();
        files.put(REQUEST_FILE, document.write() + "\n");
        List<String> words = new AllocatorOptions(asked.cluster(), dice.fork(), table).words(asked.request());
        return new AllocatorCase(asked.cluster(), asked.request(), document, new CommandLine("hail", words, files));
    }

    /** A request, and the cluster it is about: nodes to evacuate may be offline by then. */
    private record Asked(Cluster cluster, AllocatorRequest request) {}

    private Asked asked() {
        boolean any = !cluster.instances().isEmpty();
        // Now and then something is asked that cannot be.
        boolean movable = any && (!mirrored().isEmpty() || dice.chance(0.05));
        boolean several = movable && (groupsWithNodes() > 1 || dice.chance(0.1));
        boolean single = any && (!withoutSecondary().isEmpty() || dice.chance(0.05));
        int kind = dice.weighted(32, 15, movable ? 13 : 0, movable ? 19 : 0, several ? 16 : 0, single ? 10 : 0);
        return switch (kind) {
            case 0 -> new Asked(cluster, allocate());
            case 1 -> new Asked(cluster, multiAllocate());
            case 2 -> new Asked(cluster, relocate());
            case 3 -> evacuate();
            case 4 -> new Asked(cluster, changeGroup());
            default -> new Asked(cluster, allocateSecondary());
        };
    }

    private long groupsWithNodes() {
        return cluster.nodes().stream().map(Node::group).distinct().count();
    }

    private AllocatorRequest allocate() {
        Wanted wanted = new WantedInstances(cluster, 1, dice.fork()).wanted(newName(""));
        Optional<List<String>> restrictedTo = dice.chance(0.1) ? Optional.of(someNodes()) : Optional.empty();
        return new AllocatorRequest.Allocate(wanted, group(), restrictedTo);
    }

    private AllocatorRequest multiAllocate() {
        int count = dice.between(1, 6);
        WantedInstances source = new WantedInstances(cluster, count, dice.fork());
        List<Wanted> wanted = new ArrayList<>();
        Wanted first = source.wanted(newName("-1"));
        boolean alike = dice.chance(0.5);
        for (int i = 1; i <= count; i++) {
            String name = newName("-" + i);
            wanted.add(alike ? WantedInstances.renamed(first, name) : source.wanted(name));
        }
        return new AllocatorRequest.MultiAllocate(wanted, group());
    }

    private String newName(String suffix) {
        return dice.chance(0.98)
                ? "wanted" + suffix + ".example.com"
                : cluster.instances().stream().map(Instance::name).findFirst().orElse("first");
    }

    private Optional<String> group() {
        if (dice.chance(0.8)) {
            return Optional.empty();
        }
        Group group = dice.pick(cluster.groups());
        return Optional.of(dice.chance(0.95) ? dice.pick(group.name(), group.name(), group.uuid()) : "nowhere");
    }

    private List<String> someNodes() {
        List<String> names = new ArrayList<>(dice.some(
                cluster.nodes().stream().map(Node::name).toList(),
                cluster.nodes().size()));
        if (names.isEmpty() || dice.chance(0.1)) {
            names.add("nonesuch");
        }
        return names;
    }

    private AllocatorRequest relocate() {
        int index = mirrored(0.95);
        Instance instance = cluster.instances().get(index);
        int usual = instance.placement().hasSecondary()
                ? instance.placement().secondary()
                : instance.placement().primary();
        int other = dice.between(0, cluster.nodes().size() - 1);
        List<Integer> from = dice.chance(0.96) ? List.of(usual) : dice.pick(List.of(other), List.<Integer>of());
        return new AllocatorRequest.Relocate(index, dice.chance(0.98) ? 1 : 2, from);
    }

    /** Returns an instance that may leave its node, with this probability and if there is one. */
    private int mirrored(double probability) {
        List<Integer> mirrored = mirrored();
        return mirrored.isEmpty() || !dice.chance(probability)
                ? dice.between(0, cluster.instances().size() - 1)
                : dice.pick(mirrored);
    }

    private List<Integer> mirrored() {
        return instances(instance -> instance.template().mirroring() != Mirroring.NONE);
    }

    private List<Integer> withoutSecondary() {
        return instances(instance -> !instance.placement().hasSecondary());
    }

    private List<Integer> instances(Predicate<Instance> wanted) {
        return IntStream.range(0, cluster.instances().size())
                .filter(index -> wanted.test(cluster.instances().get(index)))
                .boxed()
                .toList();
    }

    private Asked evacuate() {
        EvacuationMode mode = dice.pick(EvacuationMode.values());
        int node = dice.between(0, cluster.nodes().size() - 1);
        List<Integer> there = instances(instance -> stays(instance.placement(), node, mode));
        if (there.isEmpty()) {
            there = List.of(mirrored(0.8));
        }
        List<Integer> instances = switch (dice.weighted(75, 10, 5, 10)) {
            case 0 -> there;
            case 1 -> dice.some(there, there.size());
            case 2 -> distinct(mirrored(0.5), mirrored(0.9));
            default -> there.reversed();
        };
        return new Asked(afterIncident(node), new AllocatorRequest.Evacuate(instances, mode));
    }

    /** A manager names no instance twice; what Ganeti does then makes no sense. */
    private static List<Integer> distinct(int one, int other) {
        return one == other ? List.of(one) : List.of(one, other);
    }

    private static boolean stays(Placement placement, int node, EvacuationMode mode) {
        return switch (mode) {
            case PRIMARY_ONLY -> placement.primary() == node;
            case SECONDARY_ONLY -> placement.secondary() == node;
            case ALL -> placement.primary() == node || placement.secondary() == node;
        };
    }

    /** Returns the cluster with this node drained, silent, or as it was. */
    private Cluster afterIncident(int index) {
        List<Node> nodes = new ArrayList<>(cluster.nodes());
        Node node = nodes.get(index);
        switch (dice.weighted(45, 30, 25)) {
            case 0 -> nodes.set(index, node.withRole(NodeRole.OFFLINE));
            case 1 -> nodes.set(index, RequestClusters.silent(node));
            default -> {}
        }
        return cluster.withNodes(nodes);
    }

    private AllocatorRequest changeGroup() {
        int first = mirrored(0.95);
        int group = groupOf(first);
        List<Integer> instances = switch (dice.weighted(60, 25, 15)) {
            case 0 -> List.of(first);
            case 1 ->
                mirrored().stream()
                        .filter(index -> groupOf(index) == group)
                        .limit(10)
                        .toList();
            default -> distinct(first, mirrored(0.9));
        };
        List<String> targets = new ArrayList<>();
        if (dice.chance(0.6)) {
            for (Group target : dice.some(cluster.groups(), 2)) {
                boolean another = cluster.groups().indexOf(target) != group || dice.chance(0.1);
                if (another) {
                    targets.add(dice.chance(0.8) ? target.uuid() : target.name());
                }
            }
        }
        return new AllocatorRequest.ChangeGroup(instances, targets);
    }

    private int groupOf(int instance) {
        return cluster.nodes()
                .get(cluster.instances().get(instance).placement().primary())
                .group();
    }

    private AllocatorRequest allocateSecondary() {
        List<Integer> single = withoutSecondary();
        boolean any = single.isEmpty() || dice.chance(0.04);
        return new AllocatorRequest.AllocateSecondary(
                any ? dice.between(0, cluster.instances().size() - 1) : dice.pick(single));
    }
}
