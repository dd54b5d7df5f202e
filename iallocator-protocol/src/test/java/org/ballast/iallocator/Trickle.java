package org.ballast.iallocator;

import java.io.IOException;
import java.io.InputStream;

/** A stream of so many bytes that repeats a pattern and is delivered in small pieces. */
final class Trickle extends InputStream {
    private final byte[] head;
    private final byte[] pattern;
    private final long length;
    private final int piece;
    private long position;

    /**
     * Starts a stream.
     *
     * @param head what it begins with
     * @param pattern what is repeated then
     * @param length how many bytes there are
     * @param piece how many bytes are delivered at once at most
     */
    Trickle(byte[] head, byte[] pattern, long length, int piece) {
        this.head = head;
        this.pattern = pattern;
        this.length = length;
        this.piece = piece;
    }

    @Override
    public int read() throws IOException {
        if (position == length) {
            return -1;
        }
        byte next = position < head.length
                ? head[(int) position]
                : pattern[(int) ((position - head.length) % pattern.length)];
        position++;
        return next & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        int wanted = (int) Math.min(Math.min(count, piece), length - position);
        if (wanted == 0) {
            return -1;
        }
        for (int index = 0; index < wanted; index++) {
            target[offset + index] = (byte) read();
        }
        return wanted;
    }
}
