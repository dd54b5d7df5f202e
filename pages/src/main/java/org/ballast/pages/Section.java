package org.ballast.pages;

import java.util.List;

/**
 * A part of a page under a heading of its own.
 *
 * @param heading what it is about
 * @param parts what there is to read, from top to bottom
 */
public record Section(String heading, List<Part> parts) {

    /** Copies the list. */
    public Section {
        parts = List.copyOf(parts);
    }
}
