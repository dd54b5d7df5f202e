package org.ballast.backends.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ballast.model.Group;
import org.ballast.model.InstancePolicy;

/**
 * The first section of the text format: groups. Columns: name, UUID, allocation policy, tags, networks (absent in old
 * files).
 */
final class GroupSection {
    private static final int NAME = 0;
    private static final int UUID = 1;
    private static final int ALLOCATION_POLICY = 2;
    private static final int TAGS = 3;
    private static final int NETWORKS = 4;
    private static final int REQUIRED = 4;

    private final List<Group> groups = new ArrayList<>();
    private final Map<String, Integer> indexByUuid = new HashMap<>();

    void add(TextRow row) {
        row.atLeast(REQUIRED);
        Group group = new Group(
                row.text(NAME),
                row.text(UUID),
                row.choice(ALLOCATION_POLICY, "allocation_policy", EnumLabels.ALLOCATION_POLICIES),
                row.list(TAGS),
                row.list(NETWORKS),
                InstancePolicy.DEFAULT);
        indexByUuid.put(group.uuid(), groups.size());
        groups.add(group);
    }

    List<Group> groups() {
        return groups;
    }

    /** Indices of the groups; of those that share a UUID, the last one's. */
    Map<String, Integer> indexByUuid() {
        return indexByUuid;
    }
}
