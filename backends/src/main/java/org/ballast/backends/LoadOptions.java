package org.ballast.backends;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ballast.model.N1Rule;

/**
 * What a run adds to the state of a cluster, whatever its source.
 *
 * @param load how much of their resources instances use
 * @param exclusionTags prefixes of instance tags that exclude each other, without the colon that ends them
 * @param movable which instances may move
 * @param n1Rule how it is judged whether a node could take failovers
 */
public record LoadOptions(MeasuredLoad load, List<String> exclusionTags, MovableInstances movable, N1Rule n1Rule) {
    /** Nothing: load that nobody measured, the cluster's own exclusion tags, and all instances may move. */
    public static final LoadOptions NONE =
            new LoadOptions(MeasuredLoad.NONE, List.of(), new MovableInstances(List.of(), List.of()));

    /** Copies the list. */
    public LoadOptions {
        exclusionTags = List.copyOf(exclusionTags);
    }

    /** Creates options with N+1 judged as by Ganeti 3.0. */
    public LoadOptions(MeasuredLoad load, List<String> exclusionTags, MovableInstances movable) {
        this(load, exclusionTags, movable, N1Rule.REPORTED);
    }

    /** Returns these options with this load. */
    public LoadOptions with(MeasuredLoad newLoad) {
        return new LoadOptions(newLoad, exclusionTags, movable, n1Rule);
    }

    /** Returns these options with N+1 judged by another rule. */
    public LoadOptions with(N1Rule newRule) {
        return new LoadOptions(load, exclusionTags, movable, newRule);
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
