package org.ballast.backends;

import java.util.ArrayList;
import java.util.List;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Node;
import org.ballast.model.SafeText;

/** Nodes where more memory or disk space is gone than the node itself and its instances take. */
final class MissingResources {
    /** Less than this much missing memory, in MiB, is taken for rounding and overhead. */
    private static final long MEMORY_TOLERANCE = 512;
    /** Likewise for disk space, in MiB. */
    private static final long DISK_TOLERANCE = 1024;

    private static final long MEBIBYTES_PER_GIBIBYTE = 1024;

    private MissingResources() {}

    /** Returns one line for each such node, the last node first. */
    static List<String> warnings(Cluster cluster) {
        int nodes = cluster.nodes().size();
        long[] memory = new long[nodes];
        long[] disk = new long[nodes];
        for (Instance instance : cluster.instances()) {
            add(instance, memory, disk);
        }
        List<String> warnings = new ArrayList<>();
        for (int index = nodes - 1; index >= 0; index--) {
            Node node = cluster.nodes().get(index);
            long missingMemory = truncated(node.memory().total())
                    - node.memory().reserved()
                    - memory[index]
                    - node.memory().free();
            long missingDisk = truncated(node.disk().total()) - node.disk().free() - disk[index];
            if (missingMemory > MEMORY_TOLERANCE || missingDisk > DISK_TOLERANCE) {
                warnings.add("node " + SafeText.of(node.name()) + " is missing " + missingMemory + " MB ram and "
                        + Math.floorDiv(missingDisk, MEBIBYTES_PER_GIBIBYTE) + " GB disk");
            }
        }
        return warnings;
    }

    private static void add(Instance instance, long[] memory, long[] disk) {
        if (instance.forthcoming()) {
            return;
        }
        int primary = instance.placement().primary();
        int secondary = instance.placement().secondary();
        // Ganeti forgets the primary role of an instance whose two nodes are one, which only text files can hold.
        if (primary != secondary) {
            memory[primary] += instance.usesMemory() ? instance.memory() : 0;
            disk[primary] += instance.disk();
        }
        if (instance.placement().hasSecondary()) {
            disk[secondary] += instance.disk();
        }
    }

    /**
     * Cuts off the fraction; what is out of range becomes the smallest number, as the processor's conversion has it.
     */
    private static long truncated(double value) {
        boolean isInRange = value > -0x1p63 && value < 0x1p63;
        return isInRange ? (long) value : Long.MIN_VALUE;
    }
}
