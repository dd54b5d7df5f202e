package org.ballast.hail;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Answers many requests in one process: what the launcher makes the start-up cache from, because a cache holds what one
 * run has used, and a cluster manager asks for this and for that.
 */
final class Rehearsal {
    /** Often enough for the machine to see what is used again and again, and for the code itself to become fast. */
    private static final int ROUNDS = 3;

    private Rehearsal() {}

    /** Answers the requests in these files. */
    public static void main(String[] files) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        for (int round = 0; round < ROUNDS; round++) {
            for (String file : files) {
                new Hail(InputStream.nullInputStream(), nowhere, nowhere, Path.of("")).run(file);
            }
        }
        Hail.main(new String[] {files[0]});
    }
}
