package org.ballast.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.ballast.model.Cluster;
import org.ballast.model.Group;
import org.ballast.model.Node;
import org.ballast.testkit.Spelling.GivenOption;
import org.ballast.testkit.Spelling.GivenOption.Flag;
import org.ballast.testkit.Spelling.GivenOption.Optionally;
import org.ballast.testkit.Spelling.GivenOption.Valued;

/**
 * Random command lines that suit a cluster, from seeds: all options that need no network, in all spellings that the
 * tool's {@link OptionTable} allows, mostly valid. The cluster's data is expected in {@link #DATA_FILE}, as text. The
 * tools' work is limited so that Ganeti needs a second or two.
 */
public final class RandomOptions {
    /** The file that the command lines read the cluster from. */
    public static final String DATA_FILE = "cluster.data";

    private static final String LOAD_FILE = "load.txt";

    private final Cluster cluster;
    private final Dice dice;
    private final RandomOptionValues values;
    private final List<GivenOption> options = new ArrayList<>();
    private final SortedMap<String, String> files = new TreeMap<>();

    private RandomOptions(Cluster cluster, Dice dice) {
        this.cluster = cluster;
        this.dice = dice;
        values = new RandomOptionValues(cluster, dice);
    }

    /** Returns a call of {@code hbal}. */
    public static CommandLine hbal(Cluster cluster, long seed, OptionTable table) {
        return new RandomOptions(cluster, Dice.of(seed)).hbal(table);
    }

    /** Returns a call of {@code hinfo}. */
    public static CommandLine hinfo(Cluster cluster, long seed, OptionTable table) {
        return new RandomOptions(cluster, Dice.of(seed)).hinfo(table);
    }

    /** Returns a call of {@code hcheck}. */
    public static CommandLine hcheck(Cluster cluster, long seed, OptionTable table) {
        return new RandomOptions(cluster, Dice.of(seed)).hcheck(table);
    }

    private CommandLine hbal(OptionTable table) {
        common();
        balancing();
        group();
        flag(0.05, "restricted-migration");
        optionally(0.3, "print-nodes", values::fields);
        flag(0.15, "print-instances");
        optionally(0.35, "print-commands", () -> dice.pick("commands.sh", "c"));
        flag(0.2, "first-job-group");
        valued(0.15, "save", () -> dice.pick("state", "state.data", "s.2"));
        valued(0.05, "priority", () -> dice.chance(0.1) ? "urgent" : dice.pick("low", "normal", "high"));
        valued(0.02, "reason", () -> "balancing day");
        valued(0.03, "static-kvm-node-memory", () -> dice.pick("0", "4096"));
        return finish("hbal", table);
    }

    private CommandLine hinfo(OptionTable table) {
        common();
        optionally(0.4, "print-nodes", values::fields);
        flag(0.3, "print-instances");
        valued(0.05, "static-kvm-node-memory", () -> dice.pick("0", "4096", "x"));
        return finish("hinfo", table);
    }

    private CommandLine hcheck(OptionTable table) {
        common();
        balancing();
        optionally(0.4, "machine-readable", () -> dice.pick("yes", "no", "no", dice.chance(0.9) ? "yes" : "maybe"));
        flag(0.15, "no-simulation");
        flag(0.2, "no-capacity-checks");
        return finish("hcheck", table);
    }

    private void common() {
        options.add(new Valued("text-data", DATA_FILE));
        int verbosity = dice.weighted(50, 20, 8, 8, 4, 10);
        for (int i = 0; i < verbosity; i++) {
            options.add(new Flag("verbose"));
        }
        flag(0.1, "quiet");
        flag(0.02, "quiet");
        for (int i = dice.weighted(75, 17, 6, 2); i > 0; i--) {
            options.add(new Valued("offline", values.node()));
        }
        flag(0.08, "ignore-dynu");
    }

    private void balancing() {
        if (dice.chance(0.2)) {
            options.add(new Valued("dynu-file", LOAD_FILE));
            files.put(LOAD_FILE, values.utilisation());
        }
        valued(
                0.1,
                "min-score",
                () -> values.number("0", "1e-9", "0.05", "0.5", "2", "-1", dice.chance(0.9) ? "0" : "1000"));
        valued(0.15, "min-gain", () -> values.number("0", "0.001", "0.05", "0.5", "-0.5"));
        valued(0.15, "min-gain-limit", () -> values.number("0", "0.5", "3", "100"));
        valued(0.08, "max-cpu", () -> values.number("0.5", "1", "2.5", "4.0", "64", dice.chance(0.1) ? "0" : "8"));
        valued(0.08, "min-disk", () -> values.number("0", "0.1", "0.5", "1", "1.5", "-0.1"));
        flag(0.07, "no-disk-moves");
        flag(0.07, "no-instance-moves");
        boolean evacuable = cluster.nodes().stream().anyMatch(Node::isOffline) || isGiven("offline");
        flag(evacuable ? 0.25 : 0.02, "evac-mode");
        flag(0.15, "ignore-soft-errors");
        valued(0.07, "select-instances", values::instances);
        valued(0.07, "exclude-instances", values::instances);
        valued(0.1, "exclusion-tags", () -> dice.pick("svc", "svc,owner", "power", "sv", ""));
        String anyLength = values.number("1", "2", "3", "5", "10", "-1", dice.chance(0.3) ? "0" : "4");
        if (GanetiEffort.isTooMuch(cluster)) {
            options.add(
                    new Valued("max-length", String.valueOf(dice.between(1, GanetiEffort.affordableSteps(cluster)))));
        } else if (dice.chance(0.2)) {
            options.add(new Valued("max-length", anyLength));
        }
    }

    private void group() {
        boolean several = cluster.nodes().stream().map(Node::group).distinct().count() > 1;
        if (dice.chance(several ? 0.95 : 0.1)) {
            Group group = dice.pick(cluster.groups());
            String id = dice.chance(0.75) ? group.name() : group.uuid();
            options.add(new Valued("group", dice.chance(0.98) ? id : "nowhere"));
        }
    }

    private CommandLine finish(String tool, OptionTable table) {
        List<String> words = new ArrayList<>(new Spelling(table, dice).spell(options));
        if (dice.chance(0.01)) {
            words.add("stray");
        }
        if (dice.chance(0.01)) {
            words.add(dice.between(0, words.size()), dice.pick("--unknown", "--no", "-Z", "--verbose=3", "--min-g=1"));
        }
        return new CommandLine(tool, words, files);
    }

    private boolean isGiven(String name) {
        return options.stream().anyMatch(option -> option.name().equals(name));
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

    private void optionally(double probability, String name, Supplier<String> value) {
        if (dice.chance(probability)) {
            Optional<String> argument = dice.chance(0.5) ? Optional.of(value.get()) : Optional.empty();
            options.add(new Optionally(name, argument));
        }
    }
}
