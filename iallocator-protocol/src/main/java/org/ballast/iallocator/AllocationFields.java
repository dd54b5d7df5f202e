package org.ballast.iallocator;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The fields of a request that describe a new instance. */
final class AllocationFields {
    private final InstanceFields instance = new InstanceFields();
    private Optional<String> name = Optional.empty();
    private OptionalLong requiredNodes = OptionalLong.empty();

    /** Reads one of several instances. */
    static Request.Allocate read(JsonCursor json) {
        AllocationFields fields = new AllocationFields();
        json.object();
        while (json.nextField()) {
            fields.accept(json);
        }
        return fields.build(json, Optional.empty(), Optional.empty());
    }

    /** Reads a field, or passes over one that says nothing about an instance. */
    void accept(JsonCursor json) {
        switch (json.field()) {
            case "name" -> name = json.text(name);
            case "required_nodes" -> requiredNodes = json.whole(ValueKind.WHOLE, requiredNodes);
            default -> instance.accept(json);
        }
    }

    String name(JsonCursor json) {
        return ObjectFields.required(json, "name", ValueKind.TEXT, name);
    }

    /** Returns how many nodes are asked for; a number that no request can have stays one. */
    int requiredNodes(JsonCursor json) {
        return Math.clamp(
                ObjectFields.required(json, "required_nodes", ValueKind.WHOLE, requiredNodes),
                Integer.MIN_VALUE,
                Integer.MAX_VALUE);
    }

    Request.Allocate build(JsonCursor json, Optional<String> group, Optional<List<String>> restrictTo) {
        return new Request.Allocate(instance.build(json, name(json)), requiredNodes(json), group, restrictTo);
    }
}
