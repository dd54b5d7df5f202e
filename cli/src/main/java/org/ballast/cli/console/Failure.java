package org.ballast.cli.console;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The failed end of a command: what is left to say, and its exit code. It stands for a situation, not for a bug. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private static final String NOT_A_DIRECTORY = "Not a directory";
    private static final String MISSING = "does not exist (No such file or directory)";

    /** The exit code where the input or the result is bad. */
    public static final int BAD = 1;

    /** The exit code where the command line cannot be understood. */
    public static final int NOT_UNDERSTOOD = 2;

    private final int exitCode;

    /** Creates a failure; the text, which may be of several lines, is printed as it is. */
    public Failure(int exitCode, String text) {
        super(text, null, false, false);
        this.exitCode = exitCode;
    }

    /** Returns the failure of a command that cannot go on, for the given reason. */
    public static Failure because(String reason) {
        return new Failure(BAD, "Error: " + reason);
    }

    /** Returns the failure to read or write a file that an option or an argument names. */
    public static Failure cannotOpen(String tool, String name, Path file, IOException cause) {
        return new Failure(BAD, tool + ": " + name + ": openFile: " + (name.isEmpty() ? MISSING : reason(file, cause)));
    }

    /** Returns the failure to write a file that could be opened. */
    static Failure cannotWrite(String tool, String name, UnwrittenException cause) {
        return new Failure(BAD, tool + ": " + name + ": write: " + cause.reason());
    }

    private static String reason(Path file, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return MISSING;
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied (Permission denied)";
        }
        if (Files.isDirectory(file)) {
            return "inappropriate type (Is a directory)";
        }
        if (cause instanceof FileSystemException found && NOT_A_DIRECTORY.equals(found.getReason())) {
            return "inappropriate type (" + NOT_A_DIRECTORY + ")";
        }
        String told = cause instanceof FileSystemException found ? found.getReason() : cause.getMessage();
        return "cannot be opened (" + told + ")";
    }

    /** Returns the exit code. */
    public int exitCode() {
        return exitCode;
    }

    /** Returns what is printed beside the results. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
