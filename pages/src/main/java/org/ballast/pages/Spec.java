package org.ballast.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A specification for the chart library: names and values, in order. A map that orders them by hash would have the
 * library draw things in another order in each process.
 */
final class Spec {
    private final Map<String, Object> entries = new LinkedHashMap<>();

    /** Something of a name. */
    static Spec named(String name) {
        return new Spec().with("name", name);
    }

    /** Adds a text, a number, a truth value, or a list of these. */
    Spec with(String name, Object value) {
        entries.put(name, value);
        return this;
    }

    /** Adds a nested specification. */
    Spec with(String name, Spec value) {
        entries.put(name, value.entries);
        return this;
    }

    /** Adds a list of nested specifications. */
    Spec withAll(String name, List<Spec> values) {
        entries.put(name, values.stream().map(Spec::map).toList());
        return this;
    }

    /** Returns it as the library wants it. */
    Map<String, Object> map() {
        return entries;
    }
}
