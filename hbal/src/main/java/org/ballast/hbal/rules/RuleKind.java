package org.ballast.hbal.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of rules in files, and the fields that each takes beside {@code name}. */
enum RuleKind {
    KEEP_APART("keep-apart", "by-tag", "domain", "copies"),
    KEEP_TOGETHER("keep-together", "by-tag", "domain"),
    AT_MOST("at-most", "instances", "by-tag", "domain", "copies"),
    COPIES_APART("copies-apart", "domain"),
    ALLOWED_NODES("allowed-nodes", "instances", "copies"),
    FORBIDDEN_NODES("forbidden-nodes", "instances", "copies"),
    PINNED("pinned", "copies"),
    DO_NOT_MOVE("do-not-move"),
    IGNORE_NODES("ignore-nodes"),
    NO_LIVE_MIGRATION("no-live-migration");

    private final String label;
    private final List<String> fields;

    RuleKind(String label, String... fields) {
        this.label = label;
        this.fields = List.of(fields);
    }

    String label() {
        return label;
    }

    boolean takes(String field) {
        return field.equals(label) || field.equals("name") || fields.contains(field);
    }

    /** Returns all fields, for messages. */
    String fieldNames() {
        String others = fields.stream().map(field -> ", " + field).collect(Collectors.joining());
        return label + others + " and name";
    }

    static Optional<RuleKind> of(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }

    /** Returns all kinds, for messages. */
    static String labels() {
        return Arrays.stream(values()).map(RuleKind::label).collect(Collectors.joining(", "));
    }
}
