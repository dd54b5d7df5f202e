package org.ballast.iallocator;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Fields that an object, which the cursor has just left, must have. */
final class Fields {
    private Fields() {}

    static <T> T required(JsonCursor json, String field, Kind kind, Optional<T> value) {
        if (value.isEmpty()) {
            throw json.missing(field, kind);
        }
        return value.get();
    }

    static long required(JsonCursor json, String field, Kind kind, OptionalLong value) {
        if (value.isEmpty()) {
            throw json.missing(field, kind);
        }
        return value.getAsLong();
    }

    static double required(JsonCursor json, String field, Kind kind, OptionalDouble value) {
        if (value.isEmpty()) {
            throw json.missing(field, kind);
        }
        return value.getAsDouble();
    }
}
