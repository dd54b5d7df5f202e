package org.ballast.iallocator;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A window on a stream of bytes that moves forward. It grows for what has to be looked at in one piece, but only to a
 * limit. The window itself is open to the tokenizer, whose loops would be slow with a call for each byte.
 */
final class ByteSource {
    /** The result of {@link #next} at the end of the stream. */
    static final int NOTHING = -1;
    /** The longest piece in bytes that can be looked at. */
    static final int LONGEST = 1 << 20;

    private static final int FIRST_WINDOW = 1 << 16;
    private static final int BYTE = 0xff;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] LITTLE_ENDIAN = {(byte) 0xff, (byte) 0xfe};
    private static final byte[] BIG_ENDIAN = {(byte) 0xfe, (byte) 0xff};

    /** The bytes read; those before {@link #position} were passed. */
    byte[] window = new byte[FIRST_WINDOW];
    /** Index of the next byte. */
    int position;
    /** Index behind the last byte in the window. */
    int limit;

    private final InputStream input;
    private final String fileName;
    private long dropped;
    private boolean isExhausted;

    ByteSource(InputStream input, String fileName) {
        this.input = input;
        this.fileName = fileName;
    }

    /** Passes a byte order mark in UTF-8, if there is one; returns whether there is. */
    boolean skipByteOrderMark() {
        boolean isThere = isMarked(ensure(position, BYTE_ORDER_MARK.length), BYTE_ORDER_MARK);
        if (isThere) {
            position += BYTE_ORDER_MARK.length;
        }
        return isThere;
    }

    /** Returns whether this byte, just passed, begins a byte order mark in UTF-8. */
    boolean isByteOrderMark(int first) {
        return first == (BYTE_ORDER_MARK[0] & BYTE)
                && isMarked(ensure(position - 1, BYTE_ORDER_MARK.length), BYTE_ORDER_MARK);
    }

    /** Returns whether this byte, just passed, begins a byte order mark of UTF-16 at the head of all. */
    boolean isWideByteOrderMark(int first) {
        return offset() == 1
                && (first == (LITTLE_ENDIAN[0] & BYTE) && isMarked(ensure(position - 1, 2), LITTLE_ENDIAN)
                        || first == (BIG_ENDIAN[0] & BYTE) && isMarked(ensure(position - 1, 2), BIG_ENDIAN));
    }

    private boolean isMarked(int start, byte[] mark) {
        return limit - start >= mark.length && Arrays.equals(window, start, start + mark.length, mark, 0, mark.length);
    }

    /** Returns how many bytes were passed. */
    long offset() {
        return dropped + position;
    }

    /** Passes a byte and returns it as a number from 0 to 255, or {@link #NOTHING}. */
    int next() {
        return position < limit || fill(position) ? window[position++] & BYTE : NOTHING;
    }

    /** Returns whether the window, from an index on, holds as much as it may. */
    boolean isFull(int keep) {
        return limit - keep == LONGEST;
    }

    /**
     * Makes room behind what has to stay, which goes to the front of the window, and reads more.
     *
     * @param keep index of the first byte that has to stay, and that has the index 0 from now on
     * @return whether there was more and room for it
     */
    boolean fill(int keep) {
        int kept = limit - keep;
        byte[] target = kept == window.length && kept < LONGEST ? new byte[2 * kept] : window;
        System.arraycopy(window, keep, target, 0, kept);
        window = target;
        dropped += keep;
        position -= keep;
        limit = kept;
        if (isExhausted || limit == window.length) {
            return false;
        }
        try {
            int count = input.read(window, limit, window.length - limit);
            isExhausted = count < 0;
            limit += Math.max(count, 0);
        } catch (IOException e) {
            throw new ProtocolException(fileName + ": cannot be read (" + e.getMessage() + ")", e);
        }
        return !isExhausted;
    }

    /**
     * Makes sure that so many bytes are in the window, if there are so many.
     *
     * @param keep index of the first of them
     * @return its index from now on
     */
    int ensure(int keep, int count) {
        int first = keep;
        while (limit - first < count && !isExhausted) {
            fill(first);
            first = 0;
        }
        return first;
    }
}
