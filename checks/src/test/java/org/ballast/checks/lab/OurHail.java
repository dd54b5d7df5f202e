package org.ballast.checks.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Our allocator on this machine.
 *
 * @param project the folder of this project
 * @param jdk the folder of the JDK that it runs on
 */
record OurHail(Path project, Path jdk) {

    /** Returns the allocator as it is built here, on the JDK of this test. */
    static OurHail of(Path project) {
        OurHail hail = new OurHail(project, real(Path.of(System.getProperty("java.home"))));
        if (!Files.isExecutable(hail.command())) {
            throw new AssertionError("there is no " + hail.command());
        }
        return hail;
    }

    Path command() {
        return project.resolve("bin/hail");
    }

    /** Returns the folders that a machine must have for the command to run there. */
    List<Path> folders() {
        List<Path> folders = new ArrayList<>(List.of(project, jdk));
        // Debian's JDKs keep links here, to files in /etc.
        try (Stream<Path> settings = Files.list(jdk.resolve("conf"))) {
            settings.filter(Files::isSymbolicLink)
                    .map(link -> real(link).getParent())
                    .distinct()
                    .forEach(folders::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folders;
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
