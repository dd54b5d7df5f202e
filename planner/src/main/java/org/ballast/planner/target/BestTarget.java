package org.ballast.planner.target;

import java.util.Arrays;
import org.ballast.planner.target.Objective.Standing;

/** Remembers the best target that a draft has been at, as the changes made since. */
final class BestTarget {
    private final Draft draft;
    private final Objective objective;
    private Standing standing = Standing.WORST;
    private double score = Double.POSITIVE_INFINITY;
    private Bill bill = new Bill(0, 0, 0, 0);

    private int[] instances = new int[64];
    private int[] primaries = new int[64];
    private int[] secondaries = new int[64];
    private int changes;

    BestTarget(Draft draft, Objective objective) {
        this.draft = draft;
        this.objective = objective;
        judge(draft.score());
    }

    /** Takes down a change that is about to be made. */
    void changing(int i) {
        if (changes == instances.length) {
            instances = Arrays.copyOf(instances, 2 * changes);
            primaries = Arrays.copyOf(primaries, 2 * changes);
            secondaries = Arrays.copyOf(secondaries, 2 * changes);
        }
        instances[changes] = i;
        primaries[changes] = draft.primary(i);
        secondaries[changes] = draft.secondary(i);
        changes++;
    }

    /** Compares the target with the best one. */
    void judge(double newScore) {
        Bill newBill = draft.bill();
        if (objective.admits(newBill)) {
            Standing found = objective.standing(draft.violations(), newScore, newBill);
            if (found.compareTo(standing) < 0) {
                standing = found;
                score = newScore;
                bill = newBill;
                changes = 0;
            }
        }
    }

    /** Brings the draft back to the best target, if it was ever at one that is admitted. */
    void restore() {
        if (!standing.equals(Standing.WORST)) {
            while (changes > 0) {
                changes--;
                draft.place(instances[changes], primaries[changes], secondaries[changes]);
            }
        }
    }

    Standing standing() {
        return standing;
    }

    double score() {
        return score;
    }

    Bill bill() {
        return bill;
    }
}
