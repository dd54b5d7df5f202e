package org.ballast.backends.input;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Input that cannot be used. The message is one line and names the file, the line and the field where there are such,
 * what was expected and what was found. It is unchecked because nothing between the reader and the command's outermost
 * layer, which prints the message and ends, could do anything about it.
 */
public final class BackendException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Creates an exception; the message must be a single line. */
    public BackendException(String message) {
        super(message);
    }

    private BackendException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Returns the exception for what the reader of a format refused, in its words, which are a single line. */
    public static BackendException because(RuntimeException refusal) {
        return new BackendException(String.valueOf(refusal.getMessage()), refusal);
    }

    /** Returns the exception for a file that cannot be opened or read. */
    static BackendException unreadable(Path file, IOException cause) {
        String reason;
        if (cause instanceof NoSuchFileException) {
            reason = "does not exist";
        } else if (cause instanceof AccessDeniedException) {
            reason = "permission denied";
        } else if (Files.isDirectory(file)) {
            reason = "is a directory";
        } else {
            reason = "cannot be read (" + cause.getMessage() + ")";
        }
        return new BackendException(file + ": " + reason, cause);
    }

    /** Returns this exception with words in front of its message that say what was being done. */
    public BackendException during(String task) {
        return new BackendException(task + ": " + getMessage(), this);
    }
}
