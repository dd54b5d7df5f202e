package org.ballast.optimizer.target;

import org.ballast.optimizer.target.Objective.Standing;

/** The best target of a search so far, or the one it started from while none is within all limits. */
public final class BestTarget {
    private final TargetAssignment assignment;
    private final Objective objective;
    private final int[] primary;
    private final int[] secondary;
    /** The instances that may be elsewhere in the assignment. */
    private final int[] changed;

    private final boolean[] isChanged;
    private int changedCount;

    private Standing standing = Standing.WORST;
    private double score = Double.POSITIVE_INFINITY;
    private ChangeCost changeCost = new ChangeCost(0, 0, 0, 0);

    /** Starts with the assignment as it is. */
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
        offer(assignment.score());
    }

    private void keep(int i) {
        primary[i] = assignment.primary(i);
        secondary[i] = assignment.secondary(i);
    }

    /** Notes that an instance's place in the assignment changes. */
    public void changing(int i) {
        if (!isChanged[i]) {
            isChanged[i] = true;
            changed[changedCount++] = i;
        }
    }

    /**
     * Keeps the assignment as it is if it is better.
     *
     * @param newScore the assignment's score
     */
    public void offer(double newScore) {
        ChangeCost newCost = assignment.changeCost();
        if (objective.admits(newCost)) {
            Standing found = objective.standing(assignment.violations(), newScore, newCost);
            if (found.compareTo(standing) < 0) {
                standing = found;
                score = newScore;
                changeCost = newCost;
                while (changedCount > 0) {
                    int i = changed[--changedCount];
                    isChanged[i] = false;
                    keep(i);
                }
            }
        }
    }

    /** Restores the best target. */
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
