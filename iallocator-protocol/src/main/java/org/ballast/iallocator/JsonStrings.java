package org.ballast.iallocator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** The reader of strings whose opening quote was passed. */
final class JsonStrings {
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int HEX_DIGITS = 4;
    private static final int RADIX = 16;
    private static final int CONTINUATION_BITS = 0xc0;
    private static final int CONTINUATION = 0x80;

    private final ByteSource source;
    private final JsonTokens tokens;

    JsonStrings(ByteSource source, JsonTokens tokens) {
        this.source = source;
        this.tokens = tokens;
    }

    String read() {
        int start = source.position;
        int at = start;
        boolean isAscii = true;
        boolean isEscaped = false;
        while (true) {
            if (at == source.limit) {
                at -= start;
                more(start);
                start = 0;
            }
            int character = source.window[at++];
            // One comparison for all that is rare: other bytes than ASCII are negative.
            if (character > '"' && character != '\\') {
                continue;
            }
            if (character == '"') {
                break;
            }
            if (character == '\\') {
                isEscaped = true;
                if (at == source.limit) {
                    at -= start;
                    more(start);
                    start = 0;
                }
                at++;
            } else if (character < 0) {
                isAscii = false;
            } else if (character < FIRST_PRINTABLE) {
                source.position = at;
                throw tokens.unexpected(character, "no control character in a string");
            }
        }
        source.position = at;
        String raw = isAscii ? new String(source.window, start, at - 1 - start, ISO_8859_1) : decoded(start, at - 1);
        return isEscaped ? unescaped(raw) : raw;
    }

    void skip() {
        int at = source.position;
        while (true) {
            if (at == source.limit) {
                source.position = at;
                if (!source.fill(at)) {
                    throw tokens.unexpected(ByteSource.NOTHING, "a closing quote");
                }
                at = 0;
            }
            int character = source.window[at++];
            if (character > '"' && character != '\\') {
                continue;
            }
            source.position = at;
            if (character == '"') {
                return;
            }
            if (character == '\\') {
                escape(source.next());
            } else if (character < 0) {
                continuation(character & 0xff);
            } else if (character < FIRST_PRINTABLE) {
                throw tokens.unexpected(character, "no control character in a string");
            }
            at = source.position;
        }
    }

    private void more(int start) {
        if (!source.fill(start)) {
            source.position = source.limit;
            throw source.isFull(0)
                    ? tokens.broken("a string of at most " + ByteSource.LONGEST + " bytes", "a longer one")
                    : tokens.unexpected(ByteSource.NOTHING, "a closing quote");
        }
    }

    private String decoded(int start, int end) {
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(source.window, start, end - start))
                    .toString();
        } catch (CharacterCodingException e) {
            throw tokens.broken("text in UTF-8", "other bytes");
        }
    }

    private void escape(int character) {
        switch (character) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {}
            case 'u' -> {
                for (int count = 0; count < HEX_DIGITS; count++) {
                    int digit = source.next();
                    if (digit > 'f' || Character.digit(digit, RADIX) < 0) {
                        throw tokens.unexpected(digit, "four hexadecimal digits");
                    }
                }
            }
            default -> throw tokens.unexpected(character, "an escape that JSON has");
        }
    }

    private void continuation(int first) {
        if (first < 0xc2 || first > 0xf4) {
            throw tokens.unexpected(first, "text in UTF-8");
        }
        int count = first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
        for (int index = 0; index < count; index++) {
            int next = source.next();
            if ((next & CONTINUATION_BITS) != CONTINUATION) {
                throw tokens.unexpected(next, "text in UTF-8");
            }
        }
    }

    private String unescaped(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        int at = 0;
        while (at < raw.length()) {
            char character = raw.charAt(at++);
            if (character != '\\') {
                text.append(character);
                continue;
            }
            char escape = raw.charAt(at++);
            if (escape == 'u') {
                text.append(unicode(raw, at));
                at += HEX_DIGITS;
            } else {
                text.append(meaning(escape));
            }
        }
        return text.toString();
    }

    private char unicode(String raw, int start) {
        int value = 0;
        for (int at = start; at < start + HEX_DIGITS; at++) {
            char character = at < raw.length() ? raw.charAt(at) : '"';
            int digit = character > 'f' ? -1 : Character.digit(character, RADIX);
            if (digit < 0) {
                throw tokens.broken("four hexadecimal digits", "something else in a string");
            }
            value = value * RADIX + digit;
        }
        return (char) value;
    }

    private char meaning(char escape) {
        return switch (escape) {
            case '"', '\\', '/' -> escape;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> throw tokens.broken("an escape that JSON has", "another one in a string");
        };
    }
}
