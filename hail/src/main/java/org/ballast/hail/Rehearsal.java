package org.ballast.hail;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * A training run that answers several requests in one process: the launcher makes the start-up cache from it, because a
 * cache holds what one run has used, and a cluster manager asks for this and for that.
 */
final class Rehearsal {
    private Rehearsal() {}

    /** Answers the requests in these files, the first one last and the way in which a real run does. */
    public static void main(String[] files) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        for (int file = 1; file < files.length; file++) {
            new Hail(InputStream.nullInputStream(), nowhere, nowhere, Path.of("")).run(files[file]);
        }
        Hail.main(new String[] {files[0]});
    }
}
