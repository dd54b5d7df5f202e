package org.ballast.backends.input;

import java.util.ArrayList;
import java.util.List;

/**
 * Remarks about input that can be used, but is probably not meant as it is: the first few of a kind, and how many more.
 */
public final class Remarks {
    private static final int SHOWN = 5;

    private final String more;
    private final List<String> shown = new ArrayList<>();
    private int count;

    /** Starts without any; the words say what there are more of. */
    public Remarks(String more) {
        this.more = more;
    }

    /** Adds a line. */
    public void add(String line) {
        count++;
        if (count <= SHOWN) {
            shown.add(line);
        }
    }

    /** Returns the lines. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(shown);
        if (count > SHOWN) {
            lines.add("… and " + (count - SHOWN) + " more " + more);
        }
        return List.copyOf(lines);
    }
}
