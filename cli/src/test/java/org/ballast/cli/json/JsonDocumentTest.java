package org.ballast.cli.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ballast.cli.console.Console;
import org.junit.jupiter.api.Test;

class JsonDocumentTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Console console =
            new Console(new PrintStream(out, true, UTF_8), new PrintStream(OutputStreamSink.NONE), Path.of(""));

    private static final class OutputStreamSink extends ByteArrayOutputStream {
        static final OutputStreamSink NONE = new OutputStreamSink();
    }

    @Test
    void documentsCanBeReadBack() throws IOException {
        try (JsonDocument document = JsonDocument.start(console, "sample", 3)) {
            document.put("text", "a\"é\n");
            document.put("names", List.of("x", "y"));
            document.startArray("list");
            document.startObject();
            document.put("flag", true);
            document.putNull("nothing");
            document.endObject();
            document.endArray();
        }
        assertThat(tokens())
                .containsExactly(
                        "{", "format", "sample", "version", "3", "text", "a\"é\n", "names", "[", "x", "y", "]", "list",
                        "[", "{", "flag", "true", "nothing", "null", "}", "]", "}");
        assertThat(out.toString(UTF_8)).startsWith("{\n  \"format\"").endsWith("}\n");
    }

    @Test
    void numbersThatJsonLacksAreNull() throws IOException {
        try (JsonDocument document = JsonDocument.start(console, "sample", 1)) {
            document.put("nan", Double.NaN);
            document.put("infinite", Double.NEGATIVE_INFINITY);
            document.put("finite", 0.1);
        }
        assertThat(tokens()).containsSubsequence("nan", "null", "infinite", "null", "finite", "0.1");
    }

    private List<String> tokens() throws IOException {
        List<String> tokens = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(out.toByteArray())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                tokens.add(parser.getText());
            }
        }
        return tokens;
    }
}
