package org.ballast.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** Installs a build for the launcher; Maven runs it when all commands are packed. */
public final class Install {
    /** What a build is made from, in git's words. */
    private static final List<String> SOURCES = List.of("pom.xml", "*/pom.xml", "*/src/main/*", "bin/commands", ".mvn");

    private Install() {}

    /**
     * Installs the jars of the folder that the first argument names; the second is their version. The third is the folder
     * of the sources, with {@code bin/commands} and the examples, the fourth the one that the launcher looks into.
     */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            install(new Library(Path.of(arguments[0]), arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]));
        } catch (IOException | UncheckedIOException e) {
            System.err.println("cannot install the build: " + e);
            System.exit(1);
        }
    }

    /** Installs one build at a time. */
    static void install(Library library, Path sources, Path home) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(home.toAbsolutePath());
        try (FileChannel channel = FileChannel.open(
                        folder.resolve("install.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            installAlone(library, sources, folder);
        }
    }

    private static void installAlone(Library library, Path sources, Path home)
            throws IOException, InterruptedException {
        List<InstalledCommand> commands = InstalledCommand.read(sources.resolve("bin/commands"));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Builds builds = new Builds(home);
        Path build = builds.begin();
        try {
            Path jars = build.resolve("lib");
            library.copyTo(jars, commands);
            FileTime date = FileTime.from(Instant.now().truncatedTo(ChronoUnit.SECONDS));
            Builds.date(build, date);
            StartupCache cache = new StartupCache(java, jars, sources.resolve("examples"));
            for (InstalledCommand command : commands) {
                cache.make(command, build.resolve(command.name() + ".aot"));
            }
            builds.finish(build, date, List.of(java.toString(), lastChange(home)));
        } catch (IOException | UncheckedIOException e) {
            builds.abandon(build);
            throw e;
        }
    }

    /** Returns the last commit that changed the sources, or nothing where git does not know. */
    private static String lastChange(Path home) throws IOException, InterruptedException {
        Path root = home.resolve("../..").normalize();
        if (!Files.isDirectory(root.resolve(".git"))) {
            return "";
        }
        List<String> call = Stream.concat(
                        Stream.of("git", "-C", root.toString(), "log", "-1", "--format=%H", "--"), SOURCES.stream())
                .toList();
        try {
            Process git = new ProcessBuilder(call)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? commit : "";
        } catch (IOException withoutGit) {
            return "";
        }
    }
}
