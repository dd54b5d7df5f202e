package org.ballast.cli.console;

import java.io.IOException;
import java.nio.file.FileSystemException;

/** A file that could be opened, but not written. */
final class UnwrittenException extends IOException {
    private static final long serialVersionUID = 1;

    private static final String FULL = "No space left on device";

    private UnwrittenException(String reason, IOException cause) {
        super(reason, cause);
    }

    /** An action that writes. */
    interface Writing {
        /** Does it. */
        void run() throws IOException;
    }

    /** Has something written, and tells its failures from those to open a file. */
    static void during(Writing writing) throws UnwrittenException {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UnwrittenException(reason(e), e);
        }
    }

    /** Returns this failure to make a file as one to write it if there is no room for it. */
    static IOException unlessFull(IOException failure) {
        return reason(failure).contains(FULL) ? new UnwrittenException(FULL, failure) : failure;
    }

    private static String reason(IOException failure) {
        String reason = failure instanceof FileSystemException found ? found.getReason() : failure.getMessage();
        return String.valueOf(reason);
    }

    /** Returns the reason as Haskell's library tells it. */
    String reason() {
        String reason = String.valueOf(getMessage());
        return (reason.equals(FULL) ? "resource exhausted (" : "failed (") + reason + ")";
    }
}
