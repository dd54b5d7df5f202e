package org.ballast.hbal.explain;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ballast.model.Decimals;
import org.ballast.model.ScoreRow;
import org.ballast.model.rules.PlacementRule;

/**
 * What a move is good for.
 *
 * @param changes by how much it changes each row of the score that it changes, weighted, the best first
 * @param served the users' rules that it helps to keep
 */
public record StepReason(List<RowChange> changes, List<PlacementRule> served) {
    private static final int MOST_ROWS = 3;
    private static final int DECIMALS = 4;

    /** Copies the lists. */
    public StepReason {
        changes = List.copyOf(changes);
        served = List.copyOf(served);
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
        return changes.stream()
                .filter(change -> change.weighted() < 0)
                .limit(MOST_ROWS)
                .toList();
    }

    /** Returns by how much the score changes. */
    public double total() {
        return changes.stream().mapToDouble(RowChange::weighted).sum();
    }

    /** Returns it in a few words. */
    public String inWords() {
        Stream<String> rules = served.stream().map(rule -> "rule " + rule.shortName());
        Stream<String> rows = improvements().stream().map(RowChange::toString);
        String gains = Stream.concat(rules, rows).collect(Collectors.joining(", "));
        if (gains.isEmpty()) {
            return "makes room for later moves";
        }
        return total() < 0 || !served.isEmpty() ? gains : "makes room for later moves; " + gains;
    }
}
