package org.ballast.hbal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ballast.cli.FigureGap;
import org.ballast.cli.console.Console;
import org.ballast.cli.text.ShortNames;
import org.ballast.model.Cluster;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.planner.state.ClusterState;

/**
 * The cluster once it was looked for nodes whose capacity is not known, for which the score has no value.
 *
 * @param state the cluster; a search for a whole plan leaves such nodes out, and their instances alone
 * @param leftOut indices of the nodes that are left out
 */
record FigureCheck(ClusterState state, Set<Integer> leftOut) {

    /** Looks for such nodes in the groups that are balanced, and warns of them. */
    static FigureCheck of(
            Console console, HbalOptions options, ClusterState state, List<Integer> groups, ShortNames names) {
        int[] nodes = groups.stream()
                .flatMapToInt(group -> IntStream.of(state.nodesOf(group)))
                .sorted()
                .toArray();
        List<FigureGap> gaps = FigureGap.of(state, nodes);
        Cluster cluster = state.scenario().cluster();
        boolean leavesOut = options.optimize.isWanted();
        if (options.verbosity.level() != 0) {
            (leavesOut ? FigureGap.leftOut(gaps, cluster, names) : FigureGap.warning(gaps, cluster, names))
                    .ifPresent(console::note);
        }
        if (gaps.isEmpty() || !leavesOut) {
            return new FigureCheck(state, Set.of());
        }
        Set<Integer> leftOut = new HashSet<>(gaps.stream().map(FigureGap::node).toList());
        return new FigureCheck(new ClusterState(without(state.scenario(), leftOut)), leftOut);
    }

    private static Scenario without(Scenario scenario, Set<Integer> nodes) {
        Set<Integer> pinned = new HashSet<>(scenario.pinned());
        for (int index = 0; index < scenario.cluster().instances().size(); index++) {
            Placement placement = scenario.cluster().instances().get(index).placement();
            if (nodes.contains(placement.primary()) || nodes.contains(placement.secondary())) {
                pinned.add(index);
            }
        }
        return scenario.withOffline(nodes).withPinned(pinned);
    }
}
