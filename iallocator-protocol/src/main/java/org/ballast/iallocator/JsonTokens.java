package org.ballast.iallocator;

import java.io.InputStream;
import java.util.Arrays;

/**
 * The tokens of a document, strictly as RFC 8259 defines them. {@link #nextField} and {@link #nextItem} go from value
 * to value of the object or list that was entered last, and leave it at its end.
 *
 * <p>Why not Jackson, with which the rest of the project reads JSON: before its first token it has the virtual machine
 * initialise its big numbers and their thread pool, which alone takes longer than to read and answer a request on a
 * small cluster.
 */
final class JsonTokens {
    /** The deepest nesting that is followed. */
    static final int DEEPEST = 50;

    private final ByteSource source;
    private final String fileName;
    private final JsonStrings texts;
    private final JsonNumber number = new JsonNumber();
    private final boolean[] isObject = new boolean[DEEPEST + 1];
    private final String[] names = new String[DEEPEST + 1];
    private final int[] items = new int[DEEPEST + 1];
    private int depth;
    private int line = 1;
    private long lineStart;
    private Token token = Token.END;
    private boolean isPending;
    private String text = "";
    private boolean isBroken;

    /**
     * Starts at the only value of a document.
     *
     * @param fileName where the document is from, for refusals
     */
    JsonTokens(InputStream input, String fileName) {
        this.source = new ByteSource(input, fileName);
        this.fileName = fileName;
        this.texts = new JsonStrings(source, this);
        Arrays.fill(names, "");
        if (source.skipByteOrderMark()) {
            lineStart = source.offset();
        }
        int first = nonBlank();
        if (first != ByteSource.NOTHING) {
            value(first);
        }
    }

    /** Returns whether nothing but blanks follows. */
    boolean isAtEnd() {
        finish();
        boolean isAtEnd = nonBlank() == ByteSource.NOTHING;
        token = isAtEnd ? Token.END : token;
        return isAtEnd;
    }

    Token token() {
        return token;
    }

    /** Returns the string reached. */
    String text() {
        if (isPending) {
            text = texts.read();
            isPending = false;
        }
        return text;
    }

    /** Returns the number reached. */
    JsonNumber number() {
        return number;
    }

    /** Returns how many objects and lists are open; the one that begins at the token reached is. */
    int depth() {
        return depth;
    }

    int line() {
        return line;
    }

    /** Returns the name of the field whose value was reached, or of the one that has the item reached. */
    String field() {
        int level = depth;
        while (level > 0 && (!isObject[level] || items[level] == 0)) {
            level--;
        }
        return names[level];
    }

    /** Goes to the value of the next field of an object; returns whether there is one. */
    boolean nextField() {
        return nextField(true);
    }

    /** Goes to the next item of a list; returns whether there is one. */
    boolean nextItem() {
        finish();
        int next = nonBlank();
        if (next == ']') {
            return leave(Token.LIST_END);
        }
        if (items[depth]++ > 0) {
            expect(next, ',', "a comma or a closing bracket");
            next = nonBlank();
        }
        value(next);
        return true;
    }

    /** Passes over the value reached. */
    void skip() {
        if (token == Token.OBJECT || token == Token.LIST) {
            leaveTo(depth - 1);
        } else {
            finish();
        }
    }

    /** Passes over all that is left of objects and lists until so many are open. */
    void leaveTo(int outer) {
        while (depth > outer) {
            if (isObject[depth]) {
                nextField(false);
            } else {
                nextItem();
            }
        }
    }

    /** Returns whether the document was found to be no JSON, so that nothing more can be read. */
    boolean isBroken() {
        return isBroken;
    }

    /** Returns the path to where this is: {@code nodes.node3.free_memory}; nothing at the very top. */
    String path() {
        StringBuilder path = new StringBuilder();
        for (int level = 1; level <= depth; level++) {
            boolean isNamed = isObject[level] && !names[level].isEmpty();
            if (items[level] > 0 && isNamed) {
                path.append(path.isEmpty() ? "" : ".").append(Excerpt.readable(names[level]));
            } else if (items[level] > 0 && !isObject[level]) {
                path.append('[').append(items[level] - 1).append(']');
            }
        }
        return path.toString();
    }

    /** Returns the exception for a document that is no JSON from here on. */
    ProtocolException broken(String expected, String found) {
        isBroken = true;
        String path = path();
        long column = source.offset() - lineStart;
        return new ProtocolException(fileName + ":" + line + ", column " + column + (path.isEmpty() ? "" : ": " + path)
                + ": expected " + expected + ", found " + found + " (Invalid JSON)");
    }

    /** Returns the exception for a byte that cannot be here. */
    ProtocolException unexpected(int found, String expected) {
        if (found == ByteSource.NOTHING) {
            return broken(expected, "the end of the file");
        }
        if (source.isByteOrderMark(found)) {
            return broken(expected, "a byte order mark");
        }
        if (source.isWideByteOrderMark(found)) {
            return broken(expected, "the byte order mark of UTF-16");
        }
        boolean isPrintable = found > ' ' && found < 0x7f;
        return broken(expected, isPrintable ? "'" + (char) found + "'" : "byte 0x" + Integer.toHexString(found));
    }

    private boolean nextField(boolean isNameWanted) {
        finish();
        int next = nonBlank();
        if (next == '}') {
            return leave(Token.OBJECT_END);
        }
        if (items[depth] > 0) {
            expect(next, ',', "a comma or a closing brace");
            next = nonBlank();
        }
        expect(next, '"', "a name in double quotes");
        if (isNameWanted) {
            names[depth] = texts.read();
        } else {
            names[depth] = "";
            texts.skip();
        }
        items[depth]++;
        expect(nonBlank(), ':', "a colon");
        value(nonBlank());
        return true;
    }

    private void value(int first) {
        switch (first) {
            case '{' -> enter(Token.OBJECT);
            case '[' -> enter(Token.LIST);
            case '"' -> {
                token = Token.TEXT;
                isPending = true;
            }
            case 't' -> word("rue", Token.TRUE);
            case 'f' -> word("alse", Token.FALSE);
            case 'n' -> word("ull", Token.NULL);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
                token = Token.NUMBER;
                number.read(source, this);
            }
            default -> throw unexpected(first, "a value");
        }
    }

    private void word(String rest, Token meaning) {
        for (int index = 0; index < rest.length(); index++) {
            expect(source.next(), rest.charAt(index), "true, false or null");
        }
        token = meaning;
    }

    private void enter(Token beginning) {
        if (depth == DEEPEST) {
            throw broken("at most " + DEEPEST + " objects and lists within each other", "one more");
        }
        depth++;
        isObject[depth] = beginning == Token.OBJECT;
        items[depth] = 0;
        token = beginning;
    }

    private boolean leave(Token end) {
        depth--;
        token = end;
        return false;
    }

    private void expect(int found, char wanted, String expected) {
        if (found != wanted) {
            throw unexpected(found, expected);
        }
    }

    private void finish() {
        if (isPending) {
            isPending = false;
            texts.skip();
        }
    }

    private int nonBlank() {
        while (true) {
            int next = source.next();
            if (next == '\n') {
                line++;
                lineStart = source.offset();
            } else if (next != ' ' && next != '\t' && next != '\r') {
                return next;
            }
        }
    }
}
