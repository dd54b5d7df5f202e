package org.ballast.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Group;
import org.ballast.model.Instance;
import org.ballast.model.InstancePolicy.Range;
import org.ballast.model.InstanceStatus;
import org.ballast.model.Node;
import org.ballast.model.Placement;

/** Random instances to place: most are small beside what is free, some ask for about all that is left. */
final class WantedInstances {
    private static final int DRBD_OVERHEAD = 128;

    private final Cluster cluster;
    private final Dice dice;
    private final List<Node> online;
    private final Tags tags;
    private final int share;

    /**
     * Makes instances for a cluster.
     *
     * @param share how many of them it has to hold
     */
    WantedInstances(Cluster cluster, int share, Dice dice) {
        this.cluster = cluster;
        this.share = share;
        this.dice = dice;
        online = cluster.nodes().stream().filter(node -> !node.isOffline()).toList();
        tags = new Tags(
                new ClusterShape.Tagging(
                        has("htools:iextags:") ? 0.7 : 0.1, 0, has("htools:desiredlocation:") ? 0.7 : 0.1, 0),
                dice.fork());
    }

    AllocatorRequest.Wanted wanted(String name) {
        Instance instance = instance(name);
        int nodes = instance.template().hasSecondary() ? 2 : 1;
        return new AllocatorRequest.Wanted(instance, dice.chance(0.97) ? nodes : dice.pick(1, 2, 3, 0));
    }

    /** Returns the same wanted instance under another name. */
    static AllocatorRequest.Wanted renamed(AllocatorRequest.Wanted wanted, String name) {
        Instance instance = wanted.instance();
        return new AllocatorRequest.Wanted(
                new Instance(
                        name,
                        instance.memory(),
                        instance.disk(),
                        instance.disks(),
                        instance.vcpus(),
                        instance.status(),
                        instance.autoBalance(),
                        instance.placement(),
                        instance.template(),
                        instance.tags(),
                        instance.spindleUse(),
                        instance.forthcoming(),
                        instance.networks()),
                wanted.nodes());
    }

    private boolean has(String prefix) {
        return cluster.tags().stream().anyMatch(tag -> tag.startsWith(prefix));
    }

    private Instance instance(String name) {
        DiskTemplate template = template();
        Size size = size();
        int count = template == DiskTemplate.DISKLESS ? 0 : size.disks();
        long overhead = template.hasSecondary() ? DRBD_OVERHEAD : 0;
        List<Instance.Disk> disks = new ArrayList<>();
        long total = 0;
        for (int i = 0; i < count; i++) {
            long disk = Math.max(1, size.disk() / count - overhead);
            disks.add(new Instance.Disk(disk, i == 0 || size.spindles().isEmpty() ? size.spindles() : zero()));
            total += disk + overhead;
        }
        return new Instance(
                name,
                size.memory(),
                total,
                disks,
                size.vcpus(),
                dice.chance(0.93)
                        ? InstanceStatus.RUNNING
                        : dice.pick(InstanceStatus.ADMIN_DOWN, InstanceStatus.ADMIN_OFFLINE),
                true,
                Placement.NOWHERE,
                template,
                tags.instance(),
                dice.chance(0.9) ? 1 : dice.between(0L, 14L),
                dice.chance(0.06),
                networks());
    }

    /** The storage of the instances that are there, or any other. */
    private DiskTemplate template() {
        if (cluster.instances().isEmpty() || dice.chance(0.25)) {
            return dice.chance(0.5) ? DiskTemplate.DRBD : dice.pick(DiskTemplate.values());
        }
        return dice.pick(cluster.instances()).template();
    }

    private record Size(long memory, long disk, int disks, long vcpus, OptionalLong spindles) {}

    private Size size() {
        boolean exclusive = online.stream().anyMatch(node -> node.spindles().exclusive());
        if (exclusive && dice.chance(0.8)) {
            return smallestOf(dice.pick(cluster.groups()));
        }
        Node node = online.isEmpty() ? Node.unreachable("none", 0) : dice.pick(online);
        int disks = dice.chance(0.75) ? 1 : dice.between(dice.chance(0.1) ? 0 : 1, 5);
        OptionalLong spindles =
                exclusive || dice.chance(0.1) ? OptionalLong.of(dice.between(0L, 4L)) : OptionalLong.empty();
        return new Size(
                part(node.memory().free(), 128, 32768),
                part(node.disk().free(), disks * (1024L + DRBD_OVERHEAD), 1024L * 1024),
                disks,
                dice.chance(0.9) ? dice.between(1L, share == 1 ? 4L : 2L) : dice.between(0L, 9L),
                spindles);
    }

    /** The size that the group's policy begins with, or a little more. */
    private Size smallestOf(Group group) {
        if (group.policy().ranges().isEmpty()) {
            return new Size(1024, 10_240, 1, 1, OptionalLong.of(1));
        }
        Range range = dice.pick(group.policy().ranges());
        long extra = dice.chance(0.7) ? 0 : 64;
        return new Size(
                range.min().memory() + extra,
                range.min().diskSize() + extra,
                1,
                range.min().cpus(),
                dice.chance(0.93) ? OptionalLong.of(range.min().spindleUse()) : OptionalLong.empty());
    }

    /** Returns a part of what is free: mostly a small one, within the usual limits of a policy. */
    private long part(long free, long least, long most) {
        double part = switch (dice.weighted(75, 15, 7, 3)) {
            case 0 -> 0.01 + 0.2 * dice.fraction();
            case 1 -> 0.2 + 0.6 * dice.fraction();
            case 2 -> 0.9 + 0.2 * dice.fraction();
            default -> 0;
        };
        long size = Math.round(free * part / share);
        return dice.chance(0.95) ? Math.clamp(size, least, Math.max(least, most)) : size;
    }

    private List<String> networks() {
        boolean networked = cluster.instances().stream()
                .anyMatch(instance -> !instance.networks().isEmpty());
        return dice.chance(networked ? 0.5 : 0.04) ? dice.some(RequestClusters.NETWORKS, 2) : List.of();
    }

    private static OptionalLong zero() {
        return OptionalLong.of(0);
    }
}
