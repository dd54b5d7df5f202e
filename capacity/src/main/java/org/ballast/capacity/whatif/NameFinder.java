package org.ballast.capacity.whatif;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.ballast.model.Group;
import org.ballast.model.Node;
import org.ballast.model.Scenario;

/** A lookup of the nodes and groups that changes name. */
final class NameFinder {
    private NameFinder() {}

    /** Returns the node of this name, or the only one whose name has these first components. */
    static int node(Scenario scenario, String name) {
        List<String> names = scenario.cluster().nodes().stream().map(Node::name).toList();
        List<Integer> exact = indices(names, name::equals);
        return only("node", name, exact.isEmpty() ? indices(names, each -> each.startsWith(name + ".")) : exact);
    }

    /** Returns the group of this name, or this identity. */
    static int group(Scenario scenario, String name) {
        List<Group> groups = scenario.cluster().groups();
        List<Integer> exact = indices(groups.stream().map(Group::name).toList(), name::equals);
        return only(
                "group",
                name,
                exact.isEmpty() ? indices(groups.stream().map(Group::uuid).toList(), name::equals) : exact);
    }

    private static int only(String kind, String name, List<Integer> found) {
        return switch (found.size()) {
            case 0 -> throw new BadChange("unknown " + kind + " '" + name + "'");
            case 1 -> found.getFirst();
            default ->
                throw new BadChange(
                        "'" + name + "' stands for " + found.size() + " " + kind + "s. Maybe give the full name?");
        };
    }

    private static List<Integer> indices(List<String> names, Predicate<String> wanted) {
        return IntStream.range(0, names.size())
                .filter(index -> wanted.test(names.get(index)))
                .boxed()
                .toList();
    }
}
