package org.ballast.benchmarks.quality;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.ballast.backends.ClusterLoader;
import org.ballast.backends.ClusterSource;
import org.ballast.model.Cluster;
import org.ballast.model.Scenario;
import org.ballast.planner.state.ClusterState;
import org.ballast.testkit.RandomClusters;

/**
 * A cluster to balance.
 *
 * @param kind what it has in common with others of which the mean is shown
 * @param name what tells it from them
 * @param scenario the cluster itself
 * @param groups its groups that have nodes; the score is the sum of theirs
 */
record Arena(String kind, String name, Scenario scenario, List<Integer> groups) {
    /** Copies the list. */
    Arena {
        groups = List.copyOf(groups);
    }

    /** Returns a generated cluster. */
    static Arena generated(int nodes, int instancesPerNode, long seed) {
        Cluster cluster = RandomClusters.skewed(nodes, instancesPerNode, seed);
        String kind = nodes + " nodes, " + nodes * instancesPerNode + " instances";
        return of(kind, nodes + " nodes, seed " + seed, Scenario.of(cluster));
    }

    /** Returns the cluster in a file. */
    static Arena read(Path file) {
        String name = file.getFileName().toString();
        return of(
                name, name, ClusterLoader.load(new ClusterSource.TextFile(file)).scenario());
    }

    private static Arena of(String kind, String name, Scenario scenario) {
        ClusterState state = new ClusterState(scenario);
        List<Integer> groups = IntStream.range(0, scenario.cluster().groups().size())
                .filter(group -> state.nodesOf(group).length > 0)
                .boxed()
                .toList();
        return new Arena(kind, name, scenario, groups);
    }

    /** Returns how many nodes there are. */
    int nodes() {
        return scenario.cluster().nodes().size();
    }
}
