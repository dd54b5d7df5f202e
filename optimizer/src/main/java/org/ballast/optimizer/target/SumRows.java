package org.ballast.optimizer.target;

import org.ballast.model.ScoreRow;
import org.ballast.model.ScoreWeights;

/**
 * The rows of the score that are no spreads, counted in a {@link DenseState} or in a change of it. All counts are whole
 * numbers, so that whatever is tried out and taken back, equal placements have equal counts.
 */
final class SumRows {
    long failures;
    long offlineInstances;
    long offlinePrimaries;
    long conflicts;
    long locationFaults;
    long sharedDomains;

    private final double[] weights;

    SumRows(ScoreWeights weights) {
        this.weights = weights.byRow();
    }

    /** Starts at zero. */
    void begin() {
        failures = 0;
        offlineInstances = 0;
        offlinePrimaries = 0;
        conflicts = 0;
        locationFaults = 0;
        sharedDomains = 0;
    }

    /** Returns what the rows add to the score. */
    double score() {
        double score = 0;
        for (int r = 0; r < ScoreRow.SUMS.size(); r++) {
            ScoreRow row = ScoreRow.SUMS.get(r);
            score += weights[row.ordinal()] * value(row);
        }
        return score;
    }

    private long value(ScoreRow row) {
        return switch (row) {
            case REDUNDANCY_FAILURES -> failures;
            case OFFLINE_INSTANCES -> offlineInstances;
            case OFFLINE_PRIMARIES -> offlinePrimaries;
            case CONFLICTING_TAGS -> conflicts;
            case LOCATION_FAULTS -> locationFaults;
            case LOCATION_EXCLUSION -> sharedDomains;
            // Follows from the figures of the spread of the same memory: see ExactSpreads.
            case RESERVED_MEMORY_TOTAL -> 0;
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
                    PLANNED_SPINDLES -> throw new IllegalArgumentException(row + " is a spread");
        };
    }
}
