package org.ballast.hspace.output;

import java.util.ArrayList;
import java.util.List;

/**
 * Some lines under a heading.
 *
 * @param heading what they are about
 * @param body the lines, indented
 */
record TextSection(String heading, List<String> body) {
    /** Copies the list. */
    TextSection {
        body = List.copyOf(body);
    }

    /** A list of facts. */
    static TextSection listing(String heading, List<String> facts) {
        return new TextSection(
                heading, facts.stream().map(fact -> "  - " + fact).toList());
    }

    /** Returns all lines. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(heading + ":"));
        lines.addAll(body);
        return lines;
    }
}
