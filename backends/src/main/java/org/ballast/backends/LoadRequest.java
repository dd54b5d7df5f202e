package org.ballast.backends;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to load, as a command line says it.
 *
 * @param textFile a file in the text format
 * @param simulation descriptions of groups of an imaginary cluster, see {@link
 *     org.ballast.backends.simulation.Simulation}; where there are any, other sources do not count
 * @param iallocatorFile a request to an allocator, which holds the cluster too; does not count beside other sources
 * @param nodeMemory what nodes take for themselves in a source that names the hypervisor
 * @param utilisationFile a file with the measured load of instances
 * @param ignoreUtilisation whether to take all load as zero, measured or not
 * @param exclusionTags prefixes of instance tags that exclude each other, without the colon that ends them
 * @param selectedInstances the only instances that may move, by full name or its first components; none means all
 * @param excludedInstances instances that must not move, by full name or its first components
 */
public record LoadRequest(
        Optional<Path> textFile,
        List<String> simulation,
        Optional<Path> iallocatorFile,
        StaticNodeMemory nodeMemory,
        Optional<Path> utilisationFile,
        boolean ignoreUtilisation,
        List<String> exclusionTags,
        List<String> selectedInstances,
        List<String> excludedInstances) {

    /** Copies the lists. */
    public LoadRequest {
        simulation = List.copyOf(simulation);
        exclusionTags = List.copyOf(exclusionTags);
        selectedInstances = List.copyOf(selectedInstances);
        excludedInstances = List.copyOf(excludedInstances);
    }

    /** Returns the request for a text file and nothing else. */
    public static LoadRequest of(Path textFile) {
        return new LoadRequest(
                Optional.of(textFile),
                List.of(),
                Optional.empty(),
                StaticNodeMemory.USUAL,
                Optional.empty(),
                false,
                List.of(),
                List.of(),
                List.of());
    }
}
