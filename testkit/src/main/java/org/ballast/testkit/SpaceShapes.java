package org.ballast.testkit;

import java.util.List;
import org.ballast.model.DiskTemplate;

/** Shapes of clusters whose capacity is asked for: few nodes, on which there is mostly room. */
final class SpaceShapes {
    private static final List<DiskTemplate> OTHERS = List.of(
            DiskTemplate.PLAIN,
            DiskTemplate.PLAIN,
            DiskTemplate.EXT,
            DiskTemplate.SHARED_FILE,
            DiskTemplate.RBD,
            DiskTemplate.DISKLESS,
            DiskTemplate.FILE,
            DiskTemplate.GLUSTER);

    private final Dice dice;

    SpaceShapes(Dice dice) {
        this.dice = dice;
    }

    ClusterShape shape() {
        ClusterShape.Faults faults = new ClusterShape.Faults(
                dice.knob(0.1, 0.02, 0.3),
                dice.knob(0.08, 0.1, 1),
                dice.knob(0.1, 0.3, 1),
                dice.knob(0.03, 0.02, 0.1),
                dice.knob(0.01, 0.02, 0.1),
                dice.knob(0.1, 0.1, 0.4));
        return shape(dice.chance(0.12) ? 0 : 3, faults);
    }

    ClusterShape emptyShape() {
        return shape(0, new ClusterShape.Faults(0, 0, dice.knob(0.1, 0.3, 1), 0, 0, dice.knob(0.1, 0.1, 0.4)));
    }

    private ClusterShape shape(int instancesPerNode, ClusterShape.Faults faults) {
        int groups = 1 + dice.weighted(55, 28, 12, 5);
        int nodes = groups == 1 ? dice.pick(dice.between(3, 12), dice.between(2, 8)) : dice.between(2, 6);
        return new ClusterShape(
                new ClusterShape.Sizes(groups, nodes, dice.between(0, instancesPerNode * groups * nodes)),
                hardware(),
                workload(),
                new ClusterShape.Tagging(
                        dice.knob(0.2, 0.1, 0.8),
                        dice.knob(0.2, 0.3, 1),
                        dice.knob(0.1, 0.1, 0.8),
                        dice.knob(0.15, 0.1, 0.8)),
                faults);
    }

    private ClusterShape.Hardware hardware() {
        return new ClusterShape.Hardware(
                dice.knob(0.7, 0.5, 1),
                dice.knob(0.15, 0.5, 1),
                dice.knob(0.1, 0.2, 1),
                dice.knob(0.2, 0.2, 1),
                dice.knob(0.03, 0.1, 0.5),
                dice.knob(0.02, 0.1, 0.5),
                dice.knob(0.15, 0.05, 0.25),
                dice.knob(0.02, 0.05, 0.2));
    }

    private ClusterShape.Workload workload() {
        return new ClusterShape.Workload(
                dice.chance(0.5) ? 1 : dice.fraction(),
                OTHERS,
                dice.knob(0.4, 0.05, 0.4),
                dice.knob(0.1, 0.05, 0.3),
                dice.knob(0.1, 0.05, 0.3),
                dice.knob(0.04, 0.05, 0.3),
                dice.knob(0.5, 0.3, 1),
                0.05 + 0.5 * dice.fraction(),
                0.05 + 0.5 * dice.fraction(),
                0.05 + 0.4 * dice.fraction(),
                dice.knob(0.5, 0.2, 2));
    }
}
