package org.ballast.backends.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.DiskTemplate;
import org.ballast.model.InstanceStatus;

/** Enumerated values by the names they have in files, in order of declaration. */
final class EnumLabels {
    static final Map<String, AllocationPolicy> ALLOCATION_POLICIES =
            index(AllocationPolicy.values(), AllocationPolicy::label);
    static final Map<String, DiskTemplate> DISK_TEMPLATES = index(DiskTemplate.values(), DiskTemplate::label);
    static final Map<String, InstanceStatus> INSTANCE_STATUSES = index(InstanceStatus.values(), InstanceStatus::label);

    private EnumLabels() {}

    private static <E> Map<String, E> index(E[] values, Function<E, String> label) {
        Map<String, E> byLabel = new LinkedHashMap<>();
        for (E value : values) {
            byLabel.put(label.apply(value), value);
        }
        return byLabel;
    }
}
