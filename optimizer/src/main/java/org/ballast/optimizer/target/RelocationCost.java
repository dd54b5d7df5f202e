package org.ballast.optimizer.target;

import java.util.List;
import org.ballast.model.DiskTemplate.Mirroring;
import org.ballast.model.Instance;
import org.ballast.model.Placement;
import org.ballast.optimizer.cost.Cost;
import org.ballast.optimizer.cost.Rates;

/**
 * What it takes to bring an instance from where it was to another place, by the cheapest real moves: an instance with a
 * mirror whose two nodes both change has its disks copied twice.
 */
final class RelocationCost {
    private final Mirroring[] mirroring;
    private final int[] firstPrimary;
    private final int[] firstSecondary;
    private final long[] copyMib;
    private final long[] changeMib;
    private final long[] copyMillis;
    private final long[] changeMillis;

    RelocationCost(List<Instance> instances, Rates rates, int[] firstPrimary, int[] firstSecondary) {
        this.firstPrimary = firstPrimary;
        this.firstSecondary = firstSecondary;
        int count = instances.size();
        mirroring = new Mirroring[count];
        copyMib = new long[count];
        changeMib = new long[count];
        copyMillis = new long[count];
        changeMillis = new long[count];
        for (int i = 0; i < count; i++) {
            Instance instance = instances.get(i);
            mirroring[i] = instance.template().mirroring();
            Cost copy = mirroring[i] == Mirroring.NONE ? rates.copyWhileDown(instance) : rates.copy(instance);
            Cost change = rates.change(instance);
            copyMib[i] = copy.dataMib();
            changeMib[i] = change.dataMib();
            copyMillis[i] = Math.round(1000 * copy.work());
            changeMillis[i] = Math.round(1000 * change.work());
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
        return copies(i, primary, secondary) * copyMib[i] + changes(i, primary, secondary) * changeMib[i];
    }

    /** Returns the data of a usual move, in MiB. */
    long typicalMib(int i) {
        return mirroring[i] == Mirroring.EXTERNAL ? changeMib[i] : copyMib[i];
    }

    /** Returns the milliseconds that it takes if nothing else is done. */
    long work(int i, int primary, int secondary) {
        return copies(i, primary, secondary) * copyMillis[i] + changes(i, primary, secondary) * changeMillis[i];
    }
}
