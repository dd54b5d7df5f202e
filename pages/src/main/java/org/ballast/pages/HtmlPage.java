package org.ballast.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A page as one HTML file without scripts, and without anything that a browser would have to fetch. It is well-formed
 * XML too.
 */
public final class HtmlPage {
    private HtmlPage() {}

    /**
     * Writes a page, as text that has to be stored in UTF-8.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Page page, Appendable out) throws IOException {
        out.append(of(page));
    }

    /** Returns a page as text, which has to be stored in UTF-8. */
    public static String of(Page page) {
        Markup markup = new Markup();
        markup.raw("<!DOCTYPE html>\n");
        markup.start("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en")
                .raw("\n")
                .start("head")
                .raw("\n");
        markup.empty("meta", "charset", "utf-8").raw("\n");
        markup.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .raw("\n");
        markup.empty("meta", "name", "color-scheme", "content", "light dark").raw("\n");
        markup.element("title", page.title()).raw("\n");
        markup.start("style").raw("\n").raw(styleSheet()).endLine().endLine();
        markup.start("body").raw("\n").start("header");
        markup.element("h1", page.title());
        if (!page.subtitle().isEmpty()) {
            markup.element("p", page.subtitle(), "class", "subtitle");
        }
        markup.endLine().start("main").raw("\n");
        PartWriter parts = new PartWriter(markup);
        for (Section section : page.sections()) {
            markup.start("section").element("h2", section.heading()).raw("\n");
            section.parts().forEach(parts::write);
            markup.endLine();
        }
        return markup.endLine().endLine().endLine().toString();
    }

    private static String styleSheet() {
        try (InputStream in = HtmlPage.class.getResourceAsStream("page.css")) {
            if (in == null) {
                throw new IllegalStateException("page.css is missing beside " + HtmlPage.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
