package org.ballast.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ballast.testkit.CallOutcome;
import org.ballast.testkit.CommandLine;

/** Input files of faults that people who run clusters reported, and calls that read them. */
final class FieldInput {
    private static final Path FOLDER = Project.module().resolve("src/test/resources/field");

    private FieldInput() {}

    /** Returns the text of an input file, with its byte order mark if it has one. */
    static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the names of all input files. */
    static List<String> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a call whose words are separated by spaces, with all input files that it names. */
    static CommandLine call(String line) {
        List<String> words = List.of(line.split(" "));
        SortedMap<String, String> named = new TreeMap<>();
        for (String file : files()) {
            if (words.stream().anyMatch(word -> word.equals(file) || word.endsWith("=" + file))) {
                named.put(file, text(file));
            }
        }
        return new CommandLine(words.getFirst(), words.subList(1, words.size()), named);
    }

    /** Runs Ballast with such a call. */
    static CallOutcome.Finished run(String line) {
        return OurTool.run(call(line));
    }

    /** Runs Ballast with such a call and one more input file, or another text for one. */
    static CallOutcome.Finished run(String line, String file, String text) {
        return OurTool.run(call(line).withFile(file, text));
    }
}
