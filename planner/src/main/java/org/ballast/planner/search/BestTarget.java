package org.ballast.planner.search;

import org.ballast.planner.search.Objective.Standing;

/** The best target that a draft has been at, or where it was at first while none is within all limits. */
public final class BestTarget {
    private final Draft draft;
    private final Objective objective;
    private final int[] primary;
    private final int[] secondary;
    /** The instances that may be elsewhere in the draft. */
    private final int[] changed;

    private final boolean[] isChanged;
    private int changedCount;

    private Standing standing = Standing.WORST;
    private double score = Double.POSITIVE_INFINITY;
    private Bill bill = new Bill(0, 0, 0, 0);

    /** Starts with what the draft holds. */
    public BestTarget(Draft draft, Objective objective) {
        this.draft = draft;
        this.objective = objective;
        int count = draft.instanceCount();
        primary = new int[count];
        secondary = new int[count];
        changed = new int[count];
        isChanged = new boolean[count];
        for (int i : draft.movable()) {
            keep(i);
        }
        judge(draft.score());
    }

    private void keep(int i) {
        primary[i] = draft.primary(i);
        secondary[i] = draft.secondary(i);
    }

    /** Takes down that an instance's place in the draft changes. */
    public void changing(int i) {
        if (!isChanged[i]) {
            isChanged[i] = true;
            changed[changedCount++] = i;
        }
    }

    /**
     * Keeps what the draft holds if it is better.
     *
     * @param newScore the draft's score
     */
    public void judge(double newScore) {
        Bill newBill = draft.bill();
        if (objective.admits(newBill)) {
            Standing found = objective.standing(draft.violations(), newScore, newBill);
            if (found.compareTo(standing) < 0) {
                standing = found;
                score = newScore;
                bill = newBill;
                while (changedCount > 0) {
                    int i = changed[--changedCount];
                    isChanged[i] = false;
                    keep(i);
                }
            }
        }
    }

    /** Brings the draft back. */
    public void restore() {
        while (changedCount > 0) {
            int i = changed[--changedCount];
            isChanged[i] = false;
            if (draft.primary(i) != primary[i] || draft.secondary(i) != secondary[i]) {
                draft.place(i, primary[i], secondary[i]);
            }
        }
    }

    /** Returns how good it is, or {@link Standing#WORST} if none is within all limits yet. */
    public Standing standing() {
        return standing;
    }

    /** Returns its score, or infinity. */
    public double score() {
        return score;
    }

    /** Returns what it takes to get there. */
    public Bill bill() {
        return bill;
    }
}
