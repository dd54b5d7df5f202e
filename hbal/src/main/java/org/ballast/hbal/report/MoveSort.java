package org.ballast.hbal.report;

import org.ballast.optimizer.cost.Cost;
import org.ballast.pages.Timetable.Kind;
import org.ballast.pages.Tone;

/** What a move keeps its nodes busy with. */
enum MoveSort {
    /** Disks are copied, and the instance runs where it was. */
    COPY("copies disks", Tone.COPY),
    /** The instance changes its node, and disks are where they were. */
    SWITCH("migrates or fails over", Tone.SWITCH),
    /** Both, one after another. */
    BOTH("does both", Tone.BOTH);

    private final Kind kind;

    MoveSort(String label, Tone tone) {
        kind = new Kind(label, tone);
    }

    static MoveSort of(Cost cost) {
        boolean switches = cost.migrations() + cost.failovers() > 0;
        return cost.diskCopies() == 0 ? SWITCH : switches ? BOTH : COPY;
    }

    /** Returns it as a kind of work. */
    Kind kind() {
        return kind;
    }
}
