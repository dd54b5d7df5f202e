package org.ballast.iallocator;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ballast.model.Node;
import org.ballast.model.NodeRole;

/**
 * The fields of a node, whose group may only be known later. Live figures of a node that is offline or takes no
 * instances may be missing or anything; only the end of the node tells.
 */
final class NodeFields {
    private final String name;
    private final int line;
    private final LiveFigures live = new LiveFigures();
    private Optional<String> group = Optional.empty();
    private Optional<Boolean> offline = Optional.empty();
    private Optional<Boolean> drained = Optional.empty();
    private Optional<Boolean> vmCapable = Optional.empty();
    private Optional<List<String>> tags = Optional.empty();
    private Optional<Boolean> exclusiveStorage = Optional.empty();
    private OptionalLong spindleCount = OptionalLong.empty();

    private NodeFields(String name, int line) {
        this.name = name;
        this.line = line;
    }

    static NodeFields read(JsonCursor json, String name) {
        NodeFields node = new NodeFields(name, json.line());
        json.object();
        while (json.nextField()) {
            node.accept(json);
        }
        node.check(json);
        return node;
    }

    String name() {
        return name;
    }

    /** Returns the line that the node starts in. */
    int line() {
        return line;
    }

    /** Returns the UUID of its group. */
    String group() {
        return group.orElse("");
    }

    /** Returns the node as a member of the group with this index. */
    Node in(int groupIndex) {
        boolean isExclusive = exclusiveStorage.orElse(false);
        boolean isOffline = !isLive() || drained.orElse(false);
        NodeRole role = isOffline ? NodeRole.OFFLINE : NodeRole.NORMAL;
        LiveFigures figures = isLive() ? live : new LiveFigures();
        return new Node(
                name,
                groupIndex,
                role,
                new Node.Memory(
                        figures.memoryTotal.orElse(0), figures.memoryReserved.orElse(0), figures.memoryFree.orElse(0)),
                new Node.Disk(figures.diskTotal.orElse(0), figures.diskFree.orElse(0)),
                new Node.Cpus(figures.cpus.orElse(0), figures.cpusReserved.orElse(0), 1),
                new Node.Spindles(
                        isExclusive ? figures.spindles.orElse(0) : spindleCount.orElse(0),
                        figures.spindlesFree.orElse(0),
                        isExclusive),
                tags.orElse(List.of()));
    }

    private void accept(JsonCursor json) {
        switch (json.field()) {
            case "group" -> group = json.text(group);
            case "offline" -> offline = json.flag(offline);
            case "drained" -> drained = json.flag(drained);
            case "vm_capable" -> vmCapable = json.isNull() ? vmCapable : json.flag(vmCapable);
            case "tags" -> tags = json.isNull() ? tags : json.texts(tags);
            case "ndparams" -> parameters(json);
            default -> live.accept(json);
        }
    }

    private void parameters(JsonCursor json) {
        if (exclusiveStorage.isPresent()) {
            json.skip();
            return;
        }
        json.object();
        while (json.nextField()) {
            switch (json.field()) {
                case "exclusive_storage" -> exclusiveStorage = json.flag(exclusiveStorage);
                case "spindle_count" ->
                    spindleCount = json.isNull() ? spindleCount : json.size(ValueKind.WHOLE, spindleCount);
                default -> json.skip();
            }
        }
        ObjectFields.required(json, "exclusive_storage", ValueKind.FLAG, exclusiveStorage);
    }

    private void check(JsonCursor json) {
        ObjectFields.required(json, "offline", ValueKind.FLAG, offline);
        ObjectFields.required(json, "drained", ValueKind.FLAG, drained);
        ObjectFields.required(json, "group", ValueKind.TEXT, group);
        ObjectFields.required(json, "ndparams", ValueKind.OBJECT, exclusiveStorage);
        if (isLive()) {
            live.check(json);
        }
    }

    private boolean isLive() {
        return !offline.orElse(false) && vmCapable.orElse(true);
    }
}
