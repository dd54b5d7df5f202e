package org.ballast.checker;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.model.InstancePolicy;
import org.ballast.model.InstanceSpec;
import org.ballast.model.Node;

/** The sizes of an instance beside those that a policy accepts, for the words of a refusal. */
record PolicyBounds(Instance instance, Node node, InstancePolicy policy) {

    /** Returns both of them, such as {@code 4096 MiB, accepted: 128 to 1024 MiB}. */
    String of(InstancePolicy.Violation violation) {
        return switch (violation) {
            case MEMORY -> text(instance.memory() + " MiB", InstanceSpec::memory, " MiB");
            case DISK_SIZE -> text(diskSizes() + " MiB", InstanceSpec::diskSize, " MiB");
            case CPUS -> text(Long.toString(instance.vcpus()), InstanceSpec::cpus, "");
            case SPINDLES -> text(spindles(), InstanceSpec::spindleUse, "");
            case DISK_COUNT -> text(Integer.toString(instance.disks().size()), InstanceSpec::diskCount, "");
            case TEMPLATE ->
                instance.template().label() + ", accepted: "
                        + join(policy.templates().stream()
                                .map(DiskTemplate::label)
                                .toList());
        };
    }

    private String text(String value, ToLongFunction<InstanceSpec> resource, String unit) {
        String ranges = policy.ranges().stream()
                .map(range -> resource.applyAsLong(range.min()) + " to " + resource.applyAsLong(range.max()))
                .distinct()
                .collect(Collectors.joining(" or "));
        return value + ", accepted: " + ranges + unit;
    }

    private String diskSizes() {
        return join(instance.disks().stream()
                .map(disk -> Long.toString(disk.size()))
                .toList());
    }

    private String spindles() {
        OptionalLong spindles =
                node.spindles().exclusive() ? instance.totalSpindles() : OptionalLong.of(instance.spindleUse());
        return spindles.isPresent() ? Long.toString(spindles.getAsLong()) : "not known";
    }

    private static String join(List<String> values) {
        return values.isEmpty() ? "none" : String.join(", ", values);
    }
}
