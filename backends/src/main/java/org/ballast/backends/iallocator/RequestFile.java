package org.ballast.backends.iallocator;

import java.nio.file.Path;
import org.ballast.backends.input.BackendException;
import org.ballast.iallocator.Message;
import org.ballast.iallocator.MessageReader;
import org.ballast.iallocator.ProtocolException;

/** A file with a request that a cluster manager sent to its allocator. */
public final class RequestFile {
    private RequestFile() {}

    /**
     * Reads a file.
     *
     * @throws BackendException if it cannot be read or is not a message of the protocol
     */
    public static Message read(Path file) {
        try {
            return MessageReader.read(file);
        } catch (ProtocolException e) {
            throw BackendException.because(e);
        }
    }
}
