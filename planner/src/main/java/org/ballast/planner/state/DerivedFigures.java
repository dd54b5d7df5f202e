package org.ballast.planner.state;

import java.util.Arrays;
import org.ballast.model.ScoreRow;

/**
 * The figures that follow from each node's books, worked out anew only for nodes whose books have changed: what they
 * contribute to each row of the score, and which other nodes they are like.
 */
public final class DerivedFigures {
    private final ClusterState state;
    /** By row, by node. */
    private final double[][] contributions;

    private final Features[] features;
    /** The revision of each node's books that was looked at last. */
    private final int[] seen;

    DerivedFigures(ClusterState state) {
        this.state = state;
        contributions = new double[ScoreRow.ALL.size()][state.nodes.count];
        features = new Features[state.nodes.count];
        seen = new int[state.nodes.count];
        Arrays.fill(seen, -1);
    }

    /** Follows the changes of the state. */
    void refresh() {
        for (int node = 0; node < seen.length; node++) {
            if (seen[node] != state.revisions[node]) {
                seen[node] = state.revisions[node];
                NodeLedger ledger = state.ledgers[node];
                for (ScoreRow row : ScoreRow.ALL) {
                    contributions[row.ordinal()][node] = row.contribution(ledger);
                }
                features[node] = new Features(ledger.features());
            }
        }
    }

    /** Returns what each node contributes to a row. */
    public double[] contributions(ScoreRow row) {
        return contributions[row.ordinal()];
    }

    /** Returns what a node has in common with nodes that are like it. */
    public Features features(int node) {
        return features[node];
    }

    /** All that tells one node from another. */
    public static final class Features {
        private final long[] values;
        private final int hash;

        Features(long[] values) {
            this.values = values;
            hash = Arrays.hashCode(values);
        }

        @Override
        public boolean equals(Object other) {
            return this == other || (other instanceof Features features && Arrays.equals(values, features.values));
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
