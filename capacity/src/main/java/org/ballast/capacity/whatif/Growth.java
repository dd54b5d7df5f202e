package org.ballast.capacity.whatif;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ballast.capacity.bottleneck.Addition;
import org.ballast.capacity.bottleneck.NodeHardware;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Cluster;
import org.ballast.model.Group;
import org.ballast.model.Node;
import org.ballast.model.NodeRole;
import org.ballast.model.Scenario;

/** The addition of nodes, and of hardware to nodes. */
final class Growth {
    private static final String NODE_PREFIX = "new-node-";
    private static final String GROUP_PREFIX = "new-group-";
    private static final int RESERVED_CPUS = 1;

    private Growth() {}

    static ClusterChange.Effect add(Scenario scenario, ClusterChange.AddNodes change) {
        Cluster cluster = scenario.cluster();
        int group =
                change.group().map(name -> NameFinder.group(scenario, name)).orElseGet(() -> firstAllocatable(cluster));
        List<Node> members =
                cluster.nodes().stream().filter(node -> node.group() == group).toList();
        boolean exclusive = !members.isEmpty()
                && members.stream().allMatch(node -> node.spindles().exclusive());
        return grown(scenario, cluster.groups(), withNodes(cluster, group, change.count(), change.each(), exclusive));
    }

    static ClusterChange.Effect add(Scenario scenario, ClusterChange.AddGroup change) {
        Cluster cluster = scenario.cluster();
        List<Group> groups = new ArrayList<>(cluster.groups());
        Set<String> taken = groups.stream().map(Group::name).collect(Collectors.toSet());
        String name = free(GROUP_PREFIX, 1, taken);
        groups.add(new Group(name, name, change.allocationPolicy(), List.of(), List.of(), cluster.policy()));
        int group = groups.size() - 1;
        return grown(
                scenario, groups, withNodes(cluster, group, change.count(), change.each(), change.exclusiveStorage()));
    }

    static ClusterChange.Effect upgrade(Scenario scenario, ClusterChange.Upgrade change) {
        List<Node> nodes = scenario.cluster().nodes();
        int[] chosen = switch (change.where()) {
            case ClusterChange.Where.Everywhere() ->
                IntStream.range(0, nodes.size()).toArray();
            case ClusterChange.Where.OnNode(String name) -> new int[] {NameFinder.node(scenario, name)};
            case ClusterChange.Where.InGroup(String name) -> {
                int group = NameFinder.group(scenario, name);
                yield IntStream.range(0, nodes.size())
                        .filter(node -> nodes.get(node).group() == group)
                        .toArray();
            }
        };
        SortedMap<Integer, NodeHardware> added = new TreeMap<>();
        for (int node : chosen) {
            if (!nodes.get(node).isOffline()) {
                added.put(node, change.each());
            }
        }
        if (added.isEmpty()) {
            throw new BadChange("there is no node online to add to");
        }
        return new ClusterChange.Effect(Addition.added(scenario, added), Losses.NONE);
    }

    private static int firstAllocatable(Cluster cluster) {
        return IntStream.range(0, cluster.groups().size())
                .filter(group -> cluster.groups().get(group).allocationPolicy() != AllocationPolicy.UNALLOCABLE)
                .findFirst()
                .orElseThrow(() -> new BadChange("no group takes new instances. Maybe name the group?"));
    }

    private static List<Node> withNodes(Cluster cluster, int group, int count, NodeHardware each, boolean exclusive) {
        if (cluster.nodes().size() + count > ClusterChange.MOST_NODES) {
            throw new BadChange("expected at most " + ClusterChange.MOST_NODES + " nodes in all groups, found " + count
                    + " more than " + cluster.nodes().size());
        }
        List<Node> nodes = new ArrayList<>(cluster.nodes());
        Set<String> taken = nodes.stream().map(Node::name).collect(Collectors.toCollection(HashSet::new));
        for (int number = 1; number <= count; number++) {
            String name = free(NODE_PREFIX, number, taken);
            taken.add(name);
            nodes.add(new Node(
                    name,
                    group,
                    NodeRole.NORMAL,
                    new Node.Memory(each.memory(), 0, each.memory()),
                    new Node.Disk(each.disk(), each.disk()),
                    new Node.Cpus(each.cpus(), RESERVED_CPUS, 1),
                    new Node.Spindles(each.spindles(), exclusive ? each.spindles() : 0, exclusive),
                    List.of()));
        }
        return nodes;
    }

    private static String free(String prefix, int from, Set<String> taken) {
        int number = from;
        while (taken.contains(prefix + number)) {
            number++;
        }
        return prefix + number;
    }

    private static ClusterChange.Effect grown(Scenario scenario, List<Group> groups, List<Node> nodes) {
        Cluster cluster = scenario.cluster();
        return new ClusterChange.Effect(
                scenario.with(
                        new Cluster(groups, nodes, cluster.instances(), cluster.tags(), cluster.policy()),
                        scenario.utilisation(),
                        scenario.pinned()),
                Losses.NONE);
    }
}
