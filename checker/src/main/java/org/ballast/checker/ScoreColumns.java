package org.ballast.checker;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ballast.model.NodeFigures;
import org.ballast.model.ScoreRow;

/** The contribution of each of some nodes to each row of the score, in the order of the nodes' indices. */
final class ScoreColumns {
    private final Map<Integer, Integer> positions = new HashMap<>();
    private final double[][] values;
    private final Map<Integer, Map<DomainTag, Integer>> pairsOfNode = new HashMap<>();
    private final Map<DomainTag, Integer> pairs = new HashMap<>();

    /** A failure domain and an exclusion tag that instances in it carry. */
    private record DomainTag(String domain, String tag) {}

    ScoreColumns(List<CheckedNode> nodes) {
        values = new double[ScoreRow.ALL.size()][nodes.size()];
        nodes.stream().sorted(Comparator.comparingInt(CheckedNode::index)).forEach(node -> {
            positions.put(node.index(), positions.size());
            update(node);
        });
    }

    boolean isEmpty() {
        return positions.isEmpty();
    }

    /** Writes down the node's contribution, if it is one of these nodes. */
    void update(CheckedNode node) {
        if (!positions.containsKey(node.index())) {
            return;
        }
        NodeFigures figures = new CheckedFigures(node);
        for (ScoreRow row : ScoreRow.ALL) {
            values[row.ordinal()][positions.get(node.index())] = row.contribution(figures);
        }
        pairsOfNode.getOrDefault(node.index(), Map.of()).forEach((pair, count) -> addTo(pairs, pair, -count));
        Map<DomainTag, Integer> counted = countPairs(node);
        counted.forEach((pair, count) -> addTo(pairs, pair, count));
        pairsOfNode.put(node.index(), counted);
    }

    double sum(ScoreRow row) {
        double sum = 0;
        for (double value : values[row.ordinal()]) {
            sum += value;
        }
        return sum;
    }

    /** Returns the population standard deviation, taken in two passes as the differences from the mean are tiny. */
    double spread(ScoreRow row) {
        double[] column = values[row.ordinal()];
        double mean = sum(row) / column.length;
        double squares = 0;
        for (double value : column) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / column.length);
    }

    /** Returns how many instances carry a tag in a failure domain beyond the first, summed over all such pairs. */
    double sharedPairs() {
        return pairs.values().stream().mapToLong(count -> count - 1).sum();
    }

    private static Map<DomainTag, Integer> countPairs(CheckedNode node) {
        Map<DomainTag, Integer> count = new HashMap<>();
        node.primaries()
                .map(Residence.Primary::resident)
                .filter(CheckedInstance::isReal)
                .forEach(resident -> {
                    for (String domain : node.loaded().locations()) {
                        resident.exclusionTags().forEach(tag -> addTo(count, new DomainTag(domain, tag), 1));
                    }
                });
        return count;
    }

    private static void addTo(Map<DomainTag, Integer> counts, DomainTag pair, int amount) {
        int sum = counts.getOrDefault(pair, 0) + amount;
        if (sum == 0) {
            counts.remove(pair);
        } else {
            counts.put(pair, sum);
        }
    }
}
