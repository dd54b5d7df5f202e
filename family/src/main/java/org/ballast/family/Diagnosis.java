package org.ballast.family;

import java.util.Optional;
import org.ballast.model.Cluster;

/**
 * The results of hcheck.
 *
 * @param cluster the cluster that was checked
 * @param before what was found in it
 * @param after what would be found after balancing; empty if that was not tried
 * @param rules what became of users' rules, if there are any
 */
record Diagnosis(
        Cluster cluster, ClusterFindings before, Optional<ClusterFindings> after, Optional<RuleFindings> rules) {}
