package org.ballast.iallocator;

import static org.ballast.iallocator.Excerpt.quoted;
import static org.ballast.iallocator.Excerpt.readable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Group;
import org.ballast.model.Instance;
import org.ballast.model.InstancePolicy;
import org.ballast.model.Node;
import org.ballast.model.ObjectName;
import org.ballast.model.Placement;

/** The parts of a document, in whatever order it has them; they are put together at its end. */
final class Sections {
    private final JsonCursor json;
    private final List<Group> groups = new ArrayList<>();
    private final Map<String, Integer> groupIndices = new HashMap<>();
    private final List<NodeFields> nodes = new ArrayList<>();
    private final Map<String, Integer> nodeIndices = new HashMap<>();
    private final List<PlacedInstance> instances = new ArrayList<>();
    private final Map<String, Integer> instanceIndices = new HashMap<>();
    private final Map<String, String> unusualNames = new HashMap<>();
    private Optional<List<String>> tags = Optional.empty();
    private Optional<List<String>> hypervisors = Optional.empty();
    private Optional<Request> request = Optional.empty();
    private int requestLine;
    private boolean hasGroups;
    private boolean hasNodes;
    private boolean hasInstances;

    Sections(JsonCursor json) {
        this.json = json;
    }

    /** Reads a part, or passes over a field that is none. */
    void accept() {
        switch (json.field()) {
            case "nodegroups" -> readGroups();
            case "nodes" -> readNodes();
            case "instances" -> readInstances();
            case "cluster_tags" -> tags = json.texts(tags);
            case "enabled_hypervisors" -> hypervisors = json.texts(hypervisors);
            case "request" -> readRequest();
            default -> json.skip();
        }
    }

    /** Returns all parts as one message, after the last was read. */
    Message assemble() {
        Request asked = ObjectFields.required(json, "request", ValueKind.OBJECT, request);
        present("nodegroups", hasGroups);
        present("nodes", hasNodes);
        present("instances", hasInstances);
        List<String> clusterTags = ObjectFields.required(json, "cluster_tags", ValueKind.LIST, tags);
        List<String> enabled = ObjectFields.required(json, "enabled_hypervisors", ValueKind.LIST, hypervisors);
        // The document's own policy is for the cluster manager; only those of the groups count.
        Cluster cluster = new Cluster(groups, groupedNodes(), placedInstances(), clusterTags, InstancePolicy.DEFAULT);
        RequestNames names = new RequestNames(json, groups, nodeIndices, instanceIndices);
        return new Message(cluster, enabled, names.resolve(asked, requestLine), unusualNames);
    }

    private void readGroups() {
        if (hasGroups) {
            json.skip();
            return;
        }
        hasGroups = true;
        json.object();
        while (json.nextField()) {
            String uuid = json.field();
            index(groupIndices, uuid, groups.size());
            groups.add(GroupReader.read(json, uuid));
        }
    }

    private void readNodes() {
        if (hasNodes) {
            json.skip();
            return;
        }
        hasNodes = true;
        json.object();
        while (json.nextField()) {
            String name = json.field();
            index(nodeIndices, name, nodes.size());
            examine(name);
            nodes.add(NodeFields.read(json, name));
        }
    }

    private void readInstances() {
        if (hasInstances) {
            json.skip();
            return;
        }
        hasInstances = true;
        json.object();
        while (json.nextField()) {
            String name = json.field();
            index(instanceIndices, name, instances.size());
            examine(name);
            instances.add(PlacedInstance.read(json, name));
        }
    }

    private void readRequest() {
        if (request.isPresent()) {
            json.skip();
            return;
        }
        request = Optional.of(RequestFields.read(json));
        requestLine = json.line();
    }

    private void index(Map<String, Integer> indices, String name, int index) {
        if (indices.put(name, index) != null) {
            throw json.repeated();
        }
    }

    private void examine(String name) {
        if (!ObjectName.isUsual(name)) {
            unusualNames.putIfAbsent(name, json.place());
        }
    }

    private void present(String field, boolean isPresent) {
        if (!isPresent) {
            throw json.missing(field, ValueKind.OBJECT);
        }
    }

    private List<Node> groupedNodes() {
        List<Node> grouped = new ArrayList<>(nodes.size());
        for (NodeFields node : nodes) {
            Integer group = groupIndices.get(node.group());
            if (group == null) {
                throw json.refused(
                        node.line(),
                        Whereabouts.field("nodes", node.name()) + ".group",
                        "the UUID of a group",
                        quoted(node.group()),
                        "Unknown group '" + readable(node.group()) + "' for node " + readable(node.name()));
            }
            grouped.add(node.in(group));
        }
        return grouped;
    }

    private List<Instance> placedInstances() {
        List<Instance> placed = new ArrayList<>(instances.size());
        for (PlacedInstance each : instances) {
            int primary = node(each, 0);
            Placement placement =
                    each.nodes().size() == 1 ? Placement.on(primary) : new Placement(primary, node(each, 1));
            if (placement.primary() == placement.secondary() && each.instance().template() == DiskTemplate.DRBD) {
                throw refused(each, 1, "another node than the primary", "the same node");
            }
            placed.add(each.instance().withPlacement(placement));
        }
        return placed;
    }

    private int node(PlacedInstance instance, int position) {
        String name = instance.nodes().get(position);
        Integer node = nodeIndices.get(name);
        if (node == null) {
            String owner = readable(instance.instance().name());
            throw refused(
                    instance,
                    position,
                    "the name of a node",
                    "Unknown node '" + readable(name) + "' for instance " + owner);
        }
        return node;
    }

    private ProtocolException refused(PlacedInstance instance, int position, String expected, String why) {
        String path = Whereabouts.field("instances", instance.instance().name()) + ".nodes";
        String name = instance.nodes().get(position);
        return json.refused(instance.line(), Whereabouts.item(path, position), expected, quoted(name), why);
    }
}
