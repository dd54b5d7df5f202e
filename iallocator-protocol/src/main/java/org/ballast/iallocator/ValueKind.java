package org.ballast.iallocator;

/** The kinds of values that a field can require. */
enum ValueKind {
    /** A whole number. */
    WHOLE("a whole number", "Int"),
    /** A size that the protocol gives as a whole number. */
    WHOLE_MEBIBYTES("a whole number of MiB", "Int"),
    /** A number. */
    NUMBER("a number", "Double"),
    /** A size that may have a fraction. */
    MEBIBYTES("a number of MiB", "Double"),
    /** A truth value. */
    FLAG("true or false", "Bool"),
    /** A string. */
    TEXT("a text", "String"),
    /** A list. */
    LIST("a list", "list"),
    /** An object. */
    OBJECT("an object", "JSObject");

    private final String label;
    private final String ganetiName;

    ValueKind(String label, String ganetiName) {
        this.label = label;
        this.ganetiName = ganetiName;
    }

    /** Returns the words for people. */
    String label() {
        return label;
    }

    /** Returns what Ganeti's messages, for which people and scripts search, call it. */
    String ganetiName() {
        return ganetiName;
    }
}
