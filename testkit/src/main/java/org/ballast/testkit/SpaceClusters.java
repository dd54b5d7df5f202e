package org.ballast.testkit;

import java.util.ArrayList;
import java.util.List;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Group;
import org.ballast.model.Instance;
import org.ballast.model.InstancePolicy;
import org.ballast.model.InstancePolicy.Range;
import org.ballast.model.InstanceSpec;
import org.ballast.model.Node;

/**
 * Random clusters whose capacity is asked for: their policies name sizes of which some instances fit, and in some of
 * them a group is in no state to take any.
 */
final class SpaceClusters {
    private static final int LESS_MEMORY = 4;
    private static final int LESS_DISK = 16;

    private final Dice dice;

    private SpaceClusters(Dice dice) {
        this.dice = dice;
    }

    static Cluster of(long seed, Dice dice) {
        ClusterShape shape = new SpaceShapes(dice.fork()).shape();
        return new SpaceClusters(dice).adapted(RandomClusters.of(seed, shape), 0.7);
    }

    /** Returns a cluster without instances, whose figures agree. */
    static Cluster empty(long seed, Dice dice) {
        ClusterShape shape = new SpaceShapes(dice.fork()).emptyShape();
        return new SpaceClusters(dice).adapted(RandomClusters.of(seed, shape), 1);
    }

    private static Cluster smaller(Cluster cluster) {
        return new Cluster(
                cluster.groups(),
                cluster.nodes().stream().map(SpaceClusters::smaller).toList(),
                cluster.instances().stream().map(SpaceClusters::smaller).toList(),
                cluster.tags(),
                cluster.policy());
    }

    private static Node smaller(Node node) {
        return new Node(
                node.name(),
                node.group(),
                node.role(),
                new Node.Memory(
                        Math.floor(node.memory().total() / LESS_MEMORY),
                        node.memory().reserved() / LESS_MEMORY,
                        node.memory().free() / LESS_MEMORY),
                new Node.Disk(
                        Math.floor(node.disk().total() / LESS_DISK), node.disk().free() / LESS_DISK),
                new Node.Cpus(
                        node.cpus().total(), node.cpus().reserved(), node.cpus().speed()),
                new Node.Spindles(
                        node.spindles().total(),
                        node.spindles().free(),
                        node.spindles().exclusive()),
                node.tags());
    }

    private static Instance smaller(Instance instance) {
        long disk = instance.disk() / LESS_DISK;
        return new Instance(
                instance.name(),
                instance.memory() / LESS_MEMORY,
                disk,
                instance.disks().stream()
                        .map(each -> new Instance.Disk(disk, each.spindles()))
                        .toList(),
                instance.vcpus(),
                instance.status(),
                instance.autoBalance(),
                instance.placement(),
                instance.template(),
                instance.tags(),
                instance.spindleUse(),
                instance.forthcoming(),
                instance.networks());
    }

    /**
     * Adapts a cluster.
     *
     * @param accounted how likely it is that what a node lacks is said to be its own use
     */
    private Cluster adapted(Cluster any, double accounted) {
        // On small machines Ganeti counts down through fewer sizes.
        Cluster cluster = dice.chance(0.95) ? smaller(any) : any;
        InstancePolicy policy = dice.chance(0.2) ? cluster.policy() : planning(cluster);
        List<Group> groups = new ArrayList<>();
        for (int index = 0; index < cluster.groups().size(); index++) {
            groups.add(adapted(cluster, index, policy));
        }
        boolean worse = groups.size() > 1 && dice.chance(0.35);
        List<Node> nodes = worse ? withWorseGroup(cluster, dice.chance(accounted)) : cluster.nodes();
        return new Cluster(groups, nodes, cluster.instances(), cluster.tags(), policy);
    }

    private Group adapted(Cluster cluster, int index, InstancePolicy policy) {
        Group group = cluster.groups().get(index);
        AllocationPolicy allocation = AllocationPolicy.values()[
                cluster.groups().size() == 1 ? dice.weighted(92, 7, 1) : dice.weighted(65, 25, 10)];
        InstancePolicy own = switch (dice.weighted(55, 20, 15, 10)) {
            case 0 -> policy;
            case 1 -> Policies.withSmallestMemory(Policies.generous(dice), 64);
            case 2 -> group.policy();
            default -> planning(cluster);
        };
        return new Group(group.name(), group.uuid(), allocation, group.tags(), group.networks(), own);
    }

    /** Returns a policy of one range or several, each of sizes that fit some times. */
    private InstancePolicy planning(Cluster cluster) {
        SpaceSizes sizes = SpaceSizes.anyFor(cluster, dice);
        List<Range> ranges = new ArrayList<>();
        for (int i = 1 + dice.weighted(60, 25, 15); i > 0; i--) {
            ranges.add(range(sizes.tiered()));
        }
        List<DiskTemplate> templates = new ArrayList<>(dice.shuffled(List.of(DiskTemplate.values())));
        if (dice.chance(0.7)) {
            DiskTemplate first = dice.pick(DiskTemplate.DRBD, DiskTemplate.DRBD, DiskTemplate.PLAIN);
            templates.remove(first);
            templates.addFirst(first);
        }
        return new InstancePolicy(
                ranges,
                between(ranges.getFirst(), sizes.standard()),
                dice.chance(0.9) ? templates : templates.subList(0, dice.between(1, templates.size())),
                dice.pick(1.0, 2.0, 4.0, 4.0, 8.0),
                dice.pick(2.0, 32.0, 32.0, 64.0));
    }

    private Range range(InstanceSpec max) {
        int parts = dice.pick(1, 2, 4, 8, 16);
        InstanceSpec min = new InstanceSpec(
                Math.max(64, max.memory() / parts),
                Math.max(1, max.cpus() / parts),
                Math.max(256, max.diskSize() / parts),
                dice.chance(0.04) ? 2 : 1,
                1,
                dice.chance(0.05) ? 2 : 1);
        return new Range(
                min, new InstanceSpec(max.memory(), max.cpus(), max.diskSize(), 16, 8, Math.max(2, max.spindleUse())));
    }

    private static InstanceSpec between(Range range, InstanceSpec size) {
        return new InstanceSpec(
                Math.clamp(size.memory(), range.min().memory(), range.max().memory()),
                Math.clamp(size.cpus(), range.min().cpus(), range.max().cpus()),
                Math.clamp(size.diskSize(), range.min().diskSize(), range.max().diskSize()),
                1,
                1,
                1);
    }

    /** Returns the nodes, of which those of one group have hardly any memory left, for whatever reason. */
    private List<Node> withWorseGroup(Cluster cluster, boolean ownUse) {
        int worse = dice.between(0, cluster.groups().size() - 1);
        return cluster.nodes().stream()
                .map(node -> node.group() == worse && dice.chance(0.7) ? sated(node, ownUse) : node)
                .toList();
    }

    private Node sated(Node node, boolean ownUse) {
        long taken = Math.max(0, node.memory().free() - dice.pick(0L, 100L, 400L));
        return new Node(
                node.name(),
                node.group(),
                node.role(),
                new Node.Memory(
                        node.memory().total(),
                        node.memory().reserved() + (ownUse ? taken : 0),
                        node.memory().free() - taken),
                new Node.Disk(node.disk().total(), node.disk().free()),
                new Node.Cpus(
                        node.cpus().total(), node.cpus().reserved(), node.cpus().speed()),
                new Node.Spindles(
                        node.spindles().total(),
                        node.spindles().free(),
                        node.spindles().exclusive()),
                node.tags());
    }
}
