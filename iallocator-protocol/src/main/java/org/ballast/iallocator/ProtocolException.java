package org.ballast.iallocator;

/**
 * A document that is not a message of the protocol. The text is one line and names the file, the line and the path of
 * the field where there are such, what was expected and what was found. It is unchecked because nothing between the
 * reader and the command's outermost layer, which prints the text and ends, could do anything about it.
 */
public final class ProtocolException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Creates an exception; the text must be a single line. */
    public ProtocolException(String message) {
        super(message);
    }

    /** Creates an exception that something else led to; the text must be a single line. */
    ProtocolException(String message, Throwable cause) {
        super(message, cause);
    }
}
