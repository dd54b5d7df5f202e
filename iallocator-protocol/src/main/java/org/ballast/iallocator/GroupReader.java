package org.ballast.iallocator;

import java.util.List;
import java.util.Optional;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Group;
import org.ballast.model.InstancePolicy;

/** The reader of a node group. */
final class GroupReader {
    private static final AllocationPolicy[] POLICIES = AllocationPolicy.values();

    private GroupReader() {}

    static Group read(JsonCursor json, String uuid) {
        Optional<String> name = Optional.empty();
        Optional<AllocationPolicy> allocationPolicy = Optional.empty();
        Optional<List<String>> networks = Optional.empty();
        Optional<InstancePolicy> policy = Optional.empty();
        Optional<List<String>> tags = Optional.empty();
        json.object();
        while (json.nextField()) {
            switch (json.field()) {
                case "name" -> name = json.text(name);
                case "alloc_policy" ->
                    allocationPolicy = allocationPolicy.isPresent()
                            ? json.again(allocationPolicy)
                            : Optional.of(allocationPolicy(json));
                case "networks" -> networks = json.texts(networks);
                case "ipolicy" ->
                    policy = policy.isPresent() ? json.again(policy) : Optional.of(PolicyReader.read(json));
                case "tags" -> tags = json.texts(tags);
                default -> json.skip();
            }
        }
        return new Group(
                ObjectFields.required(json, "name", ValueKind.TEXT, name),
                uuid,
                ObjectFields.required(json, "alloc_policy", ValueKind.TEXT, allocationPolicy),
                ObjectFields.required(json, "tags", ValueKind.LIST, tags),
                ObjectFields.required(json, "networks", ValueKind.LIST, networks),
                ObjectFields.required(json, "ipolicy", ValueKind.OBJECT, policy));
    }

    private static AllocationPolicy allocationPolicy(JsonCursor json) {
        String label = json.text();
        for (AllocationPolicy policy : POLICIES) {
            if (policy.label().equals(label)) {
                return policy;
            }
        }
        throw json.refused("one of preferred, last_resort, unallocable", "Invalid string value for type AllocPolicy");
    }
}
