package org.ballast.cli.console;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.ballast.model.SafeText;

/**
 * A stream that lets no character of a text through which would do something to a terminal, except the ends of lines.
 */
final class SafeStream extends PrintStream {
    SafeStream(PrintStream target) {
        super(target, false, StandardCharsets.UTF_8);
    }

    @Override
    public void print(String text) {
        super.print(safe(text));
    }

    @Override
    public void print(Object value) {
        print(String.valueOf(value));
    }

    /** Returns the text, of one line or of several, with what is not printable escaped. */
    static String safe(String text) {
        int end = text.indexOf('\n');
        if (end < 0) {
            return SafeText.of(text);
        }
        StringBuilder lines = new StringBuilder();
        int start = 0;
        while (end >= 0) {
            lines.append(SafeText.of(text.substring(start, end))).append('\n');
            start = end + 1;
            end = text.indexOf('\n', start);
        }
        return lines.append(SafeText.of(text.substring(start))).toString();
    }
}
