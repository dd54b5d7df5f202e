package org.ballast.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ballast.model.DiskTemplate;
import org.ballast.model.InstancePolicy;
import org.ballast.model.InstancePolicy.Range;
import org.ballast.model.InstanceSpec;

/** Makes instance policies that refuse something. */
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
