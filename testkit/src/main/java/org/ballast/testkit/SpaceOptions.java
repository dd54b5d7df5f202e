package org.ballast.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.InstancePolicy.Range;
import org.ballast.model.InstanceSpec;
import org.ballast.testkit.Spelling.GivenOption;
import org.ballast.testkit.Spelling.GivenOption.Flag;
import org.ballast.testkit.Spelling.GivenOption.Optionally;
import org.ballast.testkit.Spelling.GivenOption.Valued;

/** Random arguments of calls of {@code hspace}. */
final class SpaceOptions {
    /** More instances than this take Ganeti too long. */
    private static final int MANY = 70;
    /** The largest disk, in MiB. */
    private static final long LARGEST_DISK = 150_000;

    private final Cluster cluster;
    private final Dice dice;
    private final RandomOptionValues values;
    private final SpaceSizes sizes;
    private final OptionTable table;
    private final List<GivenOption> options;

    /** Prepares to add to the options that say where the cluster is read from. */
    SpaceOptions(Cluster cluster, Dice dice, OptionTable table, List<GivenOption> source) {
        this.cluster = cluster;
        this.dice = dice;
        this.table = table;
        values = new RandomOptionValues(cluster, dice);
        sizes = SpaceSizes.acceptedBy(cluster, dice);
        options = new ArrayList<>(source);
    }

    List<String> words() {
        sizes();
        behaviour();
        output();
        List<String> words = new ArrayList<>(new Spelling(table, dice).spell(options));
        if (dice.chance(0.005)) {
            words.add(dice.pick("--unknown", "-Z", "stray", "--verbose=3"));
        }
        return words;
    }

    private void sizes() {
        Optional<DiskTemplate> asked = dice.chance(0.6) ? Optional.of(template()) : Optional.empty();
        asked.ifPresent(template -> options.add(new Valued("disk-template", template.label())));
        DiskTemplate template = asked.or(
                        () -> cluster.policy().templates().stream().findFirst())
                .orElse(DiskTemplate.PLAIN);
        if (dice.chance(0.5) || sizes.estimate(cluster.policy().standard(), template) > MANY) {
            options.add(new Valued("standard-alloc", spelled(sizes.limited(sizes.standard(), template, MANY))));
        }
        if (dice.chance(0.45) || takesLong(template)) {
            options.add(new Valued("tiered-alloc", spelled(sizes.limited(sizes.tiered(), template, MANY))));
        }
        valued(0.12, "max-length", this::length);
        valued(0.1, "spindle-use", () -> dice.pick("1", "1", "1", "2", "3", dice.chance(0.8) ? "0" : "-1"));
    }

    private DiskTemplate template() {
        return switch (dice.weighted(45, 25, 30)) {
            case 0 -> DiskTemplate.DRBD;
            case 1 -> DiskTemplate.PLAIN;
            default -> dice.pick(DiskTemplate.values());
        };
    }

    /** Returns whether Ganeti would count down from the policy's sizes for long. */
    private boolean takesLong(DiskTemplate template) {
        return cluster.policy().ranges().stream()
                .map(Range::max)
                .anyMatch(max -> max.diskSize() > LARGEST_DISK || sizes.estimate(max, template) > MANY);
    }

    private String length() {
        return switch (dice.weighted(50, 30, 10, 10)) {
            case 0 -> String.valueOf(dice.between(1, 6));
            case 1 -> String.valueOf(dice.between(5, 40));
            case 2 -> "1000000";
            default -> dice.chance(0.9) ? "-1" : "0";
        };
    }

    private String spelled(InstanceSpec size) {
        SizeSpelling spelling = new SizeSpelling(dice);
        if (dice.chance(0.008)) {
            return dice.pick("", "10g,1g", "10g,1g,1,1,1", "x,1g,1", "10g,1g,1.5", "10k,1g,1", "10g,,1");
        }
        boolean exclusive =
                cluster.nodes().stream().anyMatch(node -> node.spindles().exclusive());
        boolean spindles = dice.chance(exclusive ? 0.8 : 0.15);
        return spelling.size(size.diskSize()) + "," + spelling.size(size.memory()) + "," + spelling.number(size.cpus())
                + (spindles ? "," + size.spindleUse() : "");
    }

    private void behaviour() {
        for (int i = dice.weighted(90, 8, 2); i > 0; i--) {
            options.add(new Valued("offline", values.node()));
        }
        valued(
                0.1,
                "max-cpu",
                () -> values.number("0.5", "1", "2", "2.5", "4.0", "16", "8", dice.chance(0.9) ? "4" : "0"));
        valued(0.1, "min-disk", () -> values.number("0", "0.1", "0.25", "0.5", "1.5", "-0.1"));
        boolean several = cluster.groups().size() > 1;
        flag(several ? 0.4 : 0.05, "independent-groups");
        flag(0.2, "accept-existing-errors");
        flag(0.4, "no-capacity-checks");
        valued(0.04, "static-kvm-node-memory", () -> values.number("0", "512", "4096"));
    }

    private void output() {
        if (dice.chance(0.45)) {
            Optional<String> choice = dice.chance(0.5)
                    ? Optional.empty()
                    : Optional.of(dice.chance(0.985) ? dice.pick("yes", "yes", "no") : dice.pick("true", "false", "1"));
            options.add(new Optionally("machine-readable", choice));
        }
        if (dice.chance(0.2)) {
            Optional<String> fields = dice.chance(0.6) ? Optional.of(values.fields()) : Optional.empty();
            options.add(new Optionally("print-nodes", fields));
        }
        valued(0.3, "save", () -> dice.pick("state", "state.data", "s.2"));
        for (int i = dice.weighted(50, 15, 12, 11, 12); i > 0; i--) {
            options.add(new Flag("verbose"));
        }
        flag(0.08, "quiet");
    }

    private void flag(double probability, String name) {
        if (dice.chance(probability)) {
            options.add(new Flag(name));
        }
    }

    private void valued(double probability, String name, Supplier<String> value) {
        if (dice.chance(probability)) {
            options.add(new Valued(name, value.get()));
        }
    }
}
