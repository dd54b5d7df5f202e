package org.ballast.checks;

import java.util.List;
import java.util.Optional;

/** Shows where two texts part. */
final class TextDifference {
    private static final int MOST_LINES = 15;
    private static final int CONTEXT = 2;

    private TextDifference() {}

    /** Returns the lines that differ, with a few around them; empty if the texts are equal. */
    static Optional<String> of(String what, String expected, String actual) {
        if (expected.equals(actual)) {
            return Optional.empty();
        }
        List<String> left = List.of(expected.split("\n", -1));
        List<String> right = List.of(actual.split("\n", -1));
        int shorter = Math.min(left.size(), right.size());
        int start = 0;
        while (start < shorter && left.get(start).equals(right.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && left.get(left.size() - 1 - end).equals(right.get(right.size() - 1 - end))) {
            end++;
        }
        StringBuilder shown = new StringBuilder(what + " differs at line " + (start + 1) + ":\n");
        append(shown, "  ", left.subList(Math.max(0, start - CONTEXT), start));
        append(shown, "- ", left.subList(start, left.size() - end));
        append(shown, "+ ", right.subList(start, right.size() - end));
        append(shown, "  ", left.subList(left.size() - end, Math.min(left.size(), left.size() - end + CONTEXT)));
        return Optional.of(shown.toString());
    }

    private static void append(StringBuilder shown, String mark, List<String> lines) {
        lines.stream()
                .limit(MOST_LINES)
                .forEach(line -> shown.append(mark).append(line).append('\n'));
        if (lines.size() > MOST_LINES) {
            shown.append(mark).append("... ").append(lines.size() - MOST_LINES).append(" more lines\n");
        }
    }
}
