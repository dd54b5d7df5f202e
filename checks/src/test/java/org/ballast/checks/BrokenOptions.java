package org.ballast.checks;

import java.util.ArrayList;
import java.util.List;
import org.ballast.testkit.Dice;
import org.ballast.testkit.OptionTable;
import org.ballast.testkit.OptionTable.Row;

/**
 * Makes command lines of a tool as people mistype them: shortened too far, joined wrongly, with values that are
 * missing, bad, empty or not asked for, with options that nobody knows, and all this between options that are right.
 */
final class BrokenOptions {
    /** Waits for hosts of random names. */
    private static final String ASKS_THE_NETWORK = "master";
    /** May ask the network as well, unless its value says no. */
    private static final String MONITORING = "mond";

    private final List<Row> rows;
    private final Dice dice;

    BrokenOptions(OptionTable table, Dice dice) {
        rows = table.rows().stream()
                .filter(row -> !row.name().equals(ASKS_THE_NETWORK))
                .toList();
        this.dice = dice;
    }

    List<String> words() {
        List<String> words = new ArrayList<>();
        for (int i = dice.weighted(0, 35, 30, 20, 10, 5); i > 0; i--) {
            switch (dice.weighted(50, 25, 8, 5, 12)) {
                case 0 -> longOption(words);
                case 1 -> letters(words);
                case 2 ->
                    words.add(
                            dice.pick("--bogus", "--bogus=1", "-Z", "---", "--no", "--=1", "--=", "-=", "-=v", "-v-"));
                case 3 -> words.add(dice.pick("--", "-", "stray", "", "a=b"));
                default -> fine(words);
            }
        }
        return words;
    }

    private void longOption(List<String> words) {
        Row row = dice.pick(rows);
        String name = "--"
                + (dice.chance(0.5)
                        ? row.name()
                        : row.name().substring(0, dice.between(0, row.name().length())));
        if (row.name().equals(MONITORING)) {
            words.add(name + "=" + dice.pick("no", "maybe", "", "no "));
            return;
        }
        boolean attached = dice.chance(
                switch (row.value()) {
                    case NONE -> 0.15;
                    case OPTIONAL -> 0.5;
                    case REQUIRED -> 0.6;
                });
        if (attached) {
            words.add(name + "=" + value());
            return;
        }
        words.add(name);
        if (row.value() == OptionTable.Value.REQUIRED && dice.chance(0.8)) {
            words.add(value());
        }
    }

    private void letters(List<String> words) {
        StringBuilder joined = new StringBuilder("-");
        for (int i = dice.between(1, 4); i > 0; i--) {
            List<Row> lettered =
                    rows.stream().filter(row -> !row.letter().isEmpty()).toList();
            joined.append(dice.chance(0.95) ? dice.pick(lettered).letter() : dice.pick("Z", "=", "-", "7"));
        }
        words.add(joined + (dice.chance(0.3) ? value() : ""));
        if (dice.chance(0.4)) {
            words.add(value());
        }
    }

    private void fine(List<String> words) {
        words.add(dice.pick("-v", "-vv", "--verbose"));
    }

    private String value() {
        return dice.pick(
                "",
                "1",
                "0",
                "-1",
                "x",
                "1.5",
                "1.",
                ".5",
                "1e3",
                "0x10",
                " 2 ",
                "2 x",
                "+1",
                "yes",
                "no",
                "maybe",
                "low",
                "node1",
                "name,fmem",
                "drbd",
                "1g,1g",
                "1g,1g,1",
                "99999999999999999999",
                "=",
                "--",
                "-v",
                "--help");
    }
}
