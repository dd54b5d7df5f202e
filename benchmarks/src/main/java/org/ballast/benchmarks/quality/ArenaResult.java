package org.ballast.benchmarks.quality;

import java.util.List;

/**
 * The results of all searches on one cluster.
 *
 * @param arena the cluster
 * @param descent the plan that others are compared with
 * @param runs the searches
 */
record ArenaResult(Arena arena, Figures descent, List<Run> runs) {
    /** Copies the list. */
    ArenaResult {
        runs = List.copyOf(runs);
    }

    /** Returns a search's figure as a part of the descent's. */
    double ratio(Run run) {
        return run.task().ratio(run.figures(), descent);
    }
}
