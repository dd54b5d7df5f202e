package org.ballast.model;

import java.util.List;

/**
 * A node group: instances do not leave it, and it is balanced on its own.
 *
 * @param name the name shown to people
 * @param uuid the identity used in files and protocols
 * @param allocationPolicy whether new instances may be placed here
 * @param tags the group's tags
 * @param networks identities of the networks connected to this group
 * @param policy the effective instance policy of the group
 */
public record Group(
        String name,
        String uuid,
        AllocationPolicy allocationPolicy,
        List<String> tags,
        List<String> networks,
        InstancePolicy policy) {

    /** Copies the lists. */
    public Group {
        tags = List.copyOf(tags);
        networks = List.copyOf(networks);
    }

    /** Returns this group with another instance policy. */
    public Group withPolicy(InstancePolicy newPolicy) {
        return new Group(name, uuid, allocationPolicy, tags, networks, newPolicy);
    }
}
