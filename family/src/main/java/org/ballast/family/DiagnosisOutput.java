package org.ballast.family;

import org.ballast.model.Cluster;

/** A form of hcheck's output: first {@link #initial}, then {@link #complete}. */
interface DiagnosisOutput {
    /** Takes what was found, before balancing is tried. */
    void initial(Cluster cluster, ClusterFindings before);

    /** Takes all results. */
    void complete(Diagnosis diagnosis);
}
