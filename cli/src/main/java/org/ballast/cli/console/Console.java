package org.ballast.cli.console;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The world around a command.
 *
 * @param out takes results
 * @param err takes everything else
 * @param directory what relative file names are relative to
 * @param watchers which of the streams people watch while the command runs
 */
public record Console(PrintStream out, PrintStream err, Path directory, Watchers watchers) {
    private static final int BUFFER = 1 << 13;

    /** Creates a console that nobody watches. */
    public Console(PrintStream out, PrintStream err, Path directory) {
        this(out, err, directory, new Watchers(false, false));
    }

    /**
     * Which streams appear on a terminal.
     *
     * @param out whether results do
     * @param err whether everything else does
     */
    public record Watchers(boolean out, boolean err) {}

    /** Returns the console of this process; results that nobody watches are buffered, so they have to be flushed. */
    public static Console ofProcess() {
        Watchers watchers = new Watchers(Terminal.isBehind(Terminal.OUT), Terminal.isBehind(Terminal.ERR));
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        return new Console(
                print(watchers.out() ? out : new BufferedOutputStream(out, BUFFER)),
                print(new FileOutputStream(FileDescriptor.err)),
                Path.of(""),
                watchers);
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

    /** Prints a line beside the results. */
    public void note(String text) {
        err.print(text + "\n");
    }

    /** Hands everything printed to the system. */
    public void flush() {
        out.flush();
        err.flush();
    }
}
