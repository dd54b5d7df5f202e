package org.ballast.pages;

import java.util.List;

/** Names shortened to the room that a picture has for them. */
final class Labels {
    /** The chart library cuts longer ones off, which would make equals of names that differ at their end. */
    private static final int LONGEST = 20;

    private static final double TAIL = 0.4;

    private Labels() {}

    /** Shortens names: without a domain that all of them share, and without their middle where that is not enough. */
    static List<String> shortened(List<String> names) {
        String domain = names.isEmpty() ? "" : domain(names.getFirst());
        boolean shared = names.size() > 1
                && !domain.isEmpty()
                && names.stream().allMatch(name -> domain(name).equals(domain));
        return names.stream()
                .map(name -> shared ? name.substring(0, name.length() - domain.length()) : name)
                .map(name -> elided(name, LONGEST))
                .toList();
    }

    private static String domain(String name) {
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(dot) : "";
    }

    /**
     * Leaves out the middle of a name that is too long: what tells two names apart is at their ends.
     *
     * @param longest as many code points as there is room for
     */
    static String elided(String name, int longest) {
        String clean = Markup.clean(name).replaceAll("\\s+", " ");
        int length = clean.codePointCount(0, clean.length());
        if (length <= longest) {
            return clean;
        }
        int tail = (int) (longest * TAIL);
        int[] points = clean.codePoints().toArray();
        return new String(points, 0, longest - tail - 1) + "…" + new String(points, length - tail, tail);
    }
}
