package org.ballast.hspace.report;

import org.ballast.capacity.InstanceShape;
import org.ballast.capacity.Totals;
import org.ballast.hspace.study.FailureCounts;
import org.ballast.hspace.study.FillOutcome;
import org.ballast.hspace.study.Mode;
import org.ballast.hspace.study.Study;

/** A report of results, called in this order. */
public interface CapacityReport {
    /** The cluster as it is. */
    void cluster(Totals totals, int nodes);

    /** The size with which filling begins. */
    void begins(Mode mode, InstanceShape shape);

    /** The result of filling. */
    void filled(Mode mode, FillOutcome outcome, FailureCounts failures);

    /** The answers to further questions, if any were asked. */
    void studied(Study study);

    /** The end. */
    void complete();
}
