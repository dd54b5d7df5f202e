package org.ballast.cli.console;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The standard input of this process. A caller may have closed it: then the machine may have a file of its own there.
 */
public final class StandardInput extends InputStream {
    private static final String NOT_OPEN = "Bad file descriptor";

    private final InputStream source = new FileInputStream(FileDescriptor.in);
    private boolean isKnownOpen;

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int start, int count) throws IOException {
        if (!isKnownOpen && Descriptors.isInputClosed()) {
            throw closed();
        }
        isKnownOpen = true;
        try {
            return source.read(bytes, start, count);
        } catch (IOException e) {
            throw String.valueOf(e.getMessage()).contains(NOT_OPEN) ? closed() : e;
        }
    }

    private static IOException closed() {
        return new IOException("it is closed");
    }
}
