package org.ballast.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Node;

/** Random arguments of options that suit a cluster: names full, shortened and wrong, field lists, numbers, loads. */
final class RandomOptionValues {
    private static final List<String> FIELDS = List.of(
            "idx",
            "name",
            "fqdn",
            "status",
            "tmem",
            "nmem",
            "xmem",
            "fmem",
            "umem",
            "amem",
            "imem",
            "rmem",
            "tdsk",
            "fdsk",
            "tcpu",
            "ucpu",
            "pcnt",
            "scnt",
            "plist",
            "slist",
            "pfmem",
            "pfdsk",
            "rcpu",
            "cload",
            "mload",
            "dload",
            "nload",
            "ptags",
            "peermap",
            "spindle_count",
            "hi_spindles",
            "inst_spindles",
            "bogus");

    private final List<String> nodes;
    private final List<String> instances;
    private final Dice dice;

    RandomOptionValues(Cluster cluster, Dice dice) {
        nodes = cluster.nodes().stream().map(Node::name).toList();
        instances = cluster.instances().stream().map(Instance::name).toList();
        this.dice = dice;
    }

    String node() {
        return nodes.isEmpty() || dice.chance(0.02) ? "nonesuch" : perhapsShort(dice.pick(nodes));
    }

    /** Returns a list of instances; it may be empty, and now and then names an instance that is not there. */
    String instances() {
        List<String> names = new ArrayList<>();
        int atMost = dice.chance(0.5) ? 3 : instances.size();
        for (String name : dice.some(instances, atMost)) {
            names.add(perhapsShort(name));
        }
        if (dice.chance(0.05)) {
            names.add("nonesuch");
        }
        return String.join(",", names);
    }

    /** Returns a field list for node tables. */
    String fields() {
        List<String> fields = new ArrayList<>(dice.some(FIELDS, FIELDS.size()));
        if (fields.isEmpty()) {
            fields.add("name");
        }
        return (dice.chance(0.3) ? "+" : "") + String.join(",", fields);
    }

    /** Returns one of the numbers, and now and then something that is none. */
    String number(String... choices) {
        return dice.chance(0.008)
                ? dice.pick("x", ".5", "1.", "", " 2 ", "(2)", "0x10", "1e1", "+1")
                : dice.pick(choices);
    }

    /** Returns the contents of a utilisation file. */
    String utilisation() {
        StringBuilder lines = new StringBuilder();
        double idle = dice.knob(0.3, 0.1, 1);
        for (String name : dice.chance(0.5) ? instances : dice.some(instances, instances.size())) {
            lines.append(name);
            for (int i = 0; i < 4; i++) {
                lines.append(' ').append(dice.chance(idle) ? "0" : load());
            }
            lines.append('\n');
        }
        if (dice.chance(0.2)) {
            lines.append("unknown-instance 0.5 0.5 0.5 0.5\n");
        }
        if (dice.chance(0.08)) {
            lines.append(dice.pick("broken\n", "\n", "a b c d e\n", "a 1 1 1 1 1\n", "a  1 1 1 1\n"));
        }
        return lines.toString();
    }

    private String load() {
        return switch (dice.weighted(6, 2, 1, 1)) {
            case 0 -> String.format(Locale.ROOT, "%.2f", dice.fraction());
            case 1 -> String.valueOf(dice.between(1, 3));
            case 2 -> String.valueOf(dice.fraction());
            default -> "1.5e-2";
        };
    }

    private String perhapsShort(String name) {
        int dot = name.indexOf('.');
        return dot > 0 && dice.chance(0.4) ? name.substring(0, dot) : name;
    }
}
