package org.ballast.hail;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.ballast.backends.ClusterLoader;
import org.ballast.backends.ClusterSource;
import org.ballast.backends.LoadOptions;
import org.ballast.backends.LoadedCluster;
import org.ballast.backends.StaticNodeMemory;
import org.ballast.cli.console.Console;
import org.ballast.cli.console.Failure;
import org.ballast.cli.console.Warnings;
import org.ballast.hail.answer.Question;
import org.ballast.iallocator.Message;
import org.ballast.iallocator.MessageReader;
import org.ballast.iallocator.ProtocolException;
import org.ballast.model.TagRules;

/**
 * The reader of the request, and of the cluster if another one is named; it reports what is inconsistent in them.
 *
 * @param in takes the place of a file with the name {@code -}
 */
record InputReader(InputStream in, Console console, HailOptions options) {
    private static final String STANDARD_INPUT = "-";

    /**
     * Reads the request in this file.
     *
     * @throws Failure if it cannot be read or understood
     */
    Input read(String name) {
        if (options.mond()) {
            throw Failure.because("reading load from monitoring daemons (--mond) is not available yet");
        }
        Message message = message(name);
        LoadedCluster loaded = ClusterLoader.of(
                new StaticNodeMemory(options.nodeMemory()).applyTo(message.cluster(), message.hypervisors()),
                options.n1Rule());
        Warnings.print(console, loaded);
        Optional<ClusterSource> elsewhere = options.source().elsewhere(console);
        if (elsewhere.isPresent()) {
            loaded = ClusterLoader.load(
                    elsewhere,
                    LoadOptions.NONE
                            .with(new LoadOptions.MeasuredLoad(
                                    Optional.empty(), options.source().ignoresUtilisation()))
                            .with(options.n1Rule()));
            Warnings.print(console, loaded);
        }
        Question question = Question.of(
                loaded.scenario(),
                message.request(),
                TagRules.of(message.cluster().tags()));
        return new Input(question, loaded, options.source().numbering());
    }

    private Message message(String name) {
        try {
            return name.equals(STANDARD_INPUT) ? MessageReader.read(in, "standard input") : file(name);
        } catch (ProtocolException e) {
            throw Failure.because(String.valueOf(e.getMessage()));
        }
    }

    private Message file(String name) {
        Path file = console.file(name);
        try {
            if (name.isEmpty()) {
                throw new NoSuchFileException(name);
            }
            if (file.toFile().isDirectory()) {
                throw new Failure(
                        Failure.BAD,
                        HailCommand.NAME + ": " + name + ": openFile: inappropriate type (is a directory)");
            }
            try (InputStream input = open(file)) {
                return MessageReader.read(input, name);
            }
        } catch (IOException e) {
            throw Failure.cannotOpen(HailCommand.NAME, name, file, e);
        }
    }

    /** Opens a file the old way, which starts up faster; only the new one tells apart why it cannot be done. */
    private static InputStream open(Path file) throws IOException {
        try {
            return new FileInputStream(file.toFile());
        } catch (FileNotFoundException e) {
            return Files.newInputStream(file);
        }
    }
}
