package org.ballast.optimizer.target;

import org.ballast.optimizer.target.Objective.Standing;

/** The best target that a draft has been at, or where it was at first while none is within all limits. */
public final class BestTarget {
    private final TargetAssignment assignment;
    private final Objective objective;
    private final int[] primary;
    private final int[] secondary;
    /** The instances that may be elsewhere in the draft. */
    private final int[] changed;

    private final boolean[] isChanged;
    private int changedCount;

    private Standing standing = Standing.WORST;
    private double score = Double.POSITIVE_INFINITY;
    private ChangeCost changeCost = new ChangeCost(0, 0, 0, 0);

    /** Starts with what the draft holds. */
    public BestTarget(TargetAssignment assignment, Objective objective) {
        this.assignment = assignment;
        this.objective = objective;
        int count = assignment.instanceCount();
        primary = new int[count];
        secondary = new int[count];
        changed = new int[count];
        isChanged = new boolean[count];
        for (int i : assignment.movable()) {
            keep(i);
        }
        judge(assignment.score());
    }

    private void keep(int i) {
        primary[i] = assignment.primary(i);
        secondary[i] = assignment.secondary(i);
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
        ChangeCost newBill = assignment.changeCost();
        if (objective.admits(newBill)) {
            Standing found = objective.standing(assignment.violations(), newScore, newBill);
            if (found.compareTo(standing) < 0) {
                standing = found;
                score = newScore;
                changeCost = newBill;
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
            if (assignment.primary(i) != primary[i] || assignment.secondary(i) != secondary[i]) {
                assignment.place(i, primary[i], secondary[i]);
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
    public ChangeCost changeCost() {
        return changeCost;
    }
}
