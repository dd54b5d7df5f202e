package org.ballast.hbal.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ballast.cli.text.ShortNames;
import org.ballast.model.Cluster;
import org.ballast.model.Decimals;
import org.ballast.model.ScoreRow;
import org.ballast.model.rules.PlacementRule;

/**
 * What a move is good for.
 *
 * @param changes by how much it changes each row of the score that it changes, weighted, the best first
 * @param served the users' rules that it helps to keep
 * @param nodes what it changes at each of its nodes
 * @param measured whether the load of instances was measured
 */
public record StepReason(
        List<RowChange> changes, List<PlacementRule> served, List<NodeChange> nodes, boolean measured) {
    private static final int MOST_ROWS = 3;
    private static final int MOST_MEASURES = 4;
    private static final int DECIMALS = 4;
    /** Rows that gain less than this part of what the best one gains are not what the move is for. */
    private static final double SHARE_THAT_MATTERS = 0.05;

    private static final String ROOM = "makes room for later moves";

    /** Copies the lists. */
    public StepReason {
        changes = List.copyOf(changes);
        served = List.copyOf(served);
        nodes = List.copyOf(nodes);
    }

    /**
     * By how much a row changes.
     *
     * @param weighted the change of its value times its weight; below 0 if it gets better
     */
    public record RowChange(ScoreRow row, double weighted) {
        /** Returns the row and its change, with a sign. */
        @Override
        public String toString() {
            return row.label() + (weighted < 0 ? " " : " +") + Decimals.fixed(weighted, DECIMALS);
        }
    }

    /** Returns the rows that get better, as many as people like to read. */
    public List<RowChange> improvements() {
        return better().limit(MOST_ROWS).toList();
    }

    private Stream<RowChange> better() {
        return changes.stream().filter(change -> change.weighted() < 0);
    }

    /** Returns by how much the score changes. */
    public double total() {
        return changes.stream().mapToDouble(RowChange::weighted).sum();
    }

    /** Returns the rows that get better in a few words. */
    public String rowsInWords() {
        return improvements().stream().map(RowChange::toString).collect(Collectors.joining(", "));
    }

    /** Returns in a few words which nodes are relieved of what. */
    public String inWords(Cluster cluster, ShortNames names) {
        List<String> parts = new ArrayList<>();
        served.forEach(rule -> parts.add("rule " + rule.shortName()));
        parts.addAll(faults(cluster, names));
        parts.addAll(relief(cluster, names));
        if (parts.isEmpty()) {
            return ROOM;
        }
        String gains = String.join("; ", parts);
        return total() < 0 || !served.isEmpty() ? gains : ROOM + "; " + gains;
    }

    private List<String> faults(Cluster cluster, ShortNames names) {
        Set<String> faults = new LinkedHashSet<>();
        better().map(change -> fault(change.row(), cluster, names))
                .flatMap(Optional::stream)
                .forEach(faults::add);
        return List.copyOf(faults);
    }

    private Optional<String> fault(ScoreRow row, Cluster cluster, ShortNames names) {
        return switch (row) {
            case OFFLINE_INSTANCES, OFFLINE_PRIMARIES ->
                Optional.of("leaves " + named(nodes.stream().filter(NodeChange::offline), cluster, names)
                        + ", which is offline");
            case REDUNDANCY_FAILURES -> {
                List<NodeChange> mended = nodes.stream()
                        .filter(node -> node.failedBefore() && !node.failsAfter())
                        .toList();
                yield Optional.of(
                        mended.isEmpty()
                                ? "fewer instances on nodes that fail N+1"
                                : named(mended.stream(), cluster, names) + " passes N+1 again");
            }
            case CONFLICTING_TAGS -> Optional.of("fewer instances beside one with the same exclusion tag");
            case LOCATION_FAULTS -> Optional.of("fewer instances in a wrong location or with both copies in one");
            case LOCATION_EXCLUSION -> Optional.of("fewer instances with the same exclusion tag in one location");
            case FREE_MEMORY,
                    FREE_DISK,
                    RESERVED_MEMORY,
                    VCPU_RATIO,
                    CPU_LOAD,
                    MEMORY_LOAD,
                    DISK_LOAD,
                    NETWORK_LOAD,
                    SPINDLES,
                    PLANNED_FREE_MEMORY,
                    PLANNED_FREE_DISK,
                    PLANNED_VCPU_RATIO,
                    PLANNED_SPINDLES,
                    RESERVED_MEMORY_TOTAL -> Optional.empty();
        };
    }

    private static String named(Stream<NodeChange> changes, Cluster cluster, ShortNames names) {
        return changes.map(node -> names.of(cluster.nodes().get(node.node())))
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    /** Each figure at the node that it falls most at; where it falls nowhere, an emptier node is filled. */
    private List<String> relief(Cluster cluster, ShortNames names) {
        Map<NodeMeasure, Double> gains = new LinkedHashMap<>();
        better().forEach(change -> NodeMeasure.of(change.row(), measured)
                .ifPresent(measure -> gains.putIfAbsent(measure, change.weighted())));
        double most = better().mapToDouble(RowChange::weighted).min().orElse(0);
        Map<String, Map<NodeMeasure, String>> byNode = new LinkedHashMap<>();
        int told = 0;
        for (Map.Entry<NodeMeasure, Double> gain : gains.entrySet()) {
            NodeMeasure measure = gain.getKey();
            Optional<NodeChange> node = relieved(measure)
                    .filter(change -> falls(change, measure) || gain.getValue() <= SHARE_THAT_MATTERS * most);
            if (node.isPresent() && told < MOST_MEASURES) {
                String name = names.of(cluster.nodes().get(node.get().node()));
                byNode.computeIfAbsent(
                                falls(node.get(), measure) ? name : "fills " + name,
                                _ -> new EnumMap<>(NodeMeasure.class))
                        .put(measure, words(node.get(), measure));
                told++;
            }
        }
        return byNode.entrySet().stream()
                .map(entry -> entry.getKey() + ": "
                        + String.join(", ", entry.getValue().values()))
                .toList();
    }

    private Optional<NodeChange> relieved(NodeMeasure measure) {
        return nodes.stream()
                .filter(node -> !node.offline() && node.change(measure).isPresent())
                .max(Comparator.comparingDouble(
                        node -> node.change(measure).orElseThrow().fall()));
    }

    private static boolean falls(NodeChange node, NodeMeasure measure) {
        return node.change(measure).orElseThrow().fall() > 0;
    }

    private static String words(NodeChange node, NodeMeasure measure) {
        NodeChange.Change change = node.change(measure).orElseThrow();
        return measure.describe(change.before(), change.after());
    }
}
