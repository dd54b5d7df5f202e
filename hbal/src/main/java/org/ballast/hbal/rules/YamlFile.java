package org.ballast.hbal.rules;

import java.nio.file.Path;
import java.util.Optional;
import org.ballast.backends.input.BackendException;
import org.ballast.backends.input.LineReader;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a file of YAML 1.2, and so JSON as well, into a tree that knows its lines. */
final class YamlFile {
    /** The library reads nested collections by recursion. */
    private static final int DEEPEST = 50;

    private static final int LONGEST = 10_000_000;

    private YamlFile() {}

    /**
     * Reads a file.
     *
     * @return its only document, or empty if there is none
     * @throws BackendException if it cannot be read or is not YAML
     */
    static Optional<YamlValue> read(Path file) {
        String text = text(file);
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(LONGEST)
                .setAllowDuplicateKeys(true)
                .build();
        try {
            checkDepth(file, new Parse(settings).parseString(text));
            Optional<Node> root = new Compose(settings).composeString(text);
            return root.map(node -> new YamlValue(file, "the file", node));
        } catch (MarkedYamlEngineException e) {
            String place = e.getProblemMark()
                    .map(mark -> file + ":" + (mark.getLine() + 1))
                    .orElse(file.toString());
            throw new BackendException(place + ": not YAML: " + words(e.getProblem()) + hint(e.getProblem()));
        } catch (YamlEngineException e) {
            throw new BackendException(file + ": not YAML: " + words(String.valueOf(e.getMessage())));
        }
    }

    private static String text(Path file) {
        StringBuilder text = new StringBuilder();
        try (LineReader source = LineReader.open(file)) {
            while (source.advance()) {
                text.append(source.line()).append('\n');
                if (text.length() > LONGEST) {
                    throw source.refused("expected a file of at most " + LONGEST + " characters, found more");
                }
            }
        }
        return text.toString();
    }

    private static void checkDepth(Path file, Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                case Alias, Comment, DocumentEnd, DocumentStart, Scalar, StreamEnd, StreamStart -> {}
            }
            if (depth > DEEPEST) {
                throw new BackendException(file
                        + event.getStartMark()
                                .map(mark -> ":" + (mark.getLine() + 1))
                                .orElse("") + ": expected lists and maps, at most " + DEEPEST + " within each other");
            }
        }
    }

    private static String words(String problem) {
        return problem.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "?");
    }

    private static String hint(String problem) {
        return problem.contains("alias") || problem.contains("unexpected character found")
                ? ". Maybe quotes are missing around a pattern?"
                : "";
    }
}
