package org.ballast.iallocator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.ballast.model.DiskTemplate;
import org.ballast.model.InstancePolicy;
import org.ballast.model.InstanceSpec;

/** The reader of a group's instance policy. */
final class PolicyReader {
    private static final DiskTemplate[] TEMPLATES = DiskTemplate.values();

    private PolicyReader() {}

    static InstancePolicy read(JsonCursor json) {
        Optional<List<InstancePolicy.Range>> ranges = Optional.empty();
        Optional<InstanceSpec> standard = Optional.empty();
        Optional<List<DiskTemplate>> templates = Optional.empty();
        OptionalDouble vcpuRatio = OptionalDouble.empty();
        OptionalDouble spindleRatio = OptionalDouble.empty();
        json.object();
        while (json.nextField()) {
            switch (json.field()) {
                case "minmax" -> ranges = ranges.isPresent() ? json.again(ranges) : Optional.of(ranges(json));
                case "std" -> standard = spec(json, standard);
                case "disk-templates" ->
                    templates = templates.isPresent() ? json.again(templates) : Optional.of(templates(json));
                case "vcpu-ratio" -> vcpuRatio = json.number(ValueKind.NUMBER, vcpuRatio);
                case "spindle-ratio" -> spindleRatio = json.number(ValueKind.NUMBER, spindleRatio);
                default -> json.skip();
            }
        }
        return new InstancePolicy(
                ObjectFields.required(json, "minmax", ValueKind.LIST, ranges),
                ObjectFields.required(json, "std", ValueKind.OBJECT, standard),
                ObjectFields.required(json, "disk-templates", ValueKind.LIST, templates),
                ObjectFields.required(json, "vcpu-ratio", ValueKind.NUMBER, vcpuRatio),
                ObjectFields.required(json, "spindle-ratio", ValueKind.NUMBER, spindleRatio));
    }

    /** Reads the name of a disk template. */
    static DiskTemplate template(JsonCursor json) {
        String label = json.text();
        for (DiskTemplate template : TEMPLATES) {
            if (template.label().equals(label)) {
                return template;
            }
        }
        StringBuilder labels = new StringBuilder("one of ");
        for (DiskTemplate template : TEMPLATES) {
            labels.append(template.ordinal() == 0 ? "" : ", ").append(template.label());
        }
        throw json.refused(labels.toString(), "Invalid string value for type DiskTemplate");
    }

    private static List<DiskTemplate> templates(JsonCursor json) {
        json.list();
        List<DiskTemplate> templates = new ArrayList<>();
        while (json.nextItem(templates)) {
            templates.add(template(json));
        }
        return templates;
    }

    private static List<InstancePolicy.Range> ranges(JsonCursor json) {
        json.list();
        List<InstancePolicy.Range> ranges = new ArrayList<>();
        while (json.nextItem(ranges)) {
            ranges.add(range(json));
        }
        return ranges;
    }

    private static InstancePolicy.Range range(JsonCursor json) {
        Optional<InstanceSpec> min = Optional.empty();
        Optional<InstanceSpec> max = Optional.empty();
        json.object();
        while (json.nextField()) {
            switch (json.field()) {
                case "min" -> min = spec(json, min);
                case "max" -> max = spec(json, max);
                default -> json.skip();
            }
        }
        return new InstancePolicy.Range(
                ObjectFields.required(json, "min", ValueKind.OBJECT, min),
                ObjectFields.required(json, "max", ValueKind.OBJECT, max));
    }

    private static Optional<InstanceSpec> spec(JsonCursor json, Optional<InstanceSpec> before) {
        return before.isPresent() ? json.again(before) : Optional.of(spec(json));
    }

    private static InstanceSpec spec(JsonCursor json) {
        OptionalLong memory = OptionalLong.empty();
        OptionalLong cpus = OptionalLong.empty();
        OptionalLong diskSize = OptionalLong.empty();
        OptionalLong diskCount = OptionalLong.empty();
        OptionalLong nicCount = OptionalLong.empty();
        OptionalLong spindleUse = OptionalLong.empty();
        json.object();
        while (json.nextField()) {
            switch (json.field()) {
                case "memory-size" -> memory = json.size(ValueKind.WHOLE_MEBIBYTES, memory);
                case "cpu-count" -> cpus = json.size(ValueKind.WHOLE, cpus);
                case "disk-size" -> diskSize = json.size(ValueKind.WHOLE_MEBIBYTES, diskSize);
                case "disk-count" -> diskCount = json.size(ValueKind.WHOLE, diskCount);
                case "nic-count" -> nicCount = json.size(ValueKind.WHOLE, nicCount);
                case "spindle-use" -> spindleUse = json.size(ValueKind.WHOLE, spindleUse);
                default -> json.skip();
            }
        }
        return new InstanceSpec(
                ObjectFields.required(json, "memory-size", ValueKind.WHOLE_MEBIBYTES, memory),
                ObjectFields.required(json, "cpu-count", ValueKind.WHOLE, cpus),
                ObjectFields.required(json, "disk-size", ValueKind.WHOLE_MEBIBYTES, diskSize),
                ObjectFields.required(json, "disk-count", ValueKind.WHOLE, diskCount),
                ObjectFields.required(json, "nic-count", ValueKind.WHOLE, nicCount),
                ObjectFields.required(json, "spindle-use", ValueKind.WHOLE, spindleUse));
    }
}
