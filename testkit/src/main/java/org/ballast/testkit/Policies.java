package org.ballast.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ballast.model.DiskTemplate;
import org.ballast.model.InstancePolicy;
import org.ballast.model.InstancePolicy.Range;
import org.ballast.model.InstanceSpec;
import org.ballast.model.Node;

/** Random instance policies that refuse something. */
final class Policies {
    private Policies() {}

    static InstancePolicy strict(Dice dice) {
        return new InstancePolicy(
                ranges(dice),
                new InstanceSpec(dice.pick(128L, 512L, 1000L), 1, dice.pick(1024L, 4097L), 1, 1, 1),
                templates(dice),
                dice.pick(0.5, 1.5, 2.0, 3.0, 4.0, 4.0, 16.0),
                dice.pick(1.0, 4.5, 32.0, 32.0));
    }

    /** Returns a policy that accepts what small clusters hold, apart from very many disks. */
    static InstancePolicy generous(Dice dice) {
        InstanceSpec min = new InstanceSpec(dice.pick(64L, 128L), 0, dice.pick(0L, 512L), dice.pick(0L, 1L), 0, 0);
        InstanceSpec max = new InstanceSpec(
                dice.pick(65_536L, 262_144L), dice.pick(9L, 16L), 16L * 1024 * 1024, dice.pick(2L, 4L, 16L), 8, 14);
        return new InstancePolicy(
                List.of(new Range(min, max)),
                InstancePolicy.DEFAULT.standard(),
                dice.chance(0.85) ? List.of(DiskTemplate.values()) : templates(dice),
                dice.pick(4.0, 4.0, 8.0, -1.0),
                dice.pick(32.0, 32.0, 64.0));
    }

    /** Returns a policy that accepts some of the parts that a node can be divided into, such as its halves. */
    static InstancePolicy fractionsOf(Node node, Dice dice) {
        List<Range> ranges = new ArrayList<>();
        int parts = dice.pick(1, 2, 2);
        for (int i = dice.between(1, 3); i > 0; i--) {
            parts *= dice.pick(2, 2, 3);
            InstanceSpec min = new InstanceSpec(
                    Math.max(128, node.memory().free() / (parts + 1)),
                    Math.max(1, (long) node.cpus().total() / parts),
                    Math.max(1024, node.disk().free() / (parts + 1)),
                    1,
                    1,
                    Math.max(1, node.spindles().free() / (parts + 1)));
            int slack = dice.pick(1, 2, 8);
            InstanceSpec max = new InstanceSpec(
                    slack * min.memory() + 64,
                    slack * min.cpus(),
                    slack * min.diskSize() + 128,
                    4,
                    8,
                    slack * min.spindleUse());
            ranges.add(new Range(min, max));
        }
        return new InstancePolicy(
                dice.shuffled(ranges), InstancePolicy.DEFAULT.standard(), List.of(DiskTemplate.values()), 4, 32);
    }

    /** Returns the policy with the smallest accepted memory raised to this figure in MiB. */
    static InstancePolicy withSmallestMemory(InstancePolicy policy, long memory) {
        List<Range> ranges = policy.ranges().stream()
                .map(range -> new Range(
                        new InstanceSpec(
                                Math.max(memory, range.min().memory()),
                                range.min().cpus(),
                                range.min().diskSize(),
                                range.min().diskCount(),
                                range.min().nicCount(),
                                range.min().spindleUse()),
                        range.max()))
                .toList();
        return new InstancePolicy(
                ranges, policy.standard(), policy.templates(), policy.vcpuRatio(), policy.spindleRatio());
    }

    private static List<DiskTemplate> templates(Dice dice) {
        List<DiskTemplate> all = Arrays.asList(DiskTemplate.values());
        return dice.chance(0.5) ? all : dice.shuffled(all).subList(0, dice.between(1, all.size()));
    }

    private static List<Range> ranges(Dice dice) {
        List<Range> ranges = new ArrayList<>();
        for (int i = dice.between(1, 3); i > 0; i--) {
            InstanceSpec min =
                    new InstanceSpec(dice.pick(0L, 128L, 1000L), dice.between(0L, 2L), dice.pick(0L, 1024L), 1, 1, 1);
            InstanceSpec max = new InstanceSpec(
                    min.memory() + dice.pick(1000L, 32768L),
                    min.cpus() + dice.between(1L, 8L),
                    min.diskSize() + dice.pick(10_000L, 1024L * 1024),
                    16,
                    8,
                    dice.between(1L, 12L));
            ranges.add(new Range(min, max));
        }
        return ranges;
    }
}
