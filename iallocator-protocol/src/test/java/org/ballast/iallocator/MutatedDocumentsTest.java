package org.ballast.iallocator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever happens to a valid document, it stays a message or is refused in one line. */
class MutatedDocumentsTest {
    private static final int ROUNDS = 20_000;
    private static final Pattern PIECE = Pattern.compile("\"[^\"]*\"|-?[0-9.]+|true|false|null|[{}\\[\\],:]");
    private static final List<String> REPLACEMENTS = List.of(
            "",
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1.5",
            "-0",
            "1e999",
            "1e-999999999",
            "9223372036854775808",
            "NaN",
            "\"\"",
            "\"x\"",
            "\"node1.example.com\"",
            "\"allocate\"",
            "\"relocate\"",
            "\"change-group\"",
            "[]",
            "{}",
            "[[]]",
            "{\"name\":{}}",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"\u2028\"",
            "\"\\\"",
            "[\"x\"]",
            ",",
            ":",
            "}");

    @Test
    void documentsWithReplacedPiecesAreReadOrRefused() throws IOException {
        SplittableRandom random = new SplittableRandom(2);
        List<String> documents = List.of(
                Documents.WHOLE,
                Files.readString(Documents.CAPTURED.resolve("multi-allocate-1.request.json"), UTF_8),
                Files.readString(Documents.CAPTURED.resolve("node-evacuate-primary-only-1.request.json"), UTF_8));
        int messages = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String document = documents.get(random.nextInt(documents.size()));
            List<int[]> pieces = pieces(document);
            StringBuilder mutated = new StringBuilder(document);
            int[] changed = pieces.get(random.nextInt(pieces.size()));
            mutated.replace(changed[0], changed[1], replacement(random, document, pieces));

            messages += read(mutated.toString().getBytes(UTF_8)) ? 1 : 0;
        }
        assertThat(messages).isBetween(ROUNDS / 10, ROUNDS * 9 / 10);
    }

    @Test
    void damagedDocumentsAreReadOrRefused() {
        SplittableRandom random = new SplittableRandom(3);
        byte[] document = Documents.WHOLE.getBytes(UTF_8);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] mutated =
                    Arrays.copyOf(document, random.nextInt(4) == 0 ? random.nextInt(document.length) : document.length);
            for (int count = random.nextInt(4); count > 0 && mutated.length > 0; count--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }

            read(mutated);
        }
    }

    private static String replacement(SplittableRandom random, String document, List<int[]> pieces) {
        if (random.nextBoolean()) {
            return REPLACEMENTS.get(random.nextInt(REPLACEMENTS.size()));
        }
        int[] other = pieces.get(random.nextInt(pieces.size()));
        return document.substring(other[0], other[1]);
    }

    private static List<int[]> pieces(String document) {
        List<int[]> pieces = new ArrayList<>();
        Matcher matcher = PIECE.matcher(document);
        while (matcher.find()) {
            pieces.add(new int[] {matcher.start(), matcher.end()});
        }
        return pieces;
    }

    private static boolean read(byte[] document) {
        try {
            Message message = MessageReader.read(new ByteArrayInputStream(document), "file");
            return message.cluster().nodes().size() < document.length;
        } catch (ProtocolException e) {
            assertThat(e.getMessage()).startsWith("file:").doesNotContain("\n").hasSizeLessThan(1000);
            return false;
        }
    }
}
