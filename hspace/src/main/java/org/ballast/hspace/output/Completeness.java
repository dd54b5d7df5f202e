package org.ballast.hspace.output;

import org.ballast.capacity.bottleneck.Bottleneck;
import org.ballast.hspace.study.BottleneckDiagnosis;
import org.ballast.hspace.study.Study;

/**
 * The check whether a cluster was filled until nothing more fitted, not only until as many instances were placed as
 * wanted.
 */
final class Completeness {
    private Completeness() {}

    /** Returns whether no further instance of the standard size fits. */
    static boolean of(Study study) {
        Bottleneck bottleneck = study.diagnosis()
                .map(BottleneckDiagnosis::bottleneck)
                .orElseGet(() -> Bottleneck.of(
                        study.standard().state(),
                        study.candidateNodes(),
                        study.standard().first()));
        return !bottleneck.fits();
    }
}
