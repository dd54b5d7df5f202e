package org.ballast.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Random spellings of options in all the ways that getopt_long accepts: short or long, long ones abbreviated, short
 * ones joined with each other and with their argument.
 */
final class Spelling {
    private final OptionTable table;
    private final Dice dice;

    /** Spells options of a tool that has these. */
    Spelling(OptionTable table, Dice dice) {
        this.table = table;
        this.dice = dice;
    }

    /** An option to give. */
    sealed interface GivenOption {
        /** Returns the long name, without dashes. */
        String name();

        /** One without an argument. */
        record Flag(String name) implements GivenOption {}

        /** One that needs an argument. */
        record Valued(String name, String value) implements GivenOption {}

        /** One that may have an argument. */
        record Optionally(String name, Optional<String> value) implements GivenOption {}
    }

    /** Returns the arguments that give all these options, in any order. */
    List<String> spell(List<GivenOption> options) {
        List<String> words = new ArrayList<>();
        // Letters that may still be followed by another one in the same word.
        String cluster = "";
        for (GivenOption option : dice.shuffled(options)) {
            String letter = table.letter(option);
            boolean isShort = !letter.isEmpty() && dice.chance(0.6);
            if (!isShort || !dice.chance(0.5)) {
                flush(words, cluster);
                cluster = "";
            }
            if (isShort) {
                String letters = (cluster.isEmpty() ? "-" : cluster) + letter;
                cluster = "";
                switch (option) {
                    case GivenOption.Flag _ -> cluster = letters;
                    case GivenOption.Valued valued -> {
                        if (dice.chance(0.5) && !valued.value().isEmpty()) {
                            words.add(letters + valued.value());
                        } else {
                            words.add(letters);
                            words.add(valued.value());
                        }
                    }
                    case GivenOption.Optionally optional ->
                        words.add(letters + optional.value().orElse(""));
                }
            } else {
                String name = "--" + abbreviated(option.name());
                switch (option) {
                    case GivenOption.Flag _ -> words.add(name);
                    case GivenOption.Valued valued -> {
                        if (dice.chance(0.5)) {
                            words.add(name + "=" + valued.value());
                        } else {
                            words.add(name);
                            words.add(valued.value());
                        }
                    }
                    case GivenOption.Optionally optional ->
                        words.add(name
                                + optional.value().map(value -> "=" + value).orElse(""));
                }
            }
        }
        flush(words, cluster);
        return words;
    }

    private static void flush(List<String> words, String cluster) {
        if (!cluster.isEmpty()) {
            words.add(cluster);
        }
    }

    private String abbreviated(String name) {
        if (table.isEmpty() || dice.chance(0.6)) {
            return name;
        }
        int length = dice.between(1, name.length());
        while (length < name.length() && table.isAmbiguous(name.substring(0, length))) {
            length++;
        }
        return name.substring(0, length);
    }
}
