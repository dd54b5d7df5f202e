package org.ballast.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ballast.cli.text.ShortNames;
import org.ballast.model.Cluster;
import org.ballast.model.Score;
import org.ballast.model.ScoreRow;
import org.ballast.planner.score.ScoreSheet;
import org.ballast.planner.state.ClusterState;

/**
 * A node that takes instances, but whose capacity is not on record, so that the score has no value: ratios of it cannot be
 * told.
 *
 * @param node index of the node
 * @param missing what it has none of
 */
public record FigureGap(int node, List<String> missing) {
    /** So many nodes are named in one warning: there may be as many as the cluster has. */
    private static final int MOST_NAMED = 5;

    /** Copies the list. */
    public FigureGap {
        missing = List.copyOf(missing);
    }

    /** Finds such nodes among these. */
    public static List<FigureGap> of(ClusterState state, int[] nodes) {
        List<FigureGap> gaps = new ArrayList<>();
        if (Double.isFinite(new ScoreSheet(state, nodes).total())) {
            return gaps;
        }
        for (int node : nodes) {
            if (!state.isOffline(node)) {
                Set<String> missing = missing(new ScoreSheet(state, new int[] {node}).score());
                if (!missing.isEmpty()) {
                    gaps.add(new FigureGap(node, List.copyOf(missing)));
                }
            }
        }
        return gaps;
    }

    /** Finds such nodes in all groups. */
    public static List<FigureGap> ofGroups(ClusterState state) {
        return Groups.populated(state).stream()
                .flatMap(group -> of(state, state.nodesOf(group)).stream())
                .toList();
    }

    private static Set<String> missing(Score score) {
        Set<String> missing = new TreeSet<>();
        for (Score.Component component : score.components()) {
            if (!Double.isFinite(component.value())) {
                resource(component.row()).ifPresent(missing::add);
            }
        }
        return missing;
    }

    /** Returns what a node has none of if it has no value for a row. */
    private static Optional<String> resource(ScoreRow row) {
        return switch (row) {
            case FREE_MEMORY, PLANNED_FREE_MEMORY, RESERVED_MEMORY, RESERVED_MEMORY_TOTAL -> Optional.of("memory");
            case FREE_DISK, PLANNED_FREE_DISK -> Optional.of("disk space");
            case VCPU_RATIO, PLANNED_VCPU_RATIO -> Optional.of("CPUs");
            case SPINDLES, PLANNED_SPINDLES -> Optional.of("spindles");
            // What makes those endless is the file of loads, and the node is not to blame.
            case CPU_LOAD,
                    MEMORY_LOAD,
                    DISK_LOAD,
                    NETWORK_LOAD,
                    REDUNDANCY_FAILURES,
                    OFFLINE_INSTANCES,
                    OFFLINE_PRIMARIES,
                    CONFLICTING_TAGS,
                    LOCATION_FAULTS,
                    LOCATION_EXCLUSION -> Optional.empty();
        };
    }

    /** Returns a warning in one line that names the nodes, and the cure; nothing if there are none. */
    public static Optional<String> warning(List<FigureGap> gaps, Cluster cluster, ShortNames names) {
        return warning(gaps, cluster, names, Use.BALANCING);
    }

    /**
     * Returns a warning in one line that names the nodes, what suffers, and the cure; nothing if there are none.
     *
     * @param use what the score is for
     */
    public static Optional<String> warning(List<FigureGap> gaps, Cluster cluster, ShortNames names, Use use) {
        return text(
                gaps,
                cluster,
                names,
                " on record: the score has no value, and " + use.words + "; leave " + (gaps.size() == 1 ? "it" : "them")
                        + " out with " + options(gaps, cluster));
    }

    /** What suffers if the score has no value. */
    public enum Use {
        /** No move is better than another. */
        BALANCING("balancing finds nothing"),
        /** No place for a new instance is better than another. */
        PLACING("places for instances are not compared");

        private final String words;

        Use(String words) {
            this.words = words;
        }
    }

    /** Returns a warning in one line that these nodes are left out; nothing if there are none. */
    public static Optional<String> leftOut(List<FigureGap> gaps, Cluster cluster, ShortNames names) {
        return text(gaps, cluster, names, " on record; left out, as " + options(gaps, cluster) + " does");
    }

    private static Optional<String> text(List<FigureGap> gaps, Cluster cluster, ShortNames names, String consequence) {
        if (gaps.isEmpty()) {
            return Optional.empty();
        }
        String nodes = gaps.stream()
                .limit(MOST_NAMED)
                .map(gap -> "node " + names.of(cluster.nodes().get(gap.node())) + " has no "
                        + String.join(" and no ", gap.missing()))
                .collect(Collectors.joining(", "));
        int more = gaps.size() - MOST_NAMED;
        return Optional.of("Warning: " + nodes + (more > 0 ? ", and " + more + " more" : "") + consequence);
    }

    private static String options(List<FigureGap> gaps, Cluster cluster) {
        return gaps.stream()
                        .limit(MOST_NAMED)
                        .map(gap -> "-O " + cluster.nodes().get(gap.node()).name())
                        .collect(Collectors.joining(" "))
                + (gaps.size() > MOST_NAMED ? " ..." : "");
    }
}
