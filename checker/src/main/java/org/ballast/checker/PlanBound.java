package org.ballast.checker;

/** A limit that the user set on what a plan as a whole may take, or on how little it may gain. */
public sealed interface PlanBound {
    /** Returns the option of the command line that sets it. */
    String option();

    /**
     * A highest number of moves.
     *
     * @param most how many moves there may be
     */
    record MostMoves(int most) implements PlanBound {
        @Override
        public String option() {
            return "--max-length";
        }
    }

    /**
     * A highest number of instances that move.
     *
     * @param most how many instances there may be, each counted once
     */
    record MostInstances(int most) implements PlanBound {
        @Override
        public String option() {
            return "--max-instances";
        }
    }

    /**
     * A highest amount of data over the network.
     *
     * @param mib disk space copied and memory migrated, in MiB
     */
    record MostData(long mib) implements PlanBound {
        @Override
        public String option() {
            return "--max-data";
        }
    }

    /**
     * A longest time until the last move is done, if each starts when those are done that it waits for.
     *
     * @param seconds the time
     * @param diskRate MiB of disk space copied a second
     * @param migrationRate MiB of memory migrated a second
     */
    record LongestTime(double seconds, double diskRate, double migrationRate) implements PlanBound {
        @Override
        public String option() {
            return "--max-duration";
        }
    }

    /**
     * A score that is low enough: no move follows once it is reached.
     *
     * @param enough the score
     */
    record EnoughScore(double enough) implements PlanBound {
        @Override
        public String option() {
            return "--min-score";
        }
    }

    /**
     * A least gain of each move that begins at a low score.
     *
     * @param least by how much the move has to lower the score
     * @param limit the score above which any gain will do
     */
    record LeastGain(double least, double limit) implements PlanBound {
        @Override
        public String option() {
            return "--min-gain";
        }
    }
}
