package org.ballast.iallocator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ballast.model.EvacuationMode;

/**
 * The fields of a request. Which of its fields count is known at its end only, when its type is: until then what cannot
 * be understood is kept as the refusal that it will be if it counts.
 */
final class RequestFields {
    private static final String TYPES =
            "one of allocate, allocate-secondary, change-group, multi-allocate," + " node-evacuate, relocate";
    private static final EvacuationMode[] MODES = EvacuationMode.values();

    private final Map<String, ProtocolException> refusals = new HashMap<>();
    private final AllocationFields allocation = new AllocationFields();
    private Optional<String> type = Optional.empty();
    private Optional<String> groupName = Optional.empty();
    private Optional<List<String>> restrictTo = Optional.empty();
    private Optional<List<String>> relocateFrom = Optional.empty();
    private Optional<List<String>> targetGroups = Optional.empty();
    private Optional<EvacuationMode> evacuationMode = Optional.empty();
    private Optional<List<String>> names = Optional.empty();
    private List<Request.Allocate> asked = List.of();

    private RequestFields() {}

    /** Reads a request, in which names are still those of the document. */
    static Request read(JsonCursor json) {
        RequestFields fields = new RequestFields();
        json.object();
        while (json.nextField()) {
            String field = json.field();
            int depth = json.depth();
            try {
                fields.accept(json);
            } catch (ProtocolException e) {
                json.recover(e, depth);
                fields.refusals.putIfAbsent(field, e);
            }
        }
        return fields.build(json);
    }

    private void accept(JsonCursor json) {
        switch (json.field()) {
            case "type" -> type = json.text(type);
            case "group_name" -> groupName = json.isNull() ? groupName : json.text(groupName);
            case "restrict-to-nodes" -> restrictTo = json.isNull() ? restrictTo : json.texts(restrictTo);
            case "relocate_from" -> relocateFrom = json.texts(relocateFrom);
            case "target_groups" -> targetGroups = json.texts(targetGroups);
            case "evac_mode" ->
                evacuationMode = evacuationMode.isPresent() ? json.again(evacuationMode) : Optional.of(mode(json));
            case "instances" -> instances(json);
            default -> allocation.accept(json);
        }
    }

    /** Reads names, or instances that are asked for: which of them it has to be, only the type tells. */
    private void instances(JsonCursor json) {
        if (names.isPresent()) {
            json.skip();
            return;
        }
        json.list();
        List<String> read = new ArrayList<>();
        asked = new ArrayList<>();
        while (json.nextItem(read)) {
            if (json.isObject()) {
                asked.add(AllocationFields.read(json));
            } else {
                read.add(json.text());
            }
        }
        names = Optional.of(read);
    }

    private static EvacuationMode mode(JsonCursor json) {
        String label = json.text();
        for (EvacuationMode mode : MODES) {
            if (mode.label().equals(label)) {
                return mode;
            }
        }
        throw json.refused("one of primary-only, secondary-only, all", "Invalid string value for type EvacMode");
    }

    private Request build(JsonCursor json) {
        check("type");
        String wanted = ObjectFields.required(json, "type", ValueKind.TEXT, type);
        return switch (wanted) {
            case "allocate" -> allocate(json);
            case "multi-allocate" -> new Request.MultiAllocate(allocations(json));
            case "allocate-secondary" -> new Request.AllocateSecondary(name(json));
            case "relocate" -> relocate(json);
            case "node-evacuate" -> new Request.NodeEvacuate(names(json), evacuationMode(json));
            case "change-group" -> new Request.ChangeGroup(names(json), targetGroups(json));
            default ->
                throw json.refused(
                        json.line(),
                        "request.type",
                        TYPES,
                        Excerpt.quoted(wanted),
                        "Invalid request type '" + Excerpt.readable(wanted) + "'");
        };
    }

    private Request allocate(JsonCursor json) {
        check("name");
        for (ProtocolException refusal : refusals.values()) {
            throw refusal;
        }
        return allocation.build(json, groupName, restrictTo);
    }

    /** Ganeti takes the group of the request for all its instances, and does not ask theirs. */
    private List<Request.Allocate> allocations(JsonCursor json) {
        check("instances");
        check("group_name");
        if (!ObjectFields.required(json, "instances", ValueKind.LIST, names).isEmpty()) {
            throw mixed(json, ValueKind.OBJECT, "a text");
        }
        List<Request.Allocate> grouped = new ArrayList<>();
        for (Request.Allocate each : asked) {
            grouped.add(new Request.Allocate(each.instance(), each.requiredNodes(), groupName, Optional.empty()));
        }
        return grouped;
    }

    private Request relocate(JsonCursor json) {
        String name = name(json);
        check("required_nodes");
        check("relocate_from");
        return new Request.Relocate(
                name,
                allocation.requiredNodes(json),
                ObjectFields.required(json, "relocate_from", ValueKind.LIST, relocateFrom));
    }

    private String name(JsonCursor json) {
        check("name");
        return allocation.name(json);
    }

    private List<String> names(JsonCursor json) {
        check("instances");
        List<String> found = ObjectFields.required(json, "instances", ValueKind.LIST, names);
        if (!asked.isEmpty()) {
            throw mixed(json, ValueKind.TEXT, "an object");
        }
        return found;
    }

    private EvacuationMode evacuationMode(JsonCursor json) {
        check("evac_mode");
        return ObjectFields.required(json, "evac_mode", ValueKind.TEXT, evacuationMode);
    }

    private List<String> targetGroups(JsonCursor json) {
        check("target_groups");
        return ObjectFields.required(json, "target_groups", ValueKind.LIST, targetGroups);
    }

    private void check(String field) {
        ProtocolException refusal = refusals.get(field);
        if (refusal != null) {
            throw refusal;
        }
    }

    private static ProtocolException mixed(JsonCursor json, ValueKind items, String found) {
        String reason = "key 'instances': Unable to read " + items.ganetiName();
        return json.refused(json.line(), "request.instances", items.label() + " for each instance", found, reason);
    }
}
