package org.ballast.optimizer;

import java.util.List;

/**
 * The report of a search.
 *
 * @param solver the name of the search whose plan was taken
 * @param seed the seed
 * @param tries how many changes were tried
 * @param seconds how long it took
 * @param binding the limits that keep the plan from getting better, by what they limit
 */
public record SearchReport(String solver, long seed, long tries, double seconds, List<LimitKind> binding) {
    /** Copies the list. */
    public SearchReport {
        binding = List.copyOf(binding);
    }

    /** The kind of a limit. */
    public enum LimitKind {
        /** The number of moves. */
        MOVES("max-length"),
        /** The data over the network. */
        DATA("max-data"),
        /** The time that the plan takes. */
        DURATION("max-duration"),
        /** The number of instances that move. */
        INSTANCES("max-instances");

        private final String label;

        LimitKind(String label) {
            this.label = label;
        }

        /** Returns the name used in output, which is that of the option. */
        public String label() {
            return label;
        }
    }
}
