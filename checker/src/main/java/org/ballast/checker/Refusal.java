package org.ballast.checker;

import org.ballast.model.Cluster;

/**
 * A reason why a move is not allowed, or why a plan does not hold what it promises: which resource of which node, what
 * was needed and what was there. Nodes and instances are indices into the {@link Cluster}; memory and disk are in MiB.
 */
public sealed interface Refusal permits HostRefusal, MoveRefusal, PlacementRefusal, PlanRefusal, RuleRefusal {

    /** Returns one sentence, without a full stop, that names everything involved. */
    String describe(Cluster cluster);
}
