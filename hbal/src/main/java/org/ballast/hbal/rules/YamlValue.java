package org.ballast.hbal.rules;

import static org.ballast.backends.input.Quoted.quoted;
import static org.ballast.backends.input.Quoted.readable;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ballast.backends.input.BackendException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value in a file.
 *
 * @param file where it is written
 * @param field the name of the field that it belongs to
 * @param node what the library read
 */
record YamlValue(Path file, String field, Node node) {
    /** Returns the number of its line, from 1. */
    int line() {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    /** Returns an exception about this value. */
    BackendException refused(String problem) {
        return new BackendException(place() + problem);
    }

    /** Returns the file, the line and the field, to begin a message with. */
    String place() {
        return file + ":" + line() + ": " + field + ": ";
    }

    /** Returns the fields of a map by name, in the order written. */
    Map<String, YamlValue> fields() {
        if (!(node instanceof MappingNode map)) {
            throw refused("expected fields with values, found " + kind());
        }
        Map<String, YamlValue> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            String name = new YamlValue(file, field, tuple.getKeyNode()).text();
            YamlValue value = new YamlValue(file, readable(name), tuple.getValueNode());
            YamlValue key = new YamlValue(file, readable(name), tuple.getKeyNode());
            if (fields.put(name, value) != null) {
                throw key.refused("expected once, found twice");
            }
        }
        return fields;
    }

    /** Returns the elements of a list. */
    List<YamlValue> elements() {
        if (!(node instanceof SequenceNode list)) {
            throw refused("expected a list, found " + kind());
        }
        return list.getValue().stream()
                .map(each -> new YamlValue(file, field, each))
                .toList();
    }

    /** Returns the elements of a list, or the value itself if it is none. */
    List<YamlValue> oneOrMore() {
        return node instanceof SequenceNode ? elements() : List.of(this);
    }

    /** Returns a text; numbers are as they are written. */
    String text() {
        if (!node.getTag().getValue().startsWith(Tag.PREFIX)) {
            throw refused("expected a text, found the YAML tag "
                    + quoted(node.getTag().getValue()) + ". Maybe quotes are missing?");
        }
        if (!(node instanceof ScalarNode scalar)
                || node.getTag().equals(Tag.NULL)
                || scalar.getValue().isEmpty()) {
            throw refused("expected a text, found " + kind());
        }
        return scalar.getValue();
    }

    /** Returns an integer that is not negative. */
    int count() {
        if (node.getTag().equals(Tag.INT) && node instanceof ScalarNode scalar) {
            try {
                int count = Integer.parseInt(scalar.getValue());
                if (count >= 0) {
                    return count;
                }
            } catch (NumberFormatException _) {
                // It is too large, or written in a way that no count is.
            }
        }
        throw refused("expected a whole number from 0, found " + kind());
    }

    private String kind() {
        return switch (node) {
            case MappingNode _ -> "fields with values";
            case SequenceNode _ -> "a list";
            case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> "nothing";
            case ScalarNode scalar -> quoted(scalar.getValue());
            default -> "something else";
        };
    }
}
