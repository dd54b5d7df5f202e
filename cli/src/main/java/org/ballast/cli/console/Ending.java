package org.ballast.cli.console;

import java.nio.file.InvalidPathException;
import java.util.function.IntSupplier;
import org.ballast.backends.input.BackendException;
import org.ballast.model.SafeText;

/** The end of a command, whatever happens: an exit code, and a line that says why where it failed. */
public final class Ending {
    /** The exit code after a broken pipe: what shells see of a program that a broken pipe ends. */
    public static final int BROKEN_PIPE = 141;

    private static final String DEBUG = "BALLAST_DEBUG";

    private Ending() {}

    /**
     * Runs a command, prints why it failed if it did, and returns its exit code. A command whose results could not be
     * written whole has failed, whatever it says itself.
     */
    public static int of(Console console, IntSupplier command) {
        try {
            int exitCode = command.getAsInt();
            console.finish();
            return exitCode;
        } catch (LostResults lost) {
            return lostAt(console, lost);
        } catch (Failure failure) {
            console.note(failure.text());
            return failure.exitCode();
        } catch (BackendException unusable) {
            console.note("Error: " + SafeText.of(String.valueOf(unusable.getMessage())));
            return Failure.BAD;
        } catch (InvalidPathException misnamed) {
            console.note("Error: no file can have this name: " + misnamed.getMessage());
            return Failure.BAD;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
            console.note("Error: "
                    + FullMemory.advice(bug)
                            .orElseGet(() ->
                                    "internal error: " + String.valueOf(bug).replace('\n', ' ')));
            if ("1".equals(System.getenv(DEBUG))) {
                bug.printStackTrace(console.err());
            }
            return Failure.BAD;
        } finally {
            flush(console);
        }
    }

    private static int lostAt(Console console, LostResults lost) {
        if (lost.isReaderGone()) {
            return BROKEN_PIPE;
        }
        console.note("Error: " + lost.getMessage());
        return Failure.BAD;
    }

    private static void flush(Console console) {
        try {
            console.out().flush();
        } catch (LostResults alsoLost) {
            // The command has failed, and has said why.
        }
        console.err().flush();
    }
}
