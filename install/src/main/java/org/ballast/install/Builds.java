package org.ballast.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The numbered folders of builds. The file {@code current} names the one that runs, and a file {@code complete} in a
 * folder, written last, says that it is whole. The one before stays until the next, for the commands that still run from
 * it.
 *
 * @param home the folder of all of them
 */
record Builds(Path home) {
    private static final String COMPLETE = "complete";
    private static final String LOOKED = "looked";

    /** Makes an empty folder for a new build. */
    Path begin() throws IOException {
        int last = all().stream()
                .mapToInt(build -> Integer.parseInt(name(build)))
                .max()
                .orElse(0);
        return Files.createDirectory(home.resolve(Integer.toString(last + 1)));
    }

    /**
     * Gives all files of a build one date. The launcher sees by it that a file has not been touched since; and Java by that of
     * a jar, in whole seconds, that a cache fits.
     */
    static void date(Path build, FileTime date) throws IOException {
        try (Stream<Path> files = Files.walk(build)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, date);
            }
        }
    }

    /** Makes a build that is on the disk the one that runs, and removes the older ones. */
    void finish(Path build, FileTime date, List<String> notes) throws IOException {
        date(build, date);
        try (Stream<Path> files = Files.walk(build)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                force(file);
            }
        }
        // The launcher asks git whether the sources have changed if something was checked out after this.
        Files.createFile(build.resolve(LOOKED));
        write(build.resolve(COMPLETE), String.join("\n", notes) + "\n", date);
        Optional<Path> former = current();
        write(home.resolve("current"), name(build) + "\n", FileTime.from(Instant.now()));
        for (Path other : all()) {
            boolean isFormer = former.isPresent() && former.get().equals(other);
            if (!other.equals(build)) {
                // A running Java still reads jars, but has its cache open.
                remove(other, isFormer ? ".aot" : "");
            }
        }
    }

    /** Removes a build, as far as that can be done. */
    void abandon(Path build) {
        try {
            remove(build, "");
        } catch (IOException | UncheckedIOException e) {
            // The next build will.
        }
    }

    private Optional<Path> current() throws IOException {
        Path note = home.resolve("current");
        return Files.exists(note)
                ? Optional.of(home.resolve(Files.readString(note).strip()))
                : Optional.empty();
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            return files.filter(Files::isDirectory)
                    .filter(file -> name(file).matches("[1-9][0-9]{0,8}"))
                    .toList();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static void remove(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (file.toString().endsWith(ending)) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Writes a file in one piece: whoever reads it sees all of it or nothing. */
    private static void write(Path file, String text, FileTime date) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(unfinished, text, StandardCharsets.UTF_8);
        Files.setLastModifiedTime(unfinished, date);
        force(unfinished);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
