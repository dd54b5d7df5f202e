package org.ballast.testkit;

import java.util.List;
import org.ballast.model.Node;
import org.ballast.model.NodeRole;

/** Random nodes without instances: whatever they do not use themselves is free. */
final class Machines {
    private final ClusterShape.Hardware hardware;
    private final Dice dice;

    Machines(ClusterShape.Hardware hardware, Dice dice) {
        this.hardware = hardware;
        this.dice = dice;
    }

    /** The hardware of one group's nodes: all the same, or each another one. */
    record Batch(boolean exclusiveStorage, boolean identical, Model first) {}

    private record Model(long memory, long disk, int cpus, int spindles) {}

    Batch batch() {
        boolean exclusiveStorage = dice.chance(hardware.exclusiveStorage());
        return new Batch(exclusiveStorage, dice.chance(hardware.identical()), model(exclusiveStorage));
    }

    Node node(String name, int group, Batch batch, List<String> tags) {
        if (dice.chance(hardware.unreachable())) {
            return Node.unreachable(name, group);
        }
        Model model = batch.identical() ? batch.first() : model(batch.exclusiveStorage());
        long reserved = dice.pick(0L, 512L, 1024L, 1023L);
        long disk = dice.chance(hardware.noDisk()) ? 0 : model.disk();
        int spindles = dice.chance(hardware.noSpindles()) ? 0 : model.spindles();
        return new Node(
                name,
                group,
                dice.chance(hardware.offline()) ? NodeRole.OFFLINE : NodeRole.NORMAL,
                new Node.Memory(model.memory(), reserved, model.memory() - reserved),
                new Node.Disk(disk, disk),
                new Node.Cpus(
                        model.cpus(),
                        dice.chance(hardware.reservedCpus()) ? dice.between(1L, 3L) : 1,
                        dice.chance(hardware.oddSpeed()) ? dice.pick(0.5, 0.75, 1.25, 1.9, 2.0) : 1),
                new Node.Spindles(spindles, batch.exclusiveStorage() ? spindles : 0, batch.exclusiveStorage()),
                tags);
    }

    private Model model(boolean exclusiveStorage) {
        boolean round = dice.chance(0.7);
        long memory = round ? dice.pick(16384L, 32768L, 65536L, 98304L, 131072L) : dice.between(9_000L, 150_001L);
        long disk = round ? dice.pick(262144L, 1048576L, 2097152L, 8388608L) : dice.between(100_000L, 5_000_001L);
        int cpus = dice.pick(2, 4, 8, 16, 24, 64);
        int spindles = exclusiveStorage ? dice.between(6, 24) : dice.pick(1, 1, 1, 2, 4, 12);
        return new Model(memory, disk, cpus, spindles);
    }
}
