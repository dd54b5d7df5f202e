package org.ballast.testkit;

import java.util.ArrayList;
import java.util.List;

/** A parser of JSON documents in memory. */
final class JsonParser {
    private final String text;
    private int at;

    JsonParser(String text) {
        this.text = text;
    }

    Json document() {
        Json value = value();
        skipSpace();
        if (at < text.length()) {
            throw wrong("the end");
        }
        return value;
    }

    private Json value() {
        return switch (peek()) {
            case '{' -> struct();
            case '[' -> array();
            case '"' -> new Json.Text(string());
            default -> literal();
        };
    }

    private Json struct() {
        List<Json.Member> members = new ArrayList<>();
        for (char next = open('}'); next != '}'; next = peek()) {
            skipSeparator(members.isEmpty());
            peek();
            String name = string();
            expect(':');
            members.add(new Json.Member(name, value()));
        }
        expect('}');
        return new Json.Struct(members);
    }

    private Json array() {
        List<Json> elements = new ArrayList<>();
        for (char next = open(']'); next != ']'; next = peek()) {
            skipSeparator(elements.isEmpty());
            elements.add(value());
        }
        expect(']');
        return new Json.Array(elements);
    }

    private char open(char end) {
        expect(end == '}' ? '{' : '[');
        return peek();
    }

    private void skipSeparator(boolean first) {
        if (!first) {
            expect(',');
        }
    }

    private Json literal() {
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (at == start) {
            throw wrong("a value");
        }
        return new Json.Literal(text.substring(start, at));
    }

    private String string() {
        StringBuilder result = new StringBuilder();
        if (next() != '"') {
            throw wrong("a string");
        }
        for (char c = next(); c != '"'; c = next()) {
            result.append(c == '\\' ? escaped() : c);
        }
        return result.toString();
    }

    private char escaped() {
        char c = next();
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> c;
        };
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw wrong("'" + wanted + "'");
        }
        at++;
    }

    private char peek() {
        skipSpace();
        if (at >= text.length()) {
            throw wrong("more");
        }
        return text.charAt(at);
    }

    private char next() {
        if (at >= text.length()) {
            throw wrong("more");
        }
        return text.charAt(at++);
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException("expected " + expected + " at " + at + " of: " + text);
    }
}
