package org.ballast.checks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ballast.backends.text.TextWriter;
import org.ballast.model.Cluster;
import org.ballast.model.Node;
import org.ballast.testkit.CommandLine;
import org.ballast.testkit.Dice;
import org.ballast.testkit.RandomClusters;
import org.ballast.testkit.RandomOptions;

/**
 * A call of {@code hbal --optimize} that a seed makes up: on any cluster, with any budget.
 *
 * @param cluster the cluster
 * @param call the call, which also writes {@link #SCRIPT}
 */
record OptimizedCase(Cluster cluster, CommandLine call) {
    /** The file for the plan's commands. */
    static final String SCRIPT = "plan.sh";

    private static final String TRIES = "60000";
    private static final int SMALLEST = 4;

    static OptimizedCase of(long seed) {
        Dice dice = Dice.of(~seed);
        Cluster cluster = dice.chance(0.3)
                ? RandomClusters.skewed(dice.between(SMALLEST, 3 * SMALLEST), dice.between(3, 10), seed)
                : RandomClusters.of(seed);
        List<String> arguments = new ArrayList<>(List.of(
                "-t",
                RandomOptions.DATA_FILE,
                "--optimize",
                "--max-tries=" + TRIES,
                "--seed=" + dice.between(1, 1000),
                "--output=json",
                "--print-commands=" + SCRIPT));
        if (cluster.nodes().stream().mapToInt(Node::group).distinct().count() > 1) {
            arguments.add(dice.pick("--all-groups", "--cross-group"));
        }
        arguments.addAll(budget(dice));
        CommandLine call = new CommandLine("hbal", arguments, Collections.emptySortedMap());
        return new OptimizedCase(cluster, call.withFile(RandomOptions.DATA_FILE, TextWriter.write(cluster)));
    }

    private static List<String> budget(Dice dice) {
        List<String> options = new ArrayList<>();
        some(options, dice, 0.5, "--solver=" + dice.pick("anneal", "timefold", "descent"));
        some(options, dice, 0.3, "--max-length=" + dice.between(1, 30));
        some(options, dice, 0.3, "--max-data=" + dice.between(1, 500));
        some(options, dice, 0.2, "--max-duration=" + dice.between(1, 120) + "m");
        some(options, dice, 0.2, "--max-instances=" + dice.between(1, 20));
        some(options, dice, 0.3, "--price=" + dice.fraction() * dice.pick(1.0, 0.1, 0.001));
        some(options, dice, 0.1, "--min-score=" + dice.between(1, 10));
        some(options, dice, 0.3, "--move-plain");
        some(options, dice, 0.1, dice.pick("--no-disk-moves", "--no-instance-moves", "--evac-mode"));
        return options;
    }

    private static void some(List<String> options, Dice dice, double chance, String option) {
        if (dice.chance(chance)) {
            options.add(option);
        }
    }
}
