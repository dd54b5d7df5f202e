package org.ballast.testkit;

import java.util.List;
import org.ballast.model.DiskTemplate;

/**
 * Shapes of clusters that get a request: several groups of few nodes, filled so that about half of all requests are
 * granted, and of any one storage or of many.
 */
final class RequestShapes {
    private static final List<DiskTemplate> SHARED =
            List.of(DiskTemplate.EXT, DiskTemplate.SHARED_FILE, DiskTemplate.RBD, DiskTemplate.DISKLESS);
    private static final List<DiskTemplate> LOCAL = List.of(DiskTemplate.PLAIN, DiskTemplate.PLAIN, DiskTemplate.FILE);
    private static final List<DiskTemplate> ALL = List.of(
            DiskTemplate.PLAIN,
            DiskTemplate.DISKLESS,
            DiskTemplate.FILE,
            DiskTemplate.SHARED_FILE,
            DiskTemplate.BLOCK,
            DiskTemplate.RBD,
            DiskTemplate.EXT,
            DiskTemplate.GLUSTER);

    private final Dice dice;

    RequestShapes(Dice dice) {
        this.dice = dice;
    }

    ClusterShape shape() {
        boolean dedicated = dice.chance(0.12);
        int groups = 1 + dice.weighted(40, 30, 18, 12);
        int nodes = groups == 1 ? nodes() : Math.max(dice.between(4, 9), nodes());
        double exclusiveStorage = dedicated ? 1 : dice.knob(0.05, 0.3, 0.7);
        return new ClusterShape(
                new ClusterShape.Sizes(groups, nodes, instances(groups * nodes)),
                hardware(exclusiveStorage),
                workload(exclusiveStorage > 0),
                new ClusterShape.Tagging(
                        dice.knob(0.3, 0.1, 0.8),
                        dice.knob(0.25, 0.3, 1),
                        dice.knob(0.2, 0.1, 0.8),
                        dice.knob(0.2, 0.2, 0.9)),
                new ClusterShape.Faults(
                        dice.knob(0.1, 0.02, 0.3),
                        dice.knob(0.12, 0.1, 1),
                        dice.knob(0.1, 0.3, 1),
                        dice.knob(0.08, 0.02, 0.1),
                        dice.knob(0.01, 0.02, 0.1),
                        dice.knob(0.08, 0.1, 0.4)));
    }

    private ClusterShape.Hardware hardware(double exclusiveStorage) {
        return new ClusterShape.Hardware(
                dice.knob(0.6, 0.5, 1),
                exclusiveStorage,
                0,
                dice.knob(0.2, 0.2, 1),
                dice.knob(0.03, 0.1, 0.5),
                dice.knob(0.02, 0.1, 0.5),
                dice.knob(0.15, 0.05, 0.3),
                dice.knob(0.02, 0.05, 0.2));
    }

    private ClusterShape.Workload workload(boolean exclusiveStorage) {
        int kind = dice.weighted(45, 15, 15, 25);
        double drbd = switch (kind) {
            case 0 -> 1;
            case 1, 2 -> 0;
            default -> dice.fraction();
        };
        List<DiskTemplate> others = switch (kind) {
            case 1 -> SHARED;
            case 2 -> LOCAL;
            default -> ALL;
        };
        double most = dice.pick(0.2, 0.35, 0.5, 0.9);
        return new ClusterShape.Workload(
                exclusiveStorage ? drbd / 2 : drbd,
                exclusiveStorage ? LOCAL : others,
                dice.knob(0.4, 0.05, 0.4),
                0,
                dice.knob(0.15, 0.05, 0.4),
                dice.knob(0.05, 0.05, 0.3),
                dice.knob(0.5, 0.3, 1),
                0.05 + most * dice.fraction(),
                0.05 + most * dice.fraction(),
                0.05 + most * dice.fraction(),
                dice.knob(0.6, 0.2, 2));
    }

    private int nodes() {
        return switch (dice.weighted(2, 8, 50, 37, 3)) {
            case 0 -> 1;
            case 1 -> 2;
            case 2 -> dice.between(3, 5);
            case 3 -> dice.between(6, 8);
            default -> dice.between(9, 25);
        };
    }

    private int instances(int nodes) {
        return switch (dice.weighted(5, 10, 60, 25)) {
            case 0 -> 0;
            case 1 -> dice.between(1, 4);
            case 2 -> dice.between(nodes / 2 + 1, 2 * nodes);
            default -> dice.between(nodes, 4 * nodes);
        };
    }
}
