package org.ballast.optimizer.target;

import java.util.List;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate.Mirroring;
import org.ballast.model.Instance;
import org.ballast.model.Placement;
import org.ballast.optimizer.cost.Cost;
import org.ballast.optimizer.cost.Rates;

/**
 * The cost of bringing an instance from where it was to another place, by the cheapest real moves: an instance with a
 * mirror whose two nodes both change has its disks copied twice.
 */
final class RelocationCost {
    private final Mirroring[] mirroring;
    private final int[] firstPrimary;
    private final int[] firstSecondary;
    private final long[] copyMib;
    /** What it takes to leave the first primary node, and then the node that was the secondary at first. */
    private final long[] firstMib;

    private final long[] secondMib;
    private final int[] firstRestarts;
    private final int[] secondRestarts;
    private final long[] copyMillis;
    private final long[] firstMillis;
    private final long[] secondMillis;

    RelocationCost(Cluster cluster, Rates rates, int[] firstPrimary, int[] firstSecondary) {
        this.firstPrimary = firstPrimary;
        this.firstSecondary = firstSecondary;
        List<Instance> instances = cluster.instances();
        int count = instances.size();
        mirroring = new Mirroring[count];
        copyMib = new long[count];
        firstMib = new long[count];
        secondMib = new long[count];
        firstRestarts = new int[count];
        secondRestarts = new int[count];
        copyMillis = new long[count];
        firstMillis = new long[count];
        secondMillis = new long[count];
        for (int i = 0; i < count; i++) {
            Instance instance = instances.get(i);
            mirroring[i] = instance.template().mirroring();
            Cost copy = mirroring[i] == Mirroring.NONE ? rates.copyWhileDown(instance) : rates.copy(instance);
            Cost first = rates.change(instance, rates.changes().of(cluster, i, firstPrimary[i]));
            Cost second = rates.change(instance, rates.changes().of(cluster, i, firstSecondary[i]));
            copyMib[i] = copy.dataMib();
            firstMib[i] = first.dataMib();
            secondMib[i] = second.dataMib();
            firstRestarts[i] = (int) first.restarts();
            secondRestarts[i] = (int) second.restarts();
            copyMillis[i] = Math.round(1000 * copy.work());
            firstMillis[i] = Math.round(1000 * first.work());
            secondMillis[i] = Math.round(1000 * second.work());
        }
    }

    /** Returns how often the disks are copied. */
    int copies(int i, int primary, int secondary) {
        return switch (mirroring[i]) {
            case NONE -> primary == firstPrimary[i] ? 0 : 1;
            case EXTERNAL -> 0;
            case INTERNAL -> (isNew(i, primary) ? 1 : 0) + (isNew(i, secondary) ? 1 : 0);
        };
    }

    /** Returns how often the primary node changes. */
    int changes(int i, int primary, int secondary) {
        if (primary == firstPrimary[i] || mirroring[i] == Mirroring.NONE) {
            return 0;
        }
        boolean throughSecondary =
                mirroring[i] == Mirroring.INTERNAL && secondary == firstSecondary[i] && secondary != Placement.NONE;
        return throughSecondary ? 2 : 1;
    }

    private boolean isNew(int i, int node) {
        return node != firstPrimary[i] && node != firstSecondary[i];
    }

    /** Returns how many moves it is. */
    int moves(int i, int primary, int secondary) {
        if (primary == firstPrimary[i] && secondary == firstSecondary[i]) {
            return 0;
        }
        return Math.max(1, copies(i, primary, secondary));
    }

    /** Returns the data that goes over the network, in MiB. */
    long dataMib(int i, int primary, int secondary) {
        int changes = changes(i, primary, secondary);
        return copies(i, primary, secondary) * copyMib[i]
                + (changes > 0 ? firstMib[i] : 0)
                + (changes > 1 ? secondMib[i] : 0);
    }

    /** Returns how often the instance is restarted because it must not be migrated live. */
    int restarts(int i, int primary, int secondary) {
        int changes = changes(i, primary, secondary);
        return (changes > 0 ? firstRestarts[i] : 0) + (changes > 1 ? secondRestarts[i] : 0);
    }

    /** Returns the data, with what a restart counts as. */
    double pricedMib(int i, int primary, int secondary) {
        return dataMib(i, primary, secondary) + Objective.RESTART_MIB * restarts(i, primary, secondary);
    }

    /** Returns the data of a usual move, in MiB. */
    long typicalMib(int i) {
        return mirroring[i] == Mirroring.EXTERNAL ? firstMib[i] : copyMib[i];
    }

    /** Returns the milliseconds that it takes if nothing else is done. */
    long work(int i, int primary, int secondary) {
        int changes = changes(i, primary, secondary);
        return copies(i, primary, secondary) * copyMillis[i]
                + (changes > 0 ? firstMillis[i] : 0)
                + (changes > 1 ? secondMillis[i] : 0);
    }
}
