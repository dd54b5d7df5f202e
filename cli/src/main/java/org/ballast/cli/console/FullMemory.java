package org.ballast.cli.console;

import java.util.Optional;

/** What to say where the Java machine's memory was not enough. */
final class FullMemory {
    private static final long MEBIBYTE = 1 << 20;

    private FullMemory() {}

    /** Returns what to do, if a failure means that memory was full, here or in a thread that was waited for. */
    static Optional<String> advice(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError full) {
                return Optional.of(advice(String.valueOf(full.getMessage())));
            }
        }
        return Optional.empty();
    }

    private static String advice(String what) {
        if (what.contains("native thread")) {
            return "out of memory (" + what.replace('\n', ' ')
                    + "): raise the limits of this process, ulimit -u and -v";
        }
        long most = Runtime.getRuntime().maxMemory() / MEBIBYTE;
        return "out of memory (" + what.replace('\n', ' ') + "): it may take " + most
                + " MiB; allow more, for example by BALLAST_JAVA_OPTIONS=-Xmx" + 2 * most + "m";
    }
}
