package org.ballast.planner.rules;

import java.util.List;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;

/** Where each instance is at the start; never changed. */
final class Homes {
    final int[] primary;
    final int[] secondary;

    Homes(Cluster cluster) {
        List<Instance> instances = cluster.instances();
        primary = new int[instances.size()];
        secondary = new int[instances.size()];
        for (int i = 0; i < instances.size(); i++) {
            primary[i] = instances.get(i).placement().primary();
            secondary[i] = instances.get(i).placement().secondary();
        }
    }
}
