package org.ballast.iallocator;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The fields that an object which the cursor has just left must have. */
final class ObjectFields {
    private ObjectFields() {}

    static <T> T required(JsonCursor json, String field, ValueKind kind, Optional<T> value) {
        if (value.isEmpty()) {
            throw json.missing(field, kind);
        }
        return value.get();
    }

    static long required(JsonCursor json, String field, ValueKind kind, OptionalLong value) {
        if (value.isEmpty()) {
            throw json.missing(field, kind);
        }
        return value.getAsLong();
    }

    static double required(JsonCursor json, String field, ValueKind kind, OptionalDouble value) {
        if (value.isEmpty()) {
            throw json.missing(field, kind);
        }
        return value.getAsDouble();
    }
}
