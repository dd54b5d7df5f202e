package org.ballast.hspace.study;

import java.util.List;
import java.util.function.IntConsumer;
import org.ballast.capacity.CandidateNodes;
import org.ballast.capacity.CapacityRules;
import org.ballast.capacity.bottleneck.Bottleneck;
import org.ballast.capacity.bottleneck.Expansion;
import org.ballast.capacity.bottleneck.ExpansionEffort;
import org.ballast.capacity.bottleneck.Reserves;
import org.ballast.planner.state.ClusterState;

/**
 * The reasons for which no more instances of the standard size fit.
 *
 * @param bottleneck what stops the next one on each node of the filled cluster
 * @param before what failures keep reserved in the cluster as it is
 * @param after the same in the filled one
 * @param expansions how much hardware would have to be added for a few more, and for some more
 */
public record BottleneckDiagnosis(Bottleneck bottleneck, Reserves before, Reserves after, List<Expansion> expansions) {
    private static final List<Integer> MORE = List.of(1, 10);

    /** Copies the list. */
    public BottleneckDiagnosis {
        expansions = List.copyOf(expansions);
    }

    /** Returns the diagnosis of a cluster and the same one filled. */
    static BottleneckDiagnosis of(
            ClusterState initial, Fill standard, CandidateNodes candidateNodes, IntConsumer progress) {
        int fitting = standard.outcome().count();
        int nodes = initial.scenario().cluster().nodes().size();
        CapacityRules rules = candidateNodes.rules();
        return new BottleneckDiagnosis(
                Bottleneck.of(standard.state(), candidateNodes, standard.first()),
                Reserves.of(initial),
                Reserves.of(standard.state()),
                MORE.stream()
                        .map(more -> Expansion.search(
                                initial.scenario(),
                                rules,
                                standard.first(),
                                more,
                                ExpansionEffort.of(nodes, fitting, standard.first()),
                                progress))
                        .toList());
    }
}
