package org.ballast.backends;

import java.nio.file.Path;
import java.util.List;

/** Where the state of a cluster is read from. {@link ClusterLoader} says how. */
public sealed interface ClusterSource {
    /**
     * A file in the text format.
     *
     * @param file the file
     */
    record TextFile(Path file) implements ClusterSource {}

    /**
     * The groups of an imaginary cluster.
     *
     * @param descriptions what they are like, as {@link org.ballast.backends.simulation.Simulation} reads it
     */
    record SimulatedGroups(List<String> descriptions) implements ClusterSource {
        /** Copies the list. */
        public SimulatedGroups {
            descriptions = List.copyOf(descriptions);
        }
    }

    /**
     * A request to an allocator, which holds the cluster too.
     *
     * @param file the file with the request
     * @param nodeMemory what its nodes take for themselves where they run KVM
     */
    record AllocationRequest(Path file, StaticNodeMemory nodeMemory) implements ClusterSource {}
}
