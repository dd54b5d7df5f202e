package org.ballast.hspace.output;

import org.ballast.hspace.study.Diagnosis;
import org.ballast.hspace.study.Study;
import org.ballast.planner.capacity.bottleneck.Bottleneck;

/** Whether a cluster was filled until nothing more fitted, or only until as many instances were placed as wanted. */
final class Completeness {
    private Completeness() {}

    /** Returns whether no further instance of the standard size fits. */
    static boolean of(Study study) {
        Bottleneck bottleneck = study.diagnosis()
                .map(Diagnosis::bottleneck)
                .orElseGet(() -> Bottleneck.of(
                        study.standard().state(),
                        study.grounds(),
                        study.standard().first()));
        return !bottleneck.fits();
    }
}
