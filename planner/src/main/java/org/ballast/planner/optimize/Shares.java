package org.ballast.planner.optimize;

/** Which share of the time that is left each search of an optimization gets. */
final class Shares {
    /** Short searches find out which places no moves lead to; then comes a long one, and time to mend what it ends in. */
    private static final double[] USUAL = {0.1, 0.1, 0.15, 0.8, 0.5, 0.5, 0.5, 0.5, 0.5};

    private static final int LONG = 3;

    private static final double[] LARGE = {0.92, 0.6, 1};
    /** How long a plan takes is not known to a search, but learnt from plans. */
    private static final double[] IN_TIME = {0.3, 0.4, 0.5, 1};

    private final double[] shares;
    /** The first search that comes after one whose whole target was reached. */
    private final int afterArrival;

    private int next;

    private Shares(double[] shares, int afterArrival) {
        this.shares = shares;
        this.afterArrival = afterArrival;
    }

    /** Returns shares for a cluster where putting moves into an order takes next to no time. */
    static Shares usual() {
        return new Shares(USUAL, LONG);
    }

    /** Returns shares for a cluster where it takes its time. */
    static Shares large() {
        return new Shares(LARGE, LARGE.length);
    }

    /** Returns shares for a plan that must be done in some time. */
    static Shares inTime() {
        return new Shares(IN_TIME, IN_TIME.length);
    }

    /** Returns whether there is another search. */
    boolean hasNext() {
        return next < shares.length;
    }

    /** Returns its share. */
    double next() {
        return shares[next++];
    }

    /** Takes down that moves have led to the whole target: there is nothing to mend. */
    void arrived() {
        next = Math.max(next, afterArrival);
    }
}
