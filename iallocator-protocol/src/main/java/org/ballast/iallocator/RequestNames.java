package org.ballast.iallocator;

import static org.ballast.iallocator.Excerpt.quoted;
import static org.ballast.iallocator.Excerpt.readable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ballast.model.Group;

/**
 * Lookup of the objects that a request names. Some requests may leave out the domain that the names of all nodes and
 * instances share, and have a group's name for its UUID; but a name must stand for one object only.
 *
 * @param json where the request was read, for refusals
 * @param groups the groups
 * @param nodes indices of the nodes by their names
 * @param instances indices of the instances by their names
 */
record RequestNames(JsonCursor json, List<Group> groups, Map<String, Integer> nodes, Map<String, Integer> instances) {

    /**
     * Returns the request with full names and UUIDs.
     *
     * @param line the line that the request ends in
     */
    Request resolve(Request request, int line) {
        // No switch over types: to link one takes the virtual machine milliseconds, for which a caller is waiting.
        if (request instanceof Request.Relocate relocate) {
            return new Request.Relocate(
                    existing(relocate.instance(), line),
                    relocate.requiredNodes(),
                    all(relocate.relocateFrom(), nodes, "request.relocate_from", "the name of a node", line));
        }
        if (request instanceof Request.NodeEvacuate evacuate) {
            return new Request.NodeEvacuate(instances(evacuate.instances(), line), evacuate.mode());
        }
        if (request instanceof Request.ChangeGroup change) {
            return new Request.ChangeGroup(instances(change.instances(), line), groups(change.targetGroups(), line));
        }
        if (request instanceof Request.AllocateSecondary allocate) {
            return new Request.AllocateSecondary(existing(allocate.instance(), line));
        }
        return request;
    }

    private String existing(String name, int line) {
        if (instances.containsKey(name)) {
            return name;
        }
        throw json.refused(
                line,
                "request.name",
                "the full name of an instance",
                quoted(name),
                "Unknown instance '" + readable(name) + "'");
    }

    private List<String> instances(List<String> typed, int line) {
        return all(typed, instances, "request.instances", "the name of an instance", line);
    }

    private List<String> all(List<String> typed, Map<String, Integer> known, String path, String expected, int line) {
        String suffix = commonSuffix();
        List<String> found = new ArrayList<>(typed.size());
        for (String name : typed) {
            String completed = name.concat(suffix);
            boolean isFull = known.containsKey(name);
            boolean isAlias = !suffix.isEmpty() && known.containsKey(completed);
            if (isFull == isAlias) {
                throw unknown(line, Whereabouts.item(path, found.size()), expected, name);
            }
            found.add(isFull ? name : completed);
        }
        return found;
    }

    private List<String> groups(List<String> typed, int line) {
        List<String> found = new ArrayList<>(typed.size());
        for (String name : typed) {
            List<String> matches = new ArrayList<>(1);
            for (Group group : groups) {
                if (group.name().equals(name) || group.uuid().equals(name)) {
                    matches.add(group.uuid());
                }
            }
            if (matches.size() != 1) {
                String path = Whereabouts.item("request.target_groups", found.size());
                throw unknown(line, path, "the name or UUID of exactly one group", name);
            }
            found.add(matches.getFirst());
        }
        return found;
    }

    private ProtocolException unknown(int line, String path, String expected, String name) {
        return json.refused(
                line, path, expected, quoted(name), "Wrong number of elems found with name " + readable(name));
    }

    /** Returns the longest ending from a dot on that all names share; nothing if there is none. */
    private String commonSuffix() {
        for (String first : nodes.keySet()) {
            for (int dot = first.indexOf('.'); dot >= 0; dot = first.indexOf('.', dot + 1)) {
                String suffix = first.substring(dot);
                if (isShared(suffix, nodes) && isShared(suffix, instances)) {
                    return suffix;
                }
            }
            return "";
        }
        return "";
    }

    private static boolean isShared(String suffix, Map<String, Integer> names) {
        for (String name : names.keySet()) {
            if (!name.endsWith(suffix)) {
                return false;
            }
        }
        return true;
    }
}
