package org.ballast.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.model.InstanceStatus;
import org.ballast.model.Node;
import org.ballast.model.Placement;

/** Random instances and their placements: on early nodes rather than on late ones, and mostly where they fit. */
final class Workloads {
    private static final int PLACEMENT_ATTEMPTS = 8;
    private static final List<InstanceStatus> OTHER_STATUSES = List.of(
            InstanceStatus.ADMIN_DOWN,
            InstanceStatus.ADMIN_DOWN,
            InstanceStatus.ADMIN_OFFLINE,
            InstanceStatus.ERROR_DOWN,
            InstanceStatus.ERROR_UP,
            InstanceStatus.ERROR_NODE_DOWN,
            InstanceStatus.ERROR_NODE_OFFLINE,
            InstanceStatus.USER_DOWN,
            InstanceStatus.ERROR_WRONG_NODE);

    private final ClusterShape shape;
    private final Dice dice;
    private final Tags tags;
    private final List<Node> nodes;
    private final Ledger ledger;
    private final Sizes sizes;

    Workloads(ClusterShape shape, Dice dice, Tags tags, List<Node> nodes, Ledger ledger) {
        this.shape = shape;
        this.dice = dice;
        this.tags = tags;
        this.nodes = nodes;
        this.ledger = ledger;
        sizes = new Sizes(shape, dice, nodes);
    }

    List<Instance> place(List<String> names) {
        List<Instance> placed = new ArrayList<>();
        if (nodes.isEmpty()) {
            return placed;
        }
        for (String name : names) {
            boolean crowded = dice.chance(shape.faults().crowded());
            Instance wanted = instance(name);
            for (int attempt = 0; attempt < PLACEMENT_ATTEMPTS; attempt++) {
                Instance candidate = placed(wanted);
                if (crowded || ledger.fits(candidate)) {
                    ledger.add(candidate);
                    placed.add(candidate);
                    break;
                }
            }
        }
        return placed;
    }

    private Instance instance(String name) {
        ClusterShape.Workload workload = shape.workload();
        boolean empty = dice.chance(workload.zeroSized());
        long memory = empty && dice.chance(0.5) ? 0 : sizes.memory();
        DiskTemplate template = dice.chance(workload.drbd()) ? DiskTemplate.DRBD : dice.pick(workload.others());
        long disk = template == DiskTemplate.DISKLESS || (empty && dice.chance(0.5)) ? 0 : sizes.disk();
        OptionalLong spindles = sizes.spindles();
        return new Instance(
                name,
                memory,
                disk,
                List.of(new Instance.Disk(disk, spindles)),
                empty && dice.chance(0.5) ? 0 : sizes.vcpus(),
                dice.chance(workload.stopped()) ? dice.pick(OTHER_STATUSES) : InstanceStatus.RUNNING,
                !dice.chance(workload.pinned()),
                Placement.on(0),
                template,
                tags.instance(),
                dice.chance(0.9) ? 1 : dice.between(0L, 6L),
                dice.chance(workload.forthcoming()),
                List.of());
    }

    private Instance placed(Instance wanted) {
        int primary = skewed(IntStream.range(0, nodes.size()).boxed().toList());
        boolean misplaced = dice.chance(shape.faults().misplaced());
        boolean mirrored = wanted.template().hasSecondary() != misplaced;
        boolean split = dice.chance(shape.faults().split());
        List<Integer> partners = IntStream.range(0, nodes.size())
                .filter(other -> other != primary)
                .filter(other ->
                        split != (nodes.get(other).group() == nodes.get(primary).group()))
                .boxed()
                .toList();
        if (mirrored && !partners.isEmpty()) {
            return wanted.withPlacement(new Placement(primary, skewed(partners)));
        }
        boolean alone = wanted.template().hasSecondary() && !misplaced;
        return (alone ? withTemplate(wanted, DiskTemplate.PLAIN) : wanted).withPlacement(Placement.on(primary));
    }

    private static Instance withTemplate(Instance instance, DiskTemplate template) {
        return new Instance(
                instance.name(),
                instance.memory(),
                instance.disk(),
                instance.disks(),
                instance.vcpus(),
                instance.status(),
                instance.autoBalance(),
                instance.placement(),
                template,
                instance.tags(),
                instance.spindleUse(),
                instance.forthcoming(),
                List.of());
    }

    private int skewed(List<Integer> choices) {
        double position = Math.pow(dice.fraction(), 1 + shape.workload().skew());
        return choices.get((int) (position * choices.size()));
    }

    /** Random sizes such that all instances together fill about what the shape asks for. */
    private static final class Sizes {
        private final Dice dice;
        private final double sameSize;
        private final double meanMemory;
        private final double meanDisk;
        private final double meanVcpus;
        private final boolean exclusiveStorage;
        private final double unknownSpindles;

        Sizes(ClusterShape shape, Dice dice, List<Node> nodes) {
            this.dice = dice;
            ClusterShape.Workload workload = shape.workload();
            // With few instances none may be larger than what a node can hold.
            double count = Math.max(shape.sizes().instances(), 3 * nodes.size());
            sameSize = workload.sameSize();
            meanMemory = workload.memoryFill()
                    * nodes.stream().mapToDouble(node -> node.memory().total()).sum()
                    / count;
            meanDisk = workload.diskFill()
                    * nodes.stream().mapToDouble(node -> node.disk().total()).sum()
                    / 2
                    / count;
            meanVcpus = workload.cpuFill()
                    * 4
                    * nodes.stream().mapToDouble(node -> node.cpus().total()).sum()
                    / count;
            exclusiveStorage = nodes.stream().anyMatch(node -> node.spindles().exclusive());
            unknownSpindles = exclusiveStorage ? dice.knob(0.3, 0.05, 0.5) : 0.9;
        }

        long memory() {
            return size(meanMemory, 128);
        }

        long disk() {
            return size(meanDisk, 1024);
        }

        long vcpus() {
            return Math.max(1, Math.min(16, Math.round(meanVcpus * 2 * dice.fraction())));
        }

        OptionalLong spindles() {
            return dice.chance(unknownSpindles) ? OptionalLong.empty() : OptionalLong.of(dice.between(1, 3));
        }

        /** Either a power of two times the unit, or any number around the mean. */
        private long size(double mean, long unit) {
            if (dice.chance(sameSize)) {
                long size = unit;
                while (size * 2 <= mean) {
                    size *= 2;
                }
                return dice.chance(0.7) ? size : size * 2;
            }
            return Math.max(unit, Math.round(mean * (0.2 + 1.6 * dice.fraction())));
        }
    }
}
