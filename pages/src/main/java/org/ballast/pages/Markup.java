package org.ballast.pages;

import java.util.ArrayDeque;
import java.util.Deque;

/** Elements and text that are well-formed HTML and XML at the same time. */
final class Markup {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Writes what is markup already. */
    Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Starts an element; its attributes are names and values in turn. */
    Markup start(String name, String... attributes) {
        tag(name, attributes).append('>');
        open.push(name);
        return this;
    }

    /** Ends the element that was started last. */
    Markup end() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Ends it, and the line. */
    Markup endLine() {
        end();
        out.append('\n');
        return this;
    }

    /** Writes an element that never has any content. */
    Markup empty(String name, String... attributes) {
        tag(name, attributes).append("/>");
        return this;
    }

    /** Writes text. */
    Markup text(String text) {
        out.append(escaped(text));
        return this;
    }

    /** Writes an element that has nothing but text in it. */
    Markup element(String name, String text, String... attributes) {
        return start(name, attributes).text(text).end();
    }

    /** Returns all of it. */
    @Override
    public String toString() {
        return out.toString();
    }

    private StringBuilder tag(String name, String... attributes) {
        out.append('<').append(name);
        for (int k = 0; k < attributes.length; k += 2) {
            out.append(' ').append(attributes[k]).append("=\"");
            out.append(escaped(attributes[k + 1])).append('"');
        }
        return out;
    }

    private static String escaped(String text) {
        StringBuilder result = new StringBuilder(text.length() + 16);
        clean(text).codePoints().forEach(point -> {
            switch (point) {
                case '<' -> result.append("&lt;");
                case '>' -> result.append("&gt;");
                case '&' -> result.append("&amp;");
                case '"' -> result.append("&quot;");
                case '\'' -> result.append("&#39;");
                default -> result.appendCodePoint(point);
            }
        });
        return result.toString();
    }

    /**
     * Makes the invisible visible: no document may hold a control character, and one that turns the direction of text
     * would let a name rewrite what stands beside it.
     */
    static String clean(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().map(Markup::visible).forEach(result::appendCodePoint);
        return result.toString();
    }

    private static int visible(int point) {
        boolean fine = switch (Character.getType(point)) {
            case Character.CONTROL -> point == '\n' || point == '\t';
            case Character.SURROGATE -> false;
            case Character.FORMAT -> !isDirection(point);
            default -> (point & 0xFFFE) != 0xFFFE;
        };
        return fine ? point : point < ' ' ? '\u2400' + point : '\uFFFD';
    }

    private static boolean isDirection(int point) {
        return point >= '\u202A' && point <= '\u202E' || point >= '\u2066' && point <= '\u2069';
    }
}
