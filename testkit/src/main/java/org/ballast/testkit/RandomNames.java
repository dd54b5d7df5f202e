package org.ballast.testkit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Random names: short and long ones, prefixes of each other, with and without a common domain. */
final class RandomNames {
    private static final List<String> DOMAINS = List.of(".example.com", ".eu.example.com", ".x");

    private final Dice dice;
    private final String nodeDomain;
    private final String instanceDomain;

    RandomNames(Dice dice) {
        this.dice = dice;
        String domain = dice.pick(DOMAINS);
        int style = dice.weighted(4, 4, 1, 1);
        nodeDomain = style == 0 ? "" : domain;
        instanceDomain = switch (style) {
            case 1 -> domain;
            case 2 -> dice.pick(DOMAINS);
            default -> "";
        };
    }

    List<String> groups(int count) {
        String stem = dice.pick("group", "rack-", "default", "süd", "g");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(count == 1 ? stem : stem + (i + 1));
        }
        return names;
    }

    List<String> nodes(int count) {
        return unique(count, dice.pick("node", "n", "host-", "a-node-with-a-rather-long-name-"), nodeDomain);
    }

    List<String> instances(int count) {
        return unique(count, dice.pick("inst", "vm-", "i", "web", "new-"), instanceDomain);
    }

    private List<String> unique(int count, String stem, String domain) {
        int style = dice.weighted(5, 3, 1, 1, 1);
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; names.size() < count; i++) {
            names.add(label(style, stem, i) + domain);
        }
        return List.copyOf(names);
    }

    private String label(int style, String stem, int i) {
        return switch (style) {
            case 0 -> stem + (i + 1);
            case 1 -> String.format(Locale.ROOT, "%s%03d", stem, i);
            // Each a prefix of the next, by letters (no match for a lookup) or by dots (a match).
            case 2 -> stem + "x".repeat(i % 7) + (i < 7 ? "" : i / 7);
            case 3 -> stem + (i / 3) + ".sub".repeat(i % 3);
            default -> dice.chance(0.1) ? stem + "unusually-long-".repeat(3) + i : stem + i;
        };
    }
}
