package org.ballast.family;

import org.ballast.backends.LoadedCluster;

/** A form of hinfo's output; its methods are called once each, in this order. */
interface Description {
    /** Takes what was loaded. */
    void loaded(LoadedCluster loaded);

    /** Takes the cluster's groups. */
    void groups(ClusterOverview overview);

    /** Takes what the score of the whole cluster is made of. */
    void score(ClusterOverview overview);
}
