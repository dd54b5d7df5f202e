package org.ballast.backends.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A reader of files line by line, in memory that does not depend on what the file holds. Lines end in a line feed
 * alone: a carriage return belongs to its line. A byte order mark at the head of the file is skipped. Each line is
 * decoded on its own, so that what follows the last line asked for may be anything.
 */
public final class LineReader implements AutoCloseable {
    /** The longest line in bytes that is read. */
    public static final int LONGEST_LINE = 1 << 22;

    private static final int FIRST_BUFFER = 1 << 16;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] LITTLE_ENDIAN = {(byte) 0xff, (byte) 0xfe};
    private static final byte[] BIG_ENDIAN = {(byte) 0xfe, (byte) 0xff};

    private final Path file;
    private final String fileName;
    private final InputStream input;
    private final CharsetDecoder decoder = UTF_8.newDecoder();
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int position;
    private int limit;
    private boolean isExhausted;
    private int lineNumber;
    private String line = "";
    private boolean isBegun;

    private LineReader(Path file, String fileName, InputStream input) {
        this.file = file;
        this.fileName = fileName;
        this.input = input;
    }

    /**
     * Opens a file.
     *
     * @throws BackendException if it cannot be opened
     */
    public static LineReader open(Path file) {
        try {
            return new LineReader(file, file.toString(), Files.newInputStream(file));
        } catch (IOException e) {
            throw BackendException.unreadable(file, e);
        }
    }

    /** Reads from a text; the file name is for messages only. */
    public static LineReader of(String text, String fileName) {
        return new LineReader(Path.of(""), fileName, new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    /**
     * Goes to the next line.
     *
     * @return whether there is one
     * @throws BackendException if the file cannot be read, the line is too long, or it is not UTF-8
     */
    public boolean advance() {
        if (!isBegun) {
            isBegun = true;
            begin();
        }
        int scanned = 0;
        while (true) {
            while (position + scanned < limit) {
                if (buffer[position + scanned] == '\n') {
                    take(scanned, 1);
                    return true;
                }
                scanned++;
            }
            if (!fill()) {
                boolean isUnterminated = scanned > 0;
                if (isUnterminated) {
                    take(scanned, 0);
                }
                return isUnterminated;
            }
        }
    }

    /** Returns whether anything but empty lines follows, and goes to the last line before it. It may be no UTF-8. */
    public boolean hasMore() {
        while (position < limit || fill()) {
            if (position < limit && buffer[position] != '\n') {
                return true;
            }
            if (position < limit) {
                position++;
                lineNumber++;
            }
        }
        return false;
    }

    /** Returns the name of the file and a line, as messages have them. */
    public String place() {
        return fileName + ":" + lineNumber;
    }

    /** Returns the number of the line reached, from 1. */
    public int lineNumber() {
        return lineNumber;
    }

    /** Returns the line reached, without its line feed. */
    public String line() {
        return line;
    }

    /** Returns an exception about the line reached. */
    public BackendException refused(String problem) {
        return new BackendException(place() + ": " + problem);
    }

    /** Returns an exception about the file as a whole. */
    public BackendException refusedWhole(String problem) {
        return new BackendException(fileName + ": " + problem);
    }

    @Override
    public void close() {
        try {
            input.close();
        } catch (IOException e) {
            throw BackendException.unreadable(file, e);
        }
    }

    /** Passes the byte order mark that some editors and spreadsheets write at the head of a file in UTF-8. */
    private void begin() {
        boolean mayBeMore = true;
        while (mayBeMore && limit < BYTE_ORDER_MARK.length) {
            // A pipe may give less at a time.
            mayBeMore = fill();
        }
        if (startsWith(BYTE_ORDER_MARK)) {
            position = BYTE_ORDER_MARK.length;
        } else if (startsWith(LITTLE_ENDIAN) || startsWith(BIG_ENDIAN)) {
            lineNumber++;
            throw refused("expected text in UTF-8, found the byte order mark of UTF-16");
        }
    }

    private boolean startsWith(byte[] mark) {
        return limit >= mark.length && Arrays.equals(buffer, 0, mark.length, mark, 0, mark.length);
    }

    private void take(int length, int terminator) {
        lineNumber++;
        line = decode(position, position + length);
        position += length + terminator;
    }

    private String decode(int start, int end) {
        for (int i = start; i < end; i++) {
            if (buffer[i] < 0) {
                return decodeUtf8(start, end);
            }
        }
        return new String(buffer, start, end - start, ISO_8859_1);
    }

    private String decodeUtf8(int start, int end) {
        try {
            return decoder.decode(ByteBuffer.wrap(buffer, start, end - start)).toString();
        } catch (CharacterCodingException e) {
            throw refused("expected text in UTF-8, found other bytes");
        }
    }

    /** Reads more behind what is left of the buffer, which moves to its front; returns whether there was more. */
    private boolean fill() {
        if (isExhausted) {
            return false;
        }
        int left = limit - position;
        if (left == LONGEST_LINE) {
            lineNumber++;
            throw refused("expected a line of at most " + LONGEST_LINE + " bytes, found a longer one");
        }
        byte[] target = left == buffer.length ? new byte[2 * left] : buffer;
        System.arraycopy(buffer, position, target, 0, left);
        buffer = target;
        position = 0;
        limit = left;
        try {
            int count = input.read(buffer, limit, buffer.length - limit);
            isExhausted = count < 0;
            limit += Math.max(count, 0);
        } catch (IOException e) {
            throw BackendException.unreadable(file, e);
        }
        return !isExhausted;
    }
}
