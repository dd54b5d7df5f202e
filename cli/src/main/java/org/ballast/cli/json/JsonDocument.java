package org.ballast.cli.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ballast.cli.console.Console;

/**
 * One JSON document on the results' stream: an object that starts with its format and version. Numbers that JSON lacks,
 * such as infinity, become null.
 */
public final class JsonDocument implements AutoCloseable {
    private static final String INDENT = "  ";

    private final Console console;
    private final JsonGenerator generator;

    private JsonDocument(Console console, JsonGenerator generator) {
        this.console = console;
        this.generator = generator;
    }

    /** Starts a document. */
    public static JsonDocument start(Console console, String format, int version) {
        JsonDocument document = new JsonDocument(console, generator(console));
        document.startObject();
        document.put("format", format);
        document.put("version", version);
        return document;
    }

    private static JsonGenerator generator(Console console) {
        try {
            JsonGenerator generator = new JsonFactory()
                    .createGenerator(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8))
                    .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            DefaultIndenter lines = new DefaultIndenter(INDENT, "\n");
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
            printer.indentObjectsWith(lines);
            printer.indentArraysWith(lines);
            return generator.setPrettyPrinter(printer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a text. */
    public void put(String name, String value) {
        write(() -> generator.writeStringField(name, value));
    }

    /** Writes an integer. */
    public void put(String name, long value) {
        write(() -> generator.writeNumberField(name, value));
    }

    /** Writes a decimal, or null if it is none. */
    public void put(String name, double value) {
        write(() -> {
            if (Double.isFinite(value)) {
                generator.writeNumberField(name, value);
            } else {
                generator.writeNullField(name);
            }
        });
    }

    /** Writes a truth. */
    public void put(String name, boolean value) {
        write(() -> generator.writeBooleanField(name, value));
    }

    /** Writes an array of texts. */
    public void put(String name, List<String> values) {
        write(() -> {
            generator.writeArrayFieldStart(name);
            for (String value : values) {
                generator.writeString(value);
            }
            generator.writeEndArray();
        });
    }

    /** Writes an array of integers. */
    public void putNumbers(String name, List<Integer> values) {
        write(() -> {
            generator.writeArrayFieldStart(name);
            for (int value : values) {
                generator.writeNumber(value);
            }
            generator.writeEndArray();
        });
    }

    /** Writes a value that is a document of its own already. */
    public void putDocument(String name, String json) {
        write(() -> {
            generator.writeFieldName(name);
            generator.writeRawValue(json);
        });
    }

    /** Writes null. */
    public void putNull(String name) {
        write(() -> generator.writeNullField(name));
    }

    /** Starts an object within an array. */
    public void startObject() {
        write(generator::writeStartObject);
    }

    /** Starts an object within an object. */
    public void startObject(String name) {
        write(() -> generator.writeObjectFieldStart(name));
    }

    /** Ends the object started last. */
    public void endObject() {
        write(generator::writeEndObject);
    }

    /** Starts an array within an object. */
    public void startArray(String name) {
        write(() -> generator.writeArrayFieldStart(name));
    }

    /** Ends the array started last. */
    public void endArray() {
        write(generator::writeEndArray);
    }

    /** Ends the document. */
    @Override
    public void close() {
        endObject();
        write(generator::close);
        console.line("");
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
