package org.ballast.hbal.timefold;

import org.ballast.planner.target.Bill;
import org.ballast.planner.target.Draft;
import org.ballast.planner.target.Objective;
import org.ballast.planner.target.Objective.Standing;

/**
 * The best target so far. Timefold keeps a best assignment too, but by the charges of the round, which only guide the
 * search.
 */
final class Best {
    private final Draft draft;
    private final Objective objective;
    private final int[] primary;
    private final int[] secondary;
    private final int[] touched;
    private final boolean[] isTouched;
    private int touchedCount;

    private boolean isAdmitted;
    private Standing standing;
    private double score;
    private Bill bill;

    /** Starts with what the draft holds. */
    Best(Draft draft, Objective objective) {
        this.draft = draft;
        this.objective = objective;
        int count = draft.placements().length;
        primary = new int[count];
        secondary = new int[count];
        for (int i = 0; i < count; i++) {
            primary[i] = draft.primary(i);
            secondary[i] = draft.secondary(i);
        }
        touched = new int[count];
        isTouched = new boolean[count];
        score = draft.score();
        bill = draft.bill();
        isAdmitted = objective.admits(bill);
        standing = objective.standing(draft.violations(), score, bill);
    }

    double score() {
        return score;
    }

    Bill bill() {
        return bill;
    }

    boolean isBetterThan(Best other) {
        return isAdmitted == other.isAdmitted ? standing.compareTo(other.standing) < 0 : isAdmitted;
    }

    /** Notes that the draft may differ from the best target in an instance. */
    void touch(int i) {
        if (!isTouched[i]) {
            isTouched[i] = true;
            touched[touchedCount++] = i;
        }
    }

    /** Keeps what the draft holds if it is better. */
    void judge() {
        Bill found = draft.bill();
        if (!objective.admits(found)) {
            return;
        }
        double newScore = draft.score();
        Standing newStanding = objective.standing(draft.violations(), newScore, found);
        if (!isAdmitted || newStanding.compareTo(standing) < 0) {
            isAdmitted = true;
            standing = newStanding;
            score = newScore;
            bill = found;
            for (int k = 0; k < touchedCount; k++) {
                int i = touched[k];
                primary[i] = draft.primary(i);
                secondary[i] = draft.secondary(i);
                isTouched[i] = false;
            }
            touchedCount = 0;
        }
    }

    /** Brings the draft back to the best target. */
    void restore() {
        for (int k = 0; k < touchedCount; k++) {
            int i = touched[k];
            isTouched[i] = false;
            if (draft.primary(i) != primary[i] || draft.secondary(i) != secondary[i]) {
                draft.place(i, primary[i], secondary[i]);
            }
        }
        touchedCount = 0;
    }
}
