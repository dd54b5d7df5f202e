package org.ballast.hspace.report;

import java.util.function.Consumer;
import org.ballast.capacity.InstanceShape;
import org.ballast.capacity.Totals;
import org.ballast.hspace.study.FailureCounts;
import org.ballast.hspace.study.FillOutcome;
import org.ballast.hspace.study.Mode;
import org.ballast.hspace.study.Study;

/** A report written as one document, when all results are known. */
public final class DocumentReport implements CapacityReport {
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
    public void begins(Mode mode, InstanceShape shape) {}

    @Override
    public void filled(Mode mode, FillOutcome outcome, FailureCounts failures) {}

    @Override
    public void studied(Study study) {
        document.accept(study);
    }

    @Override
    public void complete() {}
}
