package org.ballast.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/**
 * The standard output of this process. A {@link java.io.PrintStream} keeps errors of its stream to itself; this one
 * throws what it lets pass, so that a command ends at once where its results go lost.
 */
final class ResultStream extends OutputStream {
    private static final String BROKEN_PIPE = "Broken pipe";

    private final OutputStream target;
    private final BooleanSupplier isPipe;
    private boolean isLost;

    ResultStream() {
        this(new FileOutputStream(FileDescriptor.out), () -> Descriptors.isPipe(Descriptors.OUT));
    }

    /**
     * Wraps a stream.
     *
     * @param isPipe whether it leads into a pipe, where the only error is that nobody reads; asked when something is lost
     */
    ResultStream(OutputStream target, BooleanSupplier isPipe) {
        this.target = target;
        this.isPipe = isPipe;
    }

    @Override
    public void write(int character) {
        write(new byte[] {(byte) character}, 0, 1);
    }

    /**
     * Writes bytes; none at all after the first that could not be written, so that the end of a command is told once.
     *
     * @throws LostResults if they cannot be written
     */
    @Override
    public void write(byte[] bytes, int start, int count) {
        if (isLost) {
            return;
        }
        try {
            target.write(bytes, start, count);
        } catch (IOException e) {
            isLost = true;
            String reason = String.valueOf(e.getMessage());
            // The system's words are in the language of its user.
            throw reason.contains(BROKEN_PIPE) || isPipe.getAsBoolean()
                    ? LostResults.unwanted()
                    : LostResults.because(reason);
        }
    }
}
