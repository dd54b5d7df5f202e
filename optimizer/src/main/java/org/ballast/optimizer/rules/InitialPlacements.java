package org.ballast.optimizer.rules;

import java.util.List;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;

/** The placement of each instance at the start; never changed. */
final class InitialPlacements {
    final int[] primary;
    final int[] secondary;

    InitialPlacements(Cluster cluster) {
        List<Instance> instances = cluster.instances();
        primary = new int[instances.size()];
        secondary = new int[instances.size()];
        for (int i = 0; i < instances.size(); i++) {
            primary[i] = instances.get(i).placement().primary();
            secondary[i] = instances.get(i).placement().secondary();
        }
    }
}
