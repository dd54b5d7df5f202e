package org.ballast.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ballast.model.DiskTemplate.Mirroring;
import org.ballast.model.Instance;
import org.ballast.model.Placement;

/** Does what a script of commands says, as a cluster manager would, and refuses what that would refuse. */
final class CommandReplay {
    private static final String PROGRAM = "gnt-instance";

    private final MovingCluster cluster;

    CommandReplay(MovingCluster cluster) {
        this.cluster = cluster;
    }

    /** Runs all commands of a script; the other lines are the shell's. */
    void run(String script) {
        script.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(PROGRAM))
                .forEach(this::command);
    }

    /** Runs one command, with full or with short names. */
    void command(String line) {
        List<String> words = List.of(line.split(" +"));
        int index = cluster.instance(words.getLast());
        Placement from = cluster.get(index).placement();
        Placement to = switch (words.get(1)) {
            case "migrate" -> change(line, words, cluster.get(index), true);
            case "failover" -> change(line, words, cluster.get(index), false);
            case "replace-disks" -> {
                require(line, cluster.get(index), Mirroring.INTERNAL);
                yield new Placement(from.primary(), target(words));
            }
            case "move" -> {
                require(line, cluster.get(index), Mirroring.NONE);
                yield new Placement(target(words), from.secondary());
            }
            default -> throw new AssertionError("unknown command: " + line);
        };
        assertThat(to.primary()).as("%s, from %s", line, from).isNotEqualTo(to.secondary());
        assertThat(to).as(line).isNotEqualTo(from);
        cluster.place(index, to);
    }

    /** Only what runs can be migrated, and nothing runs on a node that is offline. */
    private Placement change(String line, List<String> words, Instance instance, boolean live) {
        boolean runs = instance.status().isRunning()
                && !cluster.isOffline(instance.placement().primary());
        assertThat(runs).as("whether %s runs: %s", instance, line).isEqualTo(live);
        if (words.contains("-n")) {
            require(line, instance, Mirroring.EXTERNAL);
            return new Placement(target(words), instance.placement().secondary());
        }
        require(line, instance, Mirroring.INTERNAL);
        return instance.placement().swapped();
    }

    private static void require(String line, Instance instance, Mirroring mirroring) {
        assertThat(instance.template().mirroring()).as("%s: %s", line, instance).isEqualTo(mirroring);
    }

    private int target(List<String> words) {
        return cluster.node(words.get(words.indexOf("-n") + 1));
    }
}
