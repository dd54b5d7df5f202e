package org.ballast.iallocator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.model.InstanceStatus;
import org.ballast.model.Placement;

/** The fields of an instance, existing or new. */
final class InstanceFields {
    private OptionalLong memory = OptionalLong.empty();
    private OptionalLong disk = OptionalLong.empty();
    private Optional<List<Instance.Disk>> disks = Optional.empty();
    private OptionalLong vcpus = OptionalLong.empty();
    private Optional<InstanceStatus> status = Optional.empty();
    private Optional<DiskTemplate> template = Optional.empty();
    private Optional<List<String>> tags = Optional.empty();
    private OptionalLong spindleUse = OptionalLong.empty();
    private Optional<Boolean> forthcoming = Optional.empty();
    private Optional<List<String>> networks = Optional.empty();

    /** Reads a field, or passes over one that says nothing about an instance. */
    void accept(JsonCursor json) {
        switch (json.field()) {
            case "memory" -> memory = json.size(ValueKind.WHOLE_MEBIBYTES, memory);
            case "disk_space_total" -> disk = json.size(ValueKind.WHOLE_MEBIBYTES, disk);
            case "disks" -> disks = disks.isPresent() ? json.again(disks) : Optional.of(disks(json));
            case "vcpus" -> vcpus = json.size(ValueKind.WHOLE, vcpus);
            case "admin_state" -> status = status.isPresent() ? json.again(status) : Optional.of(status(json));
            case "disk_template" ->
                template = template.isPresent() ? json.again(template) : Optional.of(PolicyReader.template(json));
            case "tags" -> tags = json.texts(tags);
            case "spindle_use" -> spindleUse = json.size(ValueKind.WHOLE, spindleUse);
            case "forthcoming" ->
                forthcoming = json.again(forthcoming.isPresent() ? forthcoming : Optional.of(json.isTrue()));
            case "nics" -> networks = networks.isPresent() ? json.again(networks) : Optional.of(networks(json));
            default -> json.skip();
        }
    }

    /** Returns the instance, without a place, after its last field was read. */
    Instance build(JsonCursor json, String name) {
        return new Instance(
                name,
                ObjectFields.required(json, "memory", ValueKind.WHOLE_MEBIBYTES, memory),
                ObjectFields.required(json, "disk_space_total", ValueKind.WHOLE_MEBIBYTES, disk),
                ObjectFields.required(json, "disks", ValueKind.LIST, disks),
                ObjectFields.required(json, "vcpus", ValueKind.WHOLE, vcpus),
                status.orElse(InstanceStatus.RUNNING),
                true,
                Placement.NOWHERE,
                ObjectFields.required(json, "disk_template", ValueKind.TEXT, template),
                ObjectFields.required(json, "tags", ValueKind.LIST, tags),
                ObjectFields.required(json, "spindle_use", ValueKind.WHOLE, spindleUse),
                forthcoming.orElse(false),
                ObjectFields.required(json, "nics", ValueKind.LIST, networks));
    }

    /** Reads what the administrator wants; that it should run, if it is not said in a way that is known. */
    private static InstanceStatus status(JsonCursor json) {
        if (!json.isText()) {
            json.skip();
            return InstanceStatus.RUNNING;
        }
        return switch (json.text()) {
            case "offline" -> InstanceStatus.ADMIN_OFFLINE;
            case "down" -> InstanceStatus.ADMIN_DOWN;
            default -> InstanceStatus.RUNNING;
        };
    }

    private static List<Instance.Disk> disks(JsonCursor json) {
        json.list();
        List<Instance.Disk> read = new ArrayList<>(1);
        while (json.nextItem(read)) {
            read.add(disk(json));
        }
        return read;
    }

    private static Instance.Disk disk(JsonCursor json) {
        OptionalLong size = OptionalLong.empty();
        OptionalLong spindles = OptionalLong.empty();
        json.object();
        while (json.nextField()) {
            switch (json.field()) {
                case "size" -> size = json.size(ValueKind.WHOLE_MEBIBYTES, size);
                case "spindles" -> spindles = json.isNull() ? spindles : json.size(ValueKind.WHOLE, spindles);
                default -> json.skip();
            }
        }
        return new Instance.Disk(ObjectFields.required(json, "size", ValueKind.WHOLE_MEBIBYTES, size), spindles);
    }

    private static List<String> networks(JsonCursor json) {
        json.list();
        List<String> read = new ArrayList<>(1);
        while (json.nextItem(read)) {
            network(json, read);
        }
        return read;
    }

    /** Adds the network of an interface, if it has one. */
    private static void network(JsonCursor json, List<String> networks) {
        Optional<String> network = Optional.empty();
        json.object();
        while (json.nextField()) {
            if (json.isNull()) {
                continue;
            }
            switch (json.field()) {
                case "network" -> network = json.text(network);
                case "mac", "ip", "link", "bridge" -> json.text();
                case "mode" -> mode(json);
                default -> json.skip();
            }
        }
        if (network.isPresent()) {
            networks.add(network.get());
        }
    }

    private static void mode(JsonCursor json) {
        switch (json.text()) {
            case "bridged", "routed", "openvswitch" -> {}
            default -> throw json.refused("one of bridged, routed, openvswitch", "invalid NIC mode");
        }
    }
}
