package org.ballast.testkit;

import java.util.List;
import java.util.Locale;

/** A writer of JSON values. */
final class JsonTextWriter {
    private JsonTextWriter() {}

    static void append(Json value, StringBuilder out) {
        switch (value) {
            case Json.Text(String text) -> appendText(text, out);
            case Json.Literal(String written) -> out.append(written);
            case Json.Array(List<Json> elements) -> {
                out.append('[');
                String separator = "";
                for (Json element : elements) {
                    out.append(separator);
                    append(element, out);
                    separator = ", ";
                }
                out.append(']');
            }
            case Json.Struct(List<Json.Member> members) -> {
                out.append('{');
                String separator = "";
                for (Json.Member member : members) {
                    out.append(separator);
                    appendText(member.name(), out);
                    out.append(": ");
                    append(member.value(), out);
                    separator = ", ";
                }
                out.append('}');
            }
        }
    }

    private static void appendText(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
