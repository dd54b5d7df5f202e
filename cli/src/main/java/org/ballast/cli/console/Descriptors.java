package org.ballast.cli.console;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The file descriptors of this process, as far as Linux tells. */
final class Descriptors {
    static final int IN = 0;
    static final int OUT = 1;
    static final int ERR = 2;

    private static final String FOLDER = "/proc/self/fd";
    private static final File NOTHING = new File("/dev/null");

    private static final int KIND = 0xF000;
    private static final int UNKNOWN = 0;
    private static final int PIPE = 0x1000;
    private static final int DEVICE = 0x2000;
    private static final int SOCKET = 0xC000;

    /** The substitutes for closed streams; one that is collected as garbage would be closed. */
    private static final List<InputStream> SUBSTITUTES = new ArrayList<>();

    private static boolean isInputMissing;

    private Descriptors() {}

    /**
     * Makes sure that no file which this process opens takes the place of a standard stream that the caller has closed:
     * whatever is printed would go into it. What stands there instead cannot be written to.
     */
    static void reserve() {
        if (!new File(FOLDER).exists()) {
            return;
        }
        for (int descriptor = IN; descriptor <= ERR; descriptor++) {
            if (!new File(FOLDER, Integer.toString(descriptor)).exists()) {
                isInputMissing |= descriptor == IN;
                substitute();
            }
        }
    }

    private static void substitute() {
        try {
            SUBSTITUTES.add(new FileInputStream(NOTHING));
        } catch (IOException e) {
            // Then the stream stays closed, which is no worse than before.
            return;
        }
    }

    /** Returns whether the standard input was closed by the caller; the machine then has a file of its own there. */
    static boolean isInputClosed() {
        try {
            Path target = Files.readSymbolicLink(path(IN));
            return isInputMissing
                    || target.startsWith(System.getProperty("java.home"))
                    || target.toString().endsWith(".jar")
                    || target.toString().endsWith(".aot");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** Returns whether what is written to this descriptor appears on a terminal. */
    static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(path(descriptor)).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            // Not Linux: then the output is what it would be in a pipe.
            return false;
        }
    }

    /** Returns whether this descriptor is a pipe, or a socket, which is like one. */
    static boolean isPipe(int descriptor) {
        int kind = kind(path(descriptor));
        return kind == PIPE || kind == SOCKET;
    }

    /** Returns whether this file is a device such as a terminal or {@code /dev/null}. */
    static boolean isDevice(Path file) {
        return kind(file) == DEVICE;
    }

    private static int kind(Path file) {
        try {
            return (int) Files.getAttribute(file, "unix:mode") & KIND;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return UNKNOWN;
        }
    }

    /** Returns whether this file is what a descriptor stands for: {@code /dev/stdout}, or the file behind it. */
    static boolean isBehind(int descriptor, Path file) {
        try {
            return Files.isSameFile(file, path(descriptor));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static Path path(int descriptor) {
        return Path.of(FOLDER, Integer.toString(descriptor));
    }
}
