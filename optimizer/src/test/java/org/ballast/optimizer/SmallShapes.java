package org.ballast.optimizer;

import org.ballast.model.Cluster;
import org.ballast.model.Scenario;
import org.ballast.testkit.ClusterShape;
import org.ballast.testkit.RandomClusters;

/** Clusters that are small enough for every state to be looked at. */
final class SmallShapes {
    private SmallShapes() {}

    /** Returns a cluster of three nodes and five instances with mirrors, some of which are stopped or exclude others. */
    static Scenario enumerable(long seed) {
        for (long attempt = seed * 1000; ; attempt++) {
            Cluster cluster = RandomClusters.of(attempt, shape(3, 5));
            if (cluster.instances().size() == 5) {
                return Scenario.of(cluster);
            }
        }
    }

    /** Returns a cluster of one group and a few more instances. */
    static Scenario small(long seed) {
        return Scenario.of(RandomClusters.of(seed, shape(5, 12)));
    }

    private static ClusterShape shape(int nodes, int instances) {
        return new ClusterShape(
                new ClusterShape.Sizes(1, nodes, instances),
                new ClusterShape.Hardware(0.5, 0, 0, 0, 0, 0, 0, 0),
                new ClusterShape.Workload(
                        1, ClusterShape.PLAIN.workload().others(), 0.15, 0, 0, 0, 0.3, 0.5, 0.45, 0.4, 1),
                new ClusterShape.Tagging(0.2, 0, 0, 0),
                new ClusterShape.Faults(0, 0, 0, 0, 0, 0));
    }
}
