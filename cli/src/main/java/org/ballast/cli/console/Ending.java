package org.ballast.cli.console;

import java.nio.file.InvalidPathException;
import java.util.function.IntSupplier;
import org.ballast.backends.input.BackendException;

/** How a command ends, whatever happens: with an exit code, and with a line that says why where it failed. */
public final class Ending {
    private static final String DEBUG = "BALLAST_DEBUG";

    private Ending() {}

    /** Runs a command, prints why it failed if it did, and returns its exit code. */
    public static int of(Console console, IntSupplier command) {
        try {
            return command.getAsInt();
        } catch (Failure failure) {
            console.note(failure.text());
            return failure.exitCode();
        } catch (BackendException unusable) {
            console.note("Error: " + unusable.getMessage());
            return Failure.BAD;
        } catch (InvalidPathException misnamed) {
            console.note("Error: no file can have this name: " + misnamed.getMessage());
            return Failure.BAD;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
            console.note("Error: internal error: " + String.valueOf(bug).replace('\n', ' '));
            if ("1".equals(System.getenv(DEBUG))) {
                bug.printStackTrace(console.err());
            }
            return Failure.BAD;
        } finally {
            console.flush();
        }
    }
}
