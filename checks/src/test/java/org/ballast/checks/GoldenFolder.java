package org.ballast.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The golden files in the source tree.
 *
 * @param root the folder with one folder a tool, and one of shared data
 */
record GoldenFolder(Path root) {
    private static final String DATA = "data";

    static GoldenFolder inSources() {
        return new GoldenFolder(Project.module().resolve("src/test/resources/golden"));
    }

    /** Returns the input files that all cases see, by their names. */
    SortedMap<String, String> sharedData() {
        SortedMap<String, String> data = new TreeMap<>();
        for (Path file : list(root.resolve(DATA))) {
            data.put(file.getFileName().toString(), read(file));
        }
        return data;
    }

    /** Returns the cases of all tools; a group of files without arguments makes one too, which is an orphan. */
    List<GoldenCase> cases() {
        List<GoldenCase> cases = new ArrayList<>();
        for (Path folder : list(root)) {
            if (folder.endsWith(DATA)) {
                continue;
            }
            SortedMap<String, SortedMap<String, String>> files = new TreeMap<>();
            for (Path file : list(folder)) {
                String[] parts = file.getFileName().toString().split("\\.", 2);
                String suffix = parts.length == 2 ? parts[1] : "";
                files.computeIfAbsent(parts[0], _ -> new TreeMap<>()).put(suffix, read(file));
            }
            String tool = folder.getFileName().toString();
            files.forEach((name, contents) -> cases.add(new GoldenCase(tool, name, contents)));
        }
        return cases;
    }

    Path folder(GoldenCase golden) {
        return root.resolve(golden.tool());
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
