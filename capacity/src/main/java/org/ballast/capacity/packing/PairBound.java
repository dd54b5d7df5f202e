package org.ballast.capacity.packing;

/**
 * An upper bound on the mirrored instances of one shape that fit into a group, however they are placed.
 *
 * <p>Two ways of counting. By disks: each instance takes two of the copies that nodes have room for, on two nodes. By
 * memory: say that a node n can have at most u(n) instances in common with any one primary node. It reserves memory for
 * so many and runs fewer itself; and a node runs at most as many as the others have in common with it, which is T -
 * u(n) if T is the sum of all u. So with primaries c if nothing is reserved and c' by memory alone, a node runs at most
 * min(c, c' - u(n), T - u(n)). That falls by one with each unit of u(n), except for the first ones where c is the least
 * of the three; so the sum over all nodes is found for each T without knowing the u, and the largest of these sums is
 * the bound.
 */
final class PairBound {
    private final PairFigures figures;
    /** The most instances that a node can have in common with any one primary node. */
    private final long[] shared;

    private PairBound(PairFigures figures) {
        this.figures = figures;
        shared = new long[figures.count];
        for (int n = 0; n < figures.count; n++) {
            shared[n] = shared(n);
        }
    }

    static long of(PairFigures figures) {
        PairBound bound = new PairBound(figures);
        long byDisk = bound.byDisk();
        return byDisk == 0 ? 0 : Math.min(byDisk, bound.byMemory());
    }

    private long shared(int n) {
        if (figures.exempt[n] || figures.memory == 0) {
            return figures.free[n] >= figures.memory ? PairFigures.PLENTY : 0;
        }
        return Math.min(PairFigures.PLENTY, Math.max(0, figures.free[n] - figures.leastClaim[n]) / figures.memory);
    }

    private long byDisk() {
        long primaries = 0;
        long secondaries = 0;
        long copies = 0;
        long most = 0;
        for (int n = 0; n < figures.count; n++) {
            long second = Math.min(figures.copies[n], (figures.count - 1) * shared[n]);
            long both = Math.min(figures.copies[n], figures.primaries[n] + second);
            primaries += Math.min(figures.primaries[n], figures.copies[n]);
            secondaries += second;
            copies += both;
            most = Math.max(most, both);
        }
        return Math.min(Math.min(primaries, secondaries), Math.min(copies / 2, copies - most));
    }

    private long byMemory() {
        long last = 0;
        for (int n = 0; n < figures.count; n++) {
            last = Math.max(last, Math.max(shared[n], figures.primaries[n]));
        }
        long most = 0;
        for (long all = 1; all <= last; all++) {
            most = Math.max(most, byMemory(all));
        }
        return most;
    }

    /** Returns the bound if the u have this sum. */
    private long byMemory(long all) {
        long running = 0;
        long costless = 0;
        for (int n = 0; n < figures.count; n++) {
            boolean reservesNothing = figures.exempt[n] || figures.memory == 0;
            long alone = reservesNothing ? all : Math.min(shared[n], all);
            running += Math.min(figures.primaries[n], all);
            costless += Math.max(0, alone - figures.primaries[n]);
        }
        return running - Math.max(0, all - costless);
    }
}
