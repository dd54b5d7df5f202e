package org.ballast.iallocator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The reader of messages. The parts of a document may be in any order, and fields that the protocol does not have are
 * passed over. Where storage was not asked for, because the cluster has no volume groups, its figures may be missing.
 */
public final class MessageReader {
    private MessageReader() {}

    /**
     * Reads a file.
     *
     * @throws ProtocolException if it cannot be read or is not a message
     */
    public static Message read(Path file) {
        try (InputStream input = Files.newInputStream(file)) {
            return read(input, file.toString());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * Reads a stream, to its end unless it is refused before; it stays open.
     *
     * @param fileName where the stream is from, for refusals
     * @throws ProtocolException if it cannot be read or is not a message
     */
    public static Message read(InputStream input, String fileName) {
        JsonCursor json = new JsonCursor(input, fileName);
        json.top();
        Sections sections = new Sections(json);
        while (json.nextField()) {
            sections.accept();
        }
        Message message = sections.assemble();
        json.end();
        return message;
    }

    private static ProtocolException unreadable(Path file, IOException cause) {
        String reason;
        if (cause instanceof NoSuchFileException) {
            reason = "does not exist";
        } else if (cause instanceof AccessDeniedException) {
            reason = "permission denied";
        } else {
            reason = "cannot be read (" + cause.getMessage() + ")";
        }
        return new ProtocolException(file + ": " + reason, cause);
    }
}
