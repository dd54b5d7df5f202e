package org.ballast.cli.console;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The file that a chain of symbolic links leads to.
 *
 * @param file a file that is no link, or does not exist yet
 * @param isDescriptor whether the way there leads through the open descriptors of a process
 */
record LinkTarget(Path file, boolean isDescriptor) {
    private static final Pattern DESCRIPTORS = Pattern.compile("/proc/.+/fd");
    private static final int MOST_LINKS = 40;

    /** Follows links, one after another, because a descriptor may be a link that leads nowhere. */
    static LinkTarget of(Path file) throws IOException {
        Path at = file.toAbsolutePath();
        for (int links = 0; links <= MOST_LINKS; links++) {
            Path folder = at.resolveSibling("").toRealPath();
            if (DESCRIPTORS.matcher(folder.toString()).matches()) {
                return new LinkTarget(at, true);
            }
            at = folder.resolve(at.getFileName());
            if (!Files.isSymbolicLink(at)) {
                return new LinkTarget(at, false);
            }
            at = folder.resolve(Files.readSymbolicLink(at));
        }
        throw new FileSystemLoopException(file.toString());
    }
}
