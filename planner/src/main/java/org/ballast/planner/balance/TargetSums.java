package org.ballast.planner.balance;

import org.ballast.model.ScoreRow;
import org.ballast.model.ScoreWeights;
import org.ballast.planner.state.NodeLedger;

/**
 * The rows of the score that are no spreads, at the target of a move: what they rise by, and at least. Targets are
 * online, and no instance comes to one whose tags are counted in common failure domains (see
 * {@link MoveScan#isSeparable}).
 */
final class TargetSums {
    private static final ScoreRow[] ROWS = ScoreRow.SUMS.toArray(ScoreRow[]::new);

    private final double[] weights;

    double failures;
    double conflicts;
    double locationFaults;
    /** Rise of the share of the memory that is reserved. */
    double reserved;

    TargetSums(ScoreWeights weights) {
        this.weights = weights.byRow();
    }

    double weight(ScoreRow row) {
        return weights[row.ordinal()];
    }

    /** Returns what the rises add to the score. */
    double score() {
        double score = 0;
        for (ScoreRow row : ROWS) {
            score += weights[row.ordinal()] * rise(row);
        }
        return score;
    }

    private double rise(ScoreRow row) {
        return switch (row) {
            case REDUNDANCY_FAILURES -> failures;
            case CONFLICTING_TAGS -> conflicts;
            case LOCATION_FAULTS -> locationFaults;
            case RESERVED_MEMORY_TOTAL -> reserved;
            case OFFLINE_INSTANCES, OFFLINE_PRIMARIES, LOCATION_EXCLUSION -> 0;
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

    /** Returns what the rows add to the score at least when any instance comes, but for what {@link TargetScan} adds. */
    double least(NodeLedger target) {
        double score = 0;
        for (ScoreRow row : ROWS) {
            score += weights[row.ordinal()] * least(row, target);
        }
        return score;
    }

    private static double least(ScoreRow row, NodeLedger target) {
        return switch (row) {
            // Touching a node that counts as failing can clear it.
            case REDUNDANCY_FAILURES -> -healable(target);
            // Whoever comes can only add to them.
            case CONFLICTING_TAGS -> 0;
            // The scan adds them: they depend on the instance.
            case LOCATION_FAULTS, RESERVED_MEMORY_TOTAL -> 0;
            case OFFLINE_INSTANCES, OFFLINE_PRIMARIES, LOCATION_EXCLUSION -> 0;
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

    private static double healable(NodeLedger ledger) {
        boolean clears = ledger.failsRedundancy && ledger.unallocatedMemory() > ledger.reservedMemory;
        return clears ? ledger.redundancyFailures() : 0;
    }
}
