package org.ballast.capacity.whatif;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Node;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.model.Utilisation;
import org.ballast.planner.place.n1.NodeLossRecovery;
import org.ballast.planner.state.ClusterState;

/** The loss of nodes. They stay in the list, offline and without resources, so that all others keep their numbers. */
final class Loss {
    private final Scenario scenario;
    private final Set<Integer> lost;

    private Loss(Scenario scenario, Set<Integer> lost) {
        this.scenario = scenario;
        this.lost = lost;
    }

    static ClusterChange.Effect of(Scenario scenario, int node) {
        return new Loss(scenario, Set.of(node)).effect();
    }

    static ClusterChange.Effect ofGroup(Scenario scenario, int group) {
        List<Node> nodes = scenario.cluster().nodes();
        List<Integer> members = IntStream.range(0, nodes.size())
                .filter(node -> nodes.get(node).group() == group)
                .boxed()
                .toList();
        return new Loss(scenario, Set.copyOf(members)).effect();
    }

    private ClusterChange.Effect effect() {
        ClusterState state = new ClusterState(scenario.withOffline(lost));
        long[] before = memoryOfInstances(state);
        NodeLossRecovery.Outcome outcome = NodeLossRecovery.of(state, lost);
        long[] after = memoryOfInstances(state);
        List<Node> nodes = new ArrayList<>(state.toCluster().nodes());
        for (int n = 0; n < nodes.size(); n++) {
            Node node = nodes.get(n);
            nodes.set(
                    n,
                    lost.contains(n)
                            ? Node.unreachable(node.name(), node.group())
                            : withFreeMemory(node, node.memory().free() - (after[n] - before[n])));
        }
        return new ClusterChange.Effect(remaining(state, nodes, outcome), losses(state, outcome));
    }

    private static long[] memoryOfInstances(ClusterState state) {
        return IntStream.range(0, state.scenario().cluster().nodes().size())
                .mapToLong(node -> state.report(node).instanceMemory())
                .toArray();
    }

    /** Instances on their new nodes and nothing of those that are stranded. */
    private Scenario remaining(ClusterState state, List<Node> nodes, NodeLossRecovery.Outcome outcome) {
        Set<Integer> stranded = new HashSet<>(outcome.stranded());
        List<Instance> instances = new ArrayList<>();
        List<Utilisation> utilisation = new ArrayList<>();
        Set<Integer> pinned = new HashSet<>();
        for (int i = 0; i < state.instanceCount(); i++) {
            if (stranded.contains(i)) {
                continue;
            }
            if (scenario.pinned().contains(i)) {
                pinned.add(instances.size());
            }
            Placement placement = state.placement(i);
            instances.add(state.instance(i)
                    .withPlacement(
                            lost.contains(placement.secondary()) ? Placement.on(placement.primary()) : placement));
            utilisation.add(scenario.utilisation().get(i));
        }
        Cluster cluster = scenario.cluster();
        return scenario.with(
                new Cluster(cluster.groups(), nodes, instances, cluster.tags(), cluster.policy()), utilisation, pinned);
    }

    private static Losses losses(ClusterState state, NodeLossRecovery.Outcome outcome) {
        IntFunction<String> name = i -> state.instance(i).name();
        return new Losses(
                names(outcome.displaced(), name),
                names(outcome.recreated(), name),
                names(outcome.stranded(), name),
                names(outcome.unmirrored(), name));
    }

    private static List<String> names(List<Integer> instances, IntFunction<String> name) {
        return instances.stream().map(name::apply).toList();
    }

    private static Node withFreeMemory(Node node, long memoryFree) {
        return new Node(
                node.name(),
                node.group(),
                node.role(),
                new Node.Memory(node.memory().total(), node.memory().reserved(), memoryFree),
                new Node.Disk(node.disk().total(), node.disk().free()),
                new Node.Cpus(
                        node.cpus().total(), node.cpus().reserved(), node.cpus().speed()),
                new Node.Spindles(
                        node.spindles().total(),
                        node.spindles().free(),
                        node.spindles().exclusive()),
                node.tags());
    }
}
