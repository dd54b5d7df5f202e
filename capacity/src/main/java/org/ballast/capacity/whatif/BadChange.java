package org.ballast.capacity.whatif;

/**
 * A change that a cluster cannot undergo, mostly because it names what is not there. The message is one line. It is
 * unchecked because nothing between the change and the command's outermost layer could do anything about it.
 */
public final class BadChange extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Creates an exception; the message must be a single line. */
    public BadChange(String message) {
        super(message);
    }
}
