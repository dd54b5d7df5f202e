package org.ballast.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An empty folder for one call of a tool; it is deleted on close.
 *
 * @param folder the folder
 * @param input the files put there, by their names
 */
public record Sandbox(Path folder, SortedMap<String, String> input) implements AutoCloseable {

    /** Makes a folder that holds these files. */
    public static Sandbox with(SortedMap<String, String> files) {
        try {
            Path folder = Files.createTempDirectory("ballast-test-");
            fill(folder, files);
            return new Sandbox(folder, files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes files into a folder, which is made if needed. */
    public static void fill(Path folder, SortedMap<String, String> files) {
        try {
            Files.createDirectories(folder);
            for (var file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the contents of the files that are new or differ from the input, by their names. */
    public SortedMap<String, String> written() {
        SortedMap<String, String> written = new TreeMap<>();
        for (Path file : list()) {
            String name = folder.relativize(file).toString();
            String content = read(file);
            if (Files.isRegularFile(file) && !content.equals(input.get(name))) {
                written.put(name, content);
            }
        }
        return written;
    }

    @Override
    public void close() {
        list().reversed().forEach(Sandbox::delete);
    }

    private List<Path> list() {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(Comparator.naturalOrder()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
