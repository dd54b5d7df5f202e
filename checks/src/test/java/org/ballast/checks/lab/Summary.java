package org.ballast.checks.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a run in a lab has shown, for people: each command, our reply, and where Ganeti's jobs speak of it. */
final class Summary {
    private final List<String> lines = new ArrayList<>();

    /**
     * Adds a command that made the master call the allocator once.
     *
     * @param reply what our allocator replied, in short
     * @param proofs what in Ganeti's jobs shows that the reply was taken
     */
    void add(Episode episode, String reply, List<String> proofs) {
        lines.add(episode.command());
        lines.add("    " + episode.calls().getFirst().type() + ", our reply: " + reply);
        proofs.forEach(proof -> lines.add("    " + proof));
    }

    /** Writes all of it to a file. */
    void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
