package org.ballast.cli.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that an option names for a command to write. A regular file gets the text whole or keeps what it has, see
 * {@link Replacement}. Devices, pipes and what else is no regular file take the text as it comes, as do open
 * descriptors of the process ({@code /dev/stdout}, {@code /dev/fd/3}): whoever opened them keeps on using what is
 * behind them.
 *
 * @param tool the name of the command, for messages
 * @param name the file as the option names it
 */
public record OutputFile(Console console, String tool, String name) {

    /**
     * Writes the text as all that the file holds.
     *
     * @throws Failure if that is not possible
     */
    public void write(String text) {
        Path file = console.file(name);
        try {
            if (name.isEmpty()) {
                throw new NoSuchFileException(name);
            }
            write(file, text);
        } catch (UnwrittenException e) {
            throw Failure.cannotWrite(tool, name, e);
        } catch (IOException e) {
            throw Failure.cannotOpen(tool, name, file, e);
        }
    }

    private void write(Path file, String text) throws IOException {
        if (Files.exists(file) && !Descriptors.isDevice(file)) {
            if (Descriptors.isBehind(Descriptors.OUT, file)) {
                console.out().print(text);
                return;
            }
            if (Descriptors.isBehind(Descriptors.ERR, file)) {
                console.err().print(text);
                return;
            }
        }
        LinkTarget target = LinkTarget.of(file);
        byte[] bytes = text.getBytes(UTF_8);
        if (target.isDescriptor()) {
            pass(file, bytes, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        } else if (Files.exists(file) && !Files.isRegularFile(file)) {
            pass(file, bytes, StandardOpenOption.WRITE);
        } else if (!Replacement.put(target.file(), bytes)) {
            pass(file, bytes, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        }
    }

    private void pass(Path file, byte[] bytes, OpenOption... options) throws IOException {
        console.out().flush();
        try (OutputStream stream = Files.newOutputStream(file, options)) {
            UnwrittenException.during(() -> stream.write(bytes));
        }
    }
}
