package org.ballast.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ballast.install.InstalledCommand;

/** Where things are in the source tree. */
public final class Project {
    private Project() {}

    /** Returns the folder of the whole project, whether tests run in it or in a module of it. */
    public static Path root() {
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("checks")) && Files.isDirectory(folder.resolve("model"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no folder above " + here + " holds the modules checks and model");
    }

    /** Returns the commands, as {@code bin/commands} lists them. */
    static List<InstalledCommand> commands() {
        try {
            return InstalledCommand.read(root().resolve("bin/commands"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the names of all commands. */
    public static List<String> commandNames() {
        return commands().stream().map(InstalledCommand::name).toList();
    }

    /** Returns the folder of this module. */
    public static Path module() {
        return root().resolve("checks");
    }
}
