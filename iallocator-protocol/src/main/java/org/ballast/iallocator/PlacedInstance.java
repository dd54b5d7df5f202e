package org.ballast.iallocator;

import java.util.ArrayList;
import java.util.List;
import org.ballast.model.Instance;

/**
 * An instance of the cluster with the names of its nodes, which may only be known later.
 *
 * @param instance the instance, still without a place
 * @param nodes names of its primary and, if it has one, its secondary node
 * @param line the line in which the instance ends
 */
record PlacedInstance(Instance instance, List<String> nodes, int line) {
    private static final int MOST_NODES = 2;

    static PlacedInstance read(JsonCursor json, String name) {
        InstanceFields fields = new InstanceFields();
        List<String> nodes = new ArrayList<>(MOST_NODES);
        boolean hasNodes = false;
        json.object();
        while (json.nextField()) {
            if (!hasNodes && json.field().equals("nodes")) {
                hasNodes = true;
                readNodes(json, nodes);
            } else {
                fields.accept(json);
            }
        }
        Instance instance = fields.build(json, name);
        if (!hasNodes) {
            throw json.missing("nodes", ValueKind.LIST);
        }
        return new PlacedInstance(instance, nodes, json.line());
    }

    /** Reads the two names that count; what follows them may be anything. */
    private static void readNodes(JsonCursor json, List<String> nodes) {
        json.list();
        while (json.nextItem(nodes)) {
            if (nodes.size() < MOST_NODES) {
                nodes.add(json.text());
            } else {
                json.skip();
            }
        }
        if (nodes.isEmpty()) {
            throw json.refused("the names of one or two nodes", "empty node list");
        }
    }
}
