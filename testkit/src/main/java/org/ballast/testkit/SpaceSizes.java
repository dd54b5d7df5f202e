package org.ballast.testkit;

import java.util.List;
import java.util.Optional;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Group;
import org.ballast.model.InstancePolicy.Range;
import org.ballast.model.InstanceSpec;
import org.ballast.model.Node;

/** Random sizes of which a wanted number of instances fits into a cluster, by one resource or another. */
final class SpaceSizes {
    private static final double VCPU_RATIO = 4;
    private static final int MANY = 45;
    /** The largest memory in MiB; Ganeti counts down from a size that does not fit, in steps of 64. */
    private static final long LARGEST_MEMORY = 24 * 1024;
    /** The largest disk in MiB; Ganeti counts down in steps of 256. */
    private static final long LARGEST_DISK = 100_000;

    private final List<Node> nodes;
    private final Optional<Range> accepted;
    private final Dice dice;

    private SpaceSizes(List<Node> nodes, Optional<Range> accepted, Dice dice) {
        this.nodes = nodes;
        this.accepted = accepted;
        this.dice = dice;
    }

    /** Returns a source of sizes that only the nodes limit. */
    static SpaceSizes anyFor(Cluster cluster, Dice dice) {
        List<Node> online =
                cluster.nodes().stream().filter(node -> !node.isOffline()).toList();
        return new SpaceSizes(online, Optional.empty(), dice);
    }

    /** Returns a source of sizes that one of the groups mostly accepts. */
    static SpaceSizes acceptedBy(Cluster cluster, Dice dice) {
        List<Node> allocable = cluster.nodes().stream()
                .filter(node -> !node.isOffline()
                        && cluster.groups().get(node.group()).allocationPolicy() != AllocationPolicy.UNALLOCABLE)
                .toList();
        if (allocable.isEmpty()) {
            return anyFor(cluster, dice);
        }
        Group group = cluster.groups().get(dice.pick(allocable).group());
        List<Range> ranges = group.policy().ranges();
        return new SpaceSizes(allocable, ranges.isEmpty() ? Optional.empty() : Optional.of(dice.pick(ranges)), dice);
    }

    /** Returns a size that fits a few times, seldom not at all. */
    InstanceSpec standard() {
        return within(size(dice.chance(0.04) ? 0.3 : dice.between(3, MANY)), 0.97);
    }

    /** Returns a size to start counting down from. */
    InstanceSpec tiered() {
        InstanceSpec size = size(dice.between(2, 25));
        InstanceSpec larger = spec(
                Math.min(LARGEST_MEMORY, size.memory() * dice.pick(2, 2, 3, 4) / 2),
                size.cpus() * dice.pick(1, 1, 2, 3),
                Math.min(LARGEST_DISK, size.diskSize() * dice.pick(2, 2, 3, 4) / 2),
                size.spindleUse() + dice.pick(0, 0, 1, 3));
        return within(larger, 0.85);
    }

    /** Returns about how many instances of this size fit, if nothing is kept for failures. */
    double estimate(InstanceSpec size, DiskTemplate template) {
        return nodes.stream().mapToDouble(node -> room(node, size, template)).sum();
    }

    /** Returns a size with more memory, of which no more than this many instances fit. */
    InstanceSpec limited(InstanceSpec size, DiskTemplate template, int most) {
        double times = Math.max(1, estimate(size, template) / most);
        long memory = (long) Math.ceil(size.memory() * times);
        return spec(memory, size.cpus(), size.diskSize(), size.spindleUse());
    }

    private static double room(Node node, InstanceSpec size, DiskTemplate template) {
        double fits = Math.min(
                node.memory().free() / (double) Math.max(1, size.memory()),
                VCPU_RATIO * node.cpus().total() / Math.max(1, size.cpus()));
        if (template.hasSecondary()) {
            fits = Math.min(fits, node.disk().free() / (double) Math.max(1, size.diskSize()) / 2);
        }
        return Math.max(0, fits);
    }

    /** Returns a size that is to fit this many times into the cluster. */
    private InstanceSpec size(double wanted) {
        if (nodes.isEmpty()) {
            return spec(1024, 1, 10_240, 1);
        }
        Node node = dice.pick(nodes);
        double perNode = wanted < 1 ? wanted : Math.max(1.2, wanted / nodes.size());
        int scarce = dice.weighted(45, 25, 15, 15);
        double memory = share(scarce == 0) * Math.max(512, node.memory().free()) / perNode;
        double disk = share(scarce == 1) * Math.max(4096, node.disk().free()) / 2 / perNode;
        double cpus = share(scarce == 2) * VCPU_RATIO * Math.max(1, node.cpus().total()) / perNode;
        double spindles = share(scarce == 3) * Math.max(1, node.spindles().free()) / perNode;
        return spec(
                rounded(memory, 64),
                Math.clamp(Math.round(cpus), 1, 64),
                rounded(disk, 256),
                Math.clamp((long) spindles, 1, 6));
    }

    private double share(boolean scarce) {
        return scarce ? 0.8 + 0.2 * dice.fraction() : 0.1 + 0.7 * dice.fraction();
    }

    private long rounded(double value, long unit) {
        long least = Math.max(4 * unit, (long) value);
        return dice.chance(0.6) ? least / unit * unit : least;
    }

    /** Returns the size within the accepted range, with this probability. */
    private InstanceSpec within(InstanceSpec size, double probability) {
        if (accepted.isEmpty() || !dice.chance(probability)) {
            return size;
        }
        InstanceSpec min = accepted.get().min();
        InstanceSpec max = accepted.get().max();
        return spec(
                Math.clamp(size.memory(), min.memory(), max.memory()),
                Math.clamp(size.cpus(), min.cpus(), max.cpus()),
                Math.clamp(size.diskSize(), min.diskSize(), max.diskSize()),
                Math.clamp(size.spindleUse(), min.spindleUse(), max.spindleUse()));
    }

    private static InstanceSpec spec(long memory, long cpus, long disk, long spindles) {
        return new InstanceSpec(memory, cpus, disk, 1, 1, spindles);
    }
}
