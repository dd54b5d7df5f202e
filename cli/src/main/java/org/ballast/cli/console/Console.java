package org.ballast.cli.console;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The streams around a command.
 *
 * @param out takes results
 * @param err takes everything else
 * @param directory what relative file names are relative to
 * @param watchers which of the streams people watch while the command runs
 */
public record Console(PrintStream out, PrintStream err, Path directory, Watchers watchers) {
    private static final int BUFFER = 1 << 13;

    /** Creates a console without a terminal. */
    public Console(PrintStream out, PrintStream err, Path directory) {
        this(out, err, directory, new Watchers(false, false));
    }

    /**
     * The streams that appear on a terminal.
     *
     * @param out whether results do
     * @param err whether everything else does
     */
    public record Watchers(boolean out, boolean err) {}

    /**
     * Returns the console of this process; results that do not go to a terminal are buffered, so they have to be
     * flushed.
     */
    public static Console ofProcess() {
        Descriptors.reserve();
        Watchers watchers =
                new Watchers(Descriptors.isTerminal(Descriptors.OUT), Descriptors.isTerminal(Descriptors.ERR));
        OutputStream out = new ResultStream();
        return ofProcess(watchers.out() ? out : new BufferedOutputStream(out, BUFFER), watchers);
    }

    /** Returns the console of this process as if it had no terminal, with results that are not buffered. */
    public static Console unwatched() {
        Descriptors.reserve();
        return ofProcess(new ResultStream(), new Watchers(false, false));
    }

    private static Console ofProcess(OutputStream out, Watchers watchers) {
        return new Console(print(out), print(new FileOutputStream(FileDescriptor.err)), Path.of(""), watchers);
    }

    private static PrintStream print(OutputStream stream) {
        return new PrintStream(stream, false, StandardCharsets.UTF_8);
    }

    /** Returns the path of a file that an option names. */
    public Path file(String name) {
        return directory.resolve(name);
    }

    /** Prints a line of the results; a line ends in a line feed on every system. */
    public void line(String text) {
        out.print(text + "\n");
    }

    /** Prints a line, or several, beside the results; what a terminal would not show as text is escaped. */
    public void note(String text) {
        err.print(SafeStream.safe(text) + "\n");
    }

    /** Returns a console with the same streams that escapes in results what a terminal would not show as text. */
    public Console safe() {
        return new Console(new SafeStream(out), err, directory, watchers);
    }

    /**
     * Hands all results to the system.
     *
     * @throws LostResults if they are not whole there
     */
    void finish() {
        if (out.checkError()) {
            throw LostResults.because("it takes no more");
        }
    }
}
