package org.ballast.iallocator;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A cursor over a JSON document, forward only, in memory that does not depend on what it holds. Objects and lists are
 * loops: {@link #nextField} and {@link #nextItem} go to the next value, which one of the other methods then has to read
 * or {@link #skip}. A field is passed in as it is so far: if it is given again, the first value stays.
 */
final class JsonCursor {
    private static final int LONGEST_LIST = 1 << 16;

    private final String fileName;
    private final JsonTokens tokens;

    /**
     * Starts at the only value of a document.
     *
     * @param fileName where the document is from, for refusals
     */
    JsonCursor(InputStream input, String fileName) {
        this.fileName = fileName;
        this.tokens = new JsonTokens(input, fileName);
    }

    /** Enters the object that the document has to be. */
    void top() {
        if (isObject()) {
            return;
        }
        boolean isList = tokens.token() == Token.LIST;
        throw refused(
                ValueKind.OBJECT.label(), isList ? "Unable to read JSObject" : "Invalid JSON: neither object nor list");
    }

    /** Makes sure that nothing follows the value. */
    void end() {
        if (!tokens.isAtEnd()) {
            throw new ProtocolException(
                    place() + ": expected the end of the file, found more (Invalid tokens at end of JSON string)");
        }
    }

    /** Goes to the value of the next field of an object; returns whether there is one. */
    boolean nextField() {
        return tokens.nextField();
    }

    /** Goes to the next item of a list, of which these were kept so far; returns whether there is one. */
    boolean nextItem(List<?> kept) {
        boolean hasNext = tokens.nextItem();
        if (hasNext && kept.size() == LONGEST_LIST) {
            throw refused("at most " + LONGEST_LIST + " items", "too many");
        }
        return hasNext;
    }

    /** Returns the name of the field whose value was reached, or of the one that has the item that was reached. */
    String field() {
        return tokens.field();
    }

    /** Passes over the value. */
    void skip() {
        tokens.skip();
    }

    boolean isNull() {
        return tokens.token() == Token.NULL;
    }

    boolean isTrue() {
        return tokens.token() == Token.TRUE;
    }

    boolean isText() {
        return tokens.token() == Token.TEXT;
    }

    boolean isObject() {
        return tokens.token() == Token.OBJECT;
    }

    /** Enters an object. */
    void object() {
        require(Token.OBJECT, ValueKind.OBJECT);
    }

    /** Enters a list. */
    void list() {
        require(Token.LIST, ValueKind.LIST);
    }

    String text() {
        require(Token.TEXT, ValueKind.TEXT);
        return tokens.text();
    }

    Optional<String> text(Optional<String> before) {
        return before.isPresent() ? again(before) : Optional.of(text());
    }

    Optional<Boolean> flag(Optional<Boolean> before) {
        if (before.isPresent()) {
            return again(before);
        }
        if (!isTrue()) {
            require(Token.FALSE, ValueKind.FLAG);
        }
        return Optional.of(isTrue());
    }

    Optional<List<String>> texts(Optional<List<String>> before) {
        if (before.isPresent()) {
            return again(before);
        }
        list();
        List<String> texts = new ArrayList<>();
        while (nextItem(texts)) {
            texts.add(text());
        }
        return Optional.of(texts);
    }

    /** Reads a whole number that is not negative; fractions are rounded, a half to the even number. */
    OptionalLong size(ValueKind kind, OptionalLong before) {
        OptionalLong value = whole(kind, before);
        if (value.getAsLong() < 0) {
            throw refused(kind.label() + ", 0 or more", "negative");
        }
        return value;
    }

    /** Reads a whole number; fractions are rounded, a half to the even number. */
    OptionalLong whole(ValueKind kind, OptionalLong before) {
        if (before.isPresent()) {
            return again(before);
        }
        require(Token.NUMBER, kind);
        OptionalLong value = tokens.number().whole();
        if (value.isEmpty()) {
            throw refused(kind.label() + " of at most 64 bits", "too large");
        }
        return value;
    }

    /** Reads a number that is not negative. */
    OptionalDouble amount(ValueKind kind, OptionalDouble before) {
        OptionalDouble value = number(kind, before);
        if (value.getAsDouble() < 0) {
            throw refused(kind.label() + ", 0 or more", "negative");
        }
        return value;
    }

    /** Reads a number. */
    OptionalDouble number(ValueKind kind, OptionalDouble before) {
        if (before.isPresent()) {
            return again(before);
        }
        require(Token.NUMBER, kind);
        double value = tokens.number().decimal();
        if (Double.isInfinite(value)) {
            throw refused(kind.label() + " below 1.8e308", "too large");
        }
        return OptionalDouble.of(value);
    }

    /** Passes over a field that was given before, and returns what it was. */
    <T> T again(T before) {
        skip();
        return before;
    }

    int line() {
        return tokens.line();
    }

    /** Returns how many objects and lists are open around the value. */
    int depth() {
        boolean isEntered = isObject() || tokens.token() == Token.LIST;
        return isEntered ? tokens.depth() - 1 : tokens.depth();
    }

    /** Goes on behind a value that was refused, unless the document is no JSON beyond it. */
    void recover(ProtocolException refusal, int depth) {
        if (tokens.isBroken()) {
            throw refusal;
        }
        tokens.leaveTo(depth);
    }

    /** Returns the exception for a value that is not what it should be. */
    ProtocolException refused(String expected, String why) {
        return new ProtocolException(place() + ": expected " + expected + ", found " + found() + " (" + why + ")");
    }

    /** Returns the exception for a value, read before, that is not what it should be. */
    ProtocolException refused(int line, String path, String expected, String found, String why) {
        return new ProtocolException(
                place(line, path) + ": expected " + expected + ", found " + found + " (" + why + ")");
    }

    /** Returns the exception for an object, just left, without a field that it must have. */
    ProtocolException missing(String field, ValueKind kind) {
        String path = Whereabouts.field(tokens.path(), field);
        return new ProtocolException(
                place(line(), path) + ": expected " + kind.label() + ", found nothing (key '" + field + "' not found)");
    }

    /** Returns the exception for a name that was given before. */
    ProtocolException repeated() {
        return new ProtocolException(place() + ": expected each name once, found it again");
    }

    private void require(Token token, ValueKind kind) {
        if (tokens.token() != token) {
            String name = field();
            String reason = "Unable to read " + kind.ganetiName();
            throw refused(kind.label(), name.isEmpty() ? reason : "key '" + Excerpt.readable(name) + "': " + reason);
        }
    }

    /** Returns the file, the line and the path of the value reached. */
    String place() {
        return place(line(), tokens.path());
    }

    private String place(int line, String path) {
        String place = fileName + ":" + line;
        return path.isEmpty() ? place : place + ": " + path;
    }

    private String found() {
        return switch (tokens.token()) {
            case OBJECT, OBJECT_END -> "an object";
            case LIST -> "a list";
            case LIST_END -> "an empty list";
            case TEXT -> Excerpt.quoted(tokens.text());
            case NUMBER -> Excerpt.readable(tokens.number().text());
            case TRUE -> "true";
            case FALSE -> "false";
            case NULL -> "null";
            case END -> "the end of the file";
        };
    }
}
