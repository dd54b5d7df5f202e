package org.ballast.optimizer;

/** The shares of the remaining time that the searches of an optimization get. */
final class TimeSlices {
    /**
     * Short searches find out which places no moves lead to; then comes a long one, and time to mend what it ends in.
     */
    private static final double[] USUAL = {0.1, 0.1, 0.15, 0.8, 0.5, 0.5, 0.5, 0.5, 0.5};

    private static final int LONG = 3;

    private static final double[] LARGE = {0.92, 0.6, 1};
    /** How long a plan takes is not known to a search, but learnt from plans. */
    private static final double[] IN_TIME = {0.3, 0.4, 0.5, 1};

    private final double[] timeSlices;
    /** The first search that comes after one whose whole target was reached. */
    private final int afterArrival;
    /** The search that gets most of the time. */
    private final int longest;

    private int next;

    private TimeSlices(double[] timeSlices, int afterArrival, int longest) {
        this.timeSlices = timeSlices;
        this.afterArrival = afterArrival;
        this.longest = longest;
    }

    /** Returns shares for a cluster where putting moves into an order takes next to no time. */
    static TimeSlices usual() {
        return new TimeSlices(USUAL, LONG, LONG);
    }

    /** Returns shares for a cluster where it takes its time. */
    static TimeSlices large() {
        return new TimeSlices(LARGE, LARGE.length, 0);
    }

    /** Returns shares for a plan that must be done in some time. */
    static TimeSlices inTime() {
        return new TimeSlices(IN_TIME, IN_TIME.length, 0);
    }

    /** Returns whether there is another search. */
    boolean hasNext() {
        return next < timeSlices.length;
    }

    /** Returns its share. */
    double next() {
        return timeSlices[next++];
    }

    /** Returns whether a search has had most of the time there is. */
    boolean isPastLong() {
        return next > longest;
    }

    /** Notes that moves have led to the whole target: there is nothing to mend. */
    void arrived() {
        next = Math.max(next, afterArrival);
    }
}
