package org.ballast.pages;

import java.util.List;

/**
 * A page.
 *
 * @param title its heading, also the name of the browser's window
 * @param subtitle a line under it; none if empty
 * @param sections in the order in which they are read
 */
public record Page(String title, String subtitle, List<Section> sections) {

    /** Copies the list. */
    public Page {
        sections = List.copyOf(sections);
    }
}
