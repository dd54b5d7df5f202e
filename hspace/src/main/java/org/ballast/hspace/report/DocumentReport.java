package org.ballast.hspace.report;

import java.util.function.Consumer;
import org.ballast.hspace.study.FailureCounts;
import org.ballast.hspace.study.Mode;
import org.ballast.hspace.study.Outcome;
import org.ballast.hspace.study.Study;
import org.ballast.planner.capacity.Shape;
import org.ballast.planner.capacity.Totals;

/** Tells all of it at once, when everything is found out. */
public final class DocumentReport implements Report {
    private final Consumer<Study> document;

    /** Creates a report that is written as this document. */
    public DocumentReport(Consumer<Study> document) {
        this.document = document;
    }

    @Override
    public void cluster(Totals totals, int nodes) {
        // Part of the document, like all that follows without a body.
    }

    @Override
    public void begins(Mode mode, Shape shape) {}

    @Override
    public void filled(Mode mode, Outcome outcome, FailureCounts failures) {}

    @Override
    public void studied(Study study) {
        document.accept(study);
    }

    @Override
    public void complete() {}
}
