package org.ballast.backends;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a run adds to the state of a cluster, whatever its source.
 *
 * @param load how much of their resources instances use
 * @param exclusionTags prefixes of instance tags that exclude each other, without the colon that ends them
 * @param movable which instances may move
 */
public record LoadOptions(MeasuredLoad load, List<String> exclusionTags, MovableInstances movable) {
    /** Nothing: load that nobody measured, the cluster's own exclusion tags, and all instances may move. */
    public static final LoadOptions NONE =
            new LoadOptions(MeasuredLoad.NONE, List.of(), new MovableInstances(List.of(), List.of()));

    /** Copies the list. */
    public LoadOptions {
        exclusionTags = List.copyOf(exclusionTags);
    }

    /** Returns these options with this load. */
    public LoadOptions with(MeasuredLoad newLoad) {
        return new LoadOptions(newLoad, exclusionTags, movable);
    }

    /**
     * The load of instances.
     *
     * @param file where it was measured
     * @param ignored whether to take all load as zero, measured or not
     */
    public record MeasuredLoad(Optional<Path> file, boolean ignored) {
        /** Nothing was measured, so that all instances count alike. */
        public static final MeasuredLoad NONE = new MeasuredLoad(Optional.empty(), false);
    }

    /**
     * The instances that may move, by full names or their first components.
     *
     * @param selected the only ones; none means all
     * @param excluded those that must not
     */
    public record MovableInstances(List<String> selected, List<String> excluded) {
        /** Copies the lists. */
        public MovableInstances {
            selected = List.copyOf(selected);
            excluded = List.copyOf(excluded);
        }
    }
}
