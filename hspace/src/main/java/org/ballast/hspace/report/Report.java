package org.ballast.hspace.report;

import org.ballast.hspace.study.FailureCounts;
import org.ballast.hspace.study.Mode;
import org.ballast.hspace.study.Outcome;
import org.ballast.hspace.study.Study;
import org.ballast.planner.capacity.Shape;
import org.ballast.planner.capacity.Totals;

/** Tells what is found, in this order. */
public interface Report {
    /** The cluster as it is. */
    void cluster(Totals totals, int nodes);

    /** The size with which filling begins. */
    void begins(Mode mode, Shape shape);

    /** What came of filling. */
    void filled(Mode mode, Outcome outcome, FailureCounts failures);

    /** What else was found out, if anything was asked. */
    void studied(Study study);

    /** The end. */
    void complete();
}
