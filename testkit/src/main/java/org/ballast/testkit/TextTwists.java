package org.ballast.testkit;

import java.util.ArrayList;
import java.util.List;

/**
 * Random changes to the text of a cluster, as older releases, other tools or careless editors would have written it:
 * missing columns and sections, nodes of which nothing is known, further columns, and now and then plain errors.
 */
public final class TextTwists {
    private static final String SECTION_END = "\n\n";
    private static final int NODE_RESOURCES = 6;
    private static final int OLDEST_NODE_COLUMNS = 9;
    private static final int OLDEST_INSTANCE_COLUMNS = 10;

    private TextTwists() {}

    /** Returns the text, in most cases unchanged. */
    public static String twist(String text, long seed) {
        Dice dice = Dice.of(seed);
        return switch (dice.weighted(82, 4, 4, 4, 2, 2, 2)) {
            case 0 -> text;
            case 1 -> lines(text, line -> isNode(line) && dice.chance(0.2) ? unknown(line, dice) : line);
            case 2 -> shorter(text, dice);
            case 3 -> withoutPolicies(text);
            case 4 -> lines(text, line -> line.contains("|") && dice.chance(0.3) ? line + "|more|columns" : line);
            case 5 -> fractions(text);
            default -> broken(text, dice);
        };
    }

    private interface LineTwist {
        String apply(String line);
    }

    private static String lines(String text, LineTwist twist) {
        StringBuilder result = new StringBuilder();
        text.lines().forEach(line -> result.append(twist.apply(line)).append('\n'));
        return result.toString();
    }

    private static boolean isNode(String line) {
        return columns(line) == 15;
    }

    private static boolean isInstance(String line) {
        return columns(line) == 13;
    }

    private static int columns(String line) {
        return line.split("\\|", -1).length;
    }

    /** Replaces one of the node's resources, or all, by a question mark. */
    private static String unknown(String line, Dice dice) {
        String[] columns = line.split("\\|", -1);
        int only = dice.between(0, NODE_RESOURCES);
        for (int i = 1; i <= NODE_RESOURCES; i++) {
            if (only == 0 || only == i) {
                columns[i] = "?";
            }
        }
        return String.join("|", columns);
    }

    private static String shorter(String text, Dice dice) {
        int nodeColumns = dice.between(OLDEST_NODE_COLUMNS, 15);
        int instanceColumns = dice.between(OLDEST_INSTANCE_COLUMNS, 13);
        return lines(text, line -> {
            int limit = isNode(line) ? nodeColumns : isInstance(line) ? instanceColumns : Integer.MAX_VALUE;
            String[] columns = line.split("\\|", -1);
            return String.join("|", List.of(columns).subList(0, Math.min(limit, columns.length)));
        });
    }

    private static String withoutPolicies(String text) {
        int policies = text.lastIndexOf("\n|");
        return policies < 0 ? text : text.substring(0, policies);
    }

    /** Gives nodes fractions of MiB, which some hypervisors report. */
    private static String fractions(String text) {
        return lines(text, line -> {
            if (!isNode(line)) {
                return line;
            }
            String[] columns = line.split("\\|", -1);
            columns[1] += ".5";
            columns[4] += ".25";
            return String.join("|", columns);
        });
    }

    private static String broken(String text, Dice dice) {
        return switch (dice.between(0, 5)) {
            case 0 -> text.substring(0, text.indexOf(SECTION_END));
            case 1 -> text.replaceFirst("running", "walking");
            case 2 -> text.replaceFirst("uuid-of-0", "uuid-of-nobody");
            case 3 -> text.substring(0, dice.between(0, text.length()));
            case 4 -> mutated(text, dice);
            default -> text.replaceFirst("\\|(\\d+)\\|", "|$1x|");
        };
    }

    /** Removes a column from one line. */
    private static String mutated(String text, Dice dice) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int at = dice.between(0, lines.size() - 1);
        lines.set(at, lines.get(at).replaceFirst("\\|[^|]*", ""));
        return String.join("\n", lines) + "\n";
    }
}
