package org.ballast.iallocator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tokenizer sees in a text what Jackson sees in it, and refuses what Jackson refuses. */
class JsonTokensTest {
    private static final int TEXTS = 20_000;
    private static final String CHARACTERS = "{}[]\",:\\ 0123-+.eEtrufalsn/bé€😀\n\t\u0001\u007f";

    @Test
    void readsRandomTextsLikeJackson() {
        SplittableRandom random = new SplittableRandom(4);
        int accepted = 0;
        for (int round = 0; round < TEXTS; round++) {
            String text = damaged(random, json(random, 0));
            String expected = jackson(text);

            assertThat(ours(text, 1 + random.nextInt(8))).as(text).isEqualTo(expected);

            accepted += expected.equals("refused") ? 0 : 1;
        }
        assertThat(accepted).isBetween(TEXTS / 10, TEXTS * 9 / 10);
    }

    @ParameterizedTest
    @ValueSource(ints = {65530, 65533, 65534, 65535, 65536, 65537, 131070, 131071, 131072, 1048570})
    void stringsAndNumbersMayLieAcrossTheEndOfTheWindow(int before) {
        String text =
                " ".repeat(before) + "[\"é\\u00e9\\\\€\", -12.5e1, true, 123456789, {\"nàme\": null}, \"skipped\\n\"]";

        assertThat(ours(text, 1 << 16)).isEqualTo(jackson(text));
        assertThat(ours(text, 7)).isEqualTo(jackson(text));
    }

    @Test
    void longStringsAreReadWhole() {
        String longest = "a".repeat((1 << 20) - 2);

        assertThat(new JsonTokens(stream("\"" + longest + "\""), "file").text()).isEqualTo(longest);
        assertThatThrownBy(() -> new JsonTokens(stream("\"" + longest + "bbb\""), "file").text())
                .hasMessageContaining("expected a string of at most 1048576 bytes");
    }

    @Test
    void skippedValuesMustBeJson() {
        for (String wrong :
                List.of("[1,]", "{\"a\"}", "\"\\x\"", "\"\\u12x4\"", "[\"\t\"]", "[01]", "[tru]", "[\"\u0000\"]")) {
            String text = "[[" + wrong + "]]";

            assertThatThrownBy(() -> {
                        JsonTokens tokens = new JsonTokens(stream(text), "file");
                        tokens.nextItem();
                        tokens.skip();
                    })
                    .as(text)
                    .isInstanceOf(ProtocolException.class);
        }
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedEverywhere() {
        byte[][] wrong = {{(byte) 0xff}, {(byte) 0xc3, 'x'}, {(byte) 0x80}, {(byte) 0xe2, (byte) 0x82, 'x'}};
        for (byte[] bytes : wrong) {
            byte[] head = "[\"".getBytes(UTF_8);
            byte[] text = new byte[head.length + bytes.length + 2];
            System.arraycopy(head, 0, text, 0, head.length);
            System.arraycopy(bytes, 0, text, head.length, bytes.length);
            text[text.length - 2] = '"';
            text[text.length - 1] = ']';

            assertThatThrownBy(() -> {
                        JsonTokens tokens = new JsonTokens(new ByteArrayInputStream(text), "file");
                        tokens.nextItem();
                        tokens.text();
                    })
                    .hasMessageContaining("text in UTF-8");
            assertThatThrownBy(() -> {
                        JsonTokens tokens = new JsonTokens(new ByteArrayInputStream(text), "file");
                        tokens.nextItem();
                        tokens.nextItem();
                    })
                    .hasMessageContaining("text in UTF-8");
        }
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static String ours(String text, int piece) {
        byte[] bytes = text.getBytes(UTF_8);
        try {
            JsonTokens tokens = new JsonTokens(new Trickle(bytes, bytes, bytes.length, piece), "file");
            if (tokens.token() == Token.END) {
                return "refused";
            }
            StringBuilder seen = new StringBuilder();
            see(tokens, seen);
            return tokens.isAtEnd() ? seen.toString() : "refused";
        } catch (ProtocolException e) {
            assertThat(e.getMessage()).startsWith("file:").doesNotContain("\n");
            return "refused";
        }
    }

    private static void see(JsonTokens tokens, StringBuilder seen) {
        switch (tokens.token()) {
            case OBJECT -> {
                seen.append('{');
                while (tokens.nextField()) {
                    seen.append(tokens.field()).append(':');
                    see(tokens, seen);
                }
                seen.append('}');
            }
            case LIST -> {
                seen.append('[');
                while (tokens.nextItem()) {
                    see(tokens, seen);
                }
                seen.append(']');
            }
            case TEXT -> seen.append('"').append(tokens.text()).append('"');
            case NUMBER -> seen.append(tokens.number().text()).append(',');
            default -> seen.append(tokens.token());
        }
    }

    private static String jackson(String text) {
        StringBuilder seen = new StringBuilder();
        try (JsonParser parser = new JsonFactory().createParser(text.getBytes(UTF_8))) {
            if (parser.nextToken() == null) {
                return "refused";
            }
            see(parser, seen);
            return parser.nextToken() == null ? seen.toString() : "refused";
        } catch (IOException e) {
            return "refused";
        }
    }

    private static void see(JsonParser parser, StringBuilder seen) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                seen.append('{');
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    seen.append(parser.currentName()).append(':');
                    parser.nextToken();
                    see(parser, seen);
                }
                seen.append('}');
            }
            case START_ARRAY -> {
                seen.append('[');
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    see(parser, seen);
                }
                seen.append(']');
            }
            case VALUE_STRING -> seen.append('"').append(parser.getText()).append('"');
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                seen.append(parser.getText()).append(',');
            case VALUE_TRUE -> seen.append(Token.TRUE);
            case VALUE_FALSE -> seen.append(Token.FALSE);
            default -> seen.append(Token.NULL);
        }
    }

    private static String json(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth > 3 ? 4 : 7)) {
            case 0 ->
                "\""
                        + List.of("", "a b", "\\u00e9\\n\\/", "é€😀", "\\\\\\\"", "\\uD83D\\uDE00")
                                .get(random.nextInt(6))
                        + "\"";
            case 1 ->
                List.of("0", "-0", "12", "-3.25", "1e5", "1.5E-3", "123456789012345678901234")
                        .get(random.nextInt(7));
            case 2 -> List.of("true", "false", "null").get(random.nextInt(3));
            case 3 -> " \n[ ]\t";
            default -> {
                boolean isObject = random.nextBoolean();
                List<String> items = new ArrayList<>();
                for (int count = random.nextInt(4); count > 0; count--) {
                    items.add((isObject ? "\"n" + count + "\": " : "") + json(random, depth + 1));
                }
                yield (isObject ? "{" : "[") + String.join(", ", items) + (isObject ? "}" : "]");
            }
        };
    }

    /** Takes out, puts in or changes nothing, one or a few characters. */
    private static String damaged(SplittableRandom random, String text) {
        StringBuilder damaged = new StringBuilder(text);
        for (int count = random.nextInt(3); count > 0; count--) {
            int at = random.nextInt(damaged.length() + 1);
            int first =
                    CHARACTERS.offsetByCodePoints(0, random.nextInt(CHARACTERS.codePointCount(0, CHARACTERS.length())));
            String character = Character.toString(CHARACTERS.codePointAt(first));
            if (random.nextBoolean() && at < damaged.length() && !Character.isSurrogate(damaged.charAt(at))) {
                damaged.replace(at, at + 1, random.nextBoolean() ? character : "");
            } else if (at == damaged.length() || !Character.isLowSurrogate(damaged.charAt(at))) {
                damaged.insert(at, character);
            }
        }
        return damaged.toString();
    }
}
