package org.ballast.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A cluster as one run sees it: its state, and what the command line adds.
 *
 * @param cluster the state, with the nodes that the user declared offline marked as such
 * @param tags what tags mean in this run
 * @param utilisation the load of each instance, by its index
 * @param pinned indices of instances that the user does not want to be moved
 * @param limits how far nodes may be filled
 * @param weights how much each row of the score counts
 * @param n1Rule how nodes are judged as they were read, unless their tags name another rule
 */
public record Scenario(
        Cluster cluster,
        TagRules tags,
        List<Utilisation> utilisation,
        Set<Integer> pinned,
        FillLimits limits,
        ScoreWeights weights,
        N1Rule n1Rule) {

    /** Copies the collections and checks that there is one utilisation an instance. */
    public Scenario {
        utilisation = List.copyOf(utilisation);
        pinned = Set.copyOf(pinned);
        if (utilisation.size() != cluster.instances().size()) {
            throw new IllegalArgumentException("utilisation of " + utilisation.size()
                    + " instances given, but there are " + cluster.instances().size());
        }
    }

    /** Creates a scenario with the usual score, and with nodes judged as by Ganeti 3.0. */
    public Scenario(
            Cluster cluster, TagRules tags, List<Utilisation> utilisation, Set<Integer> pinned, FillLimits limits) {
        this(cluster, tags, utilisation, pinned, limits, ScoreWeights.USUAL, N1Rule.REPORTED);
    }

    /**
     * Limits on how far nodes may be filled.
     *
     * @param maxVcpuRatio highest ratio of virtual to physical CPUs, in place of the groups' policies
     * @param minFreeDisk ratio of a node's disk space that stays free, from 0 to 1
     */
    public record FillLimits(OptionalDouble maxVcpuRatio, double minFreeDisk) {
        /** No limits beyond the groups' policies. */
        public static final FillLimits POLICY = new FillLimits(OptionalDouble.empty(), 0);
    }

    /** Returns the cluster as it is, without any wish of a user. */
    public static Scenario of(Cluster cluster) {
        List<Utilisation> unmeasured = cluster.instances().stream()
                .map(instance -> Utilisation.UNMEASURED)
                .toList();
        return new Scenario(cluster, TagRules.of(cluster.tags()), unmeasured, Set.of(), FillLimits.POLICY);
    }

    /** Returns this scenario with these nodes offline as well. */
    public Scenario withOffline(Collection<Integer> nodes) {
        Set<Integer> offline = Set.copyOf(nodes);
        List<Node> changed = new ArrayList<>(cluster.nodes());
        for (int index : offline) {
            changed.set(index, changed.get(index).withRole(NodeRole.OFFLINE));
        }
        return with(cluster.withNodes(changed), utilisation, pinned);
    }

    /** Returns this scenario with another cluster, whose instances are as many and have these loads. */
    public Scenario with(Cluster newCluster, List<Utilisation> newUtilisation, Set<Integer> newPinned) {
        return new Scenario(newCluster, tags, newUtilisation, newPinned, limits, weights, n1Rule);
    }

    /** Returns this scenario with other limits. */
    public Scenario withLimits(FillLimits newLimits) {
        return new Scenario(cluster, tags, utilisation, pinned, newLimits, weights, n1Rule);
    }

    /** Returns this scenario with these instances pinned, and no others. */
    public Scenario withPinned(Set<Integer> newPinned) {
        return new Scenario(cluster, tags, utilisation, newPinned, limits, weights, n1Rule);
    }

    /** Returns this scenario with another measure of what is balanced. */
    public Scenario withWeights(ScoreWeights newWeights) {
        return new Scenario(cluster, tags, utilisation, pinned, limits, newWeights, n1Rule);
    }

    /** Returns this scenario with nodes judged by another rule. */
    public Scenario withN1Rule(N1Rule newRule) {
        return new Scenario(cluster, tags, utilisation, pinned, limits, weights, newRule);
    }

    /**
     * Returns whether a balancer may move the instance: its kind, its owner, the user and its groups allow it, and its
     * two nodes are not the same one (a mistake in the data that only instances without a mirror can have).
     */
    public boolean isMovable(int instance) {
        Instance candidate = cluster.instances().get(instance);
        return candidate.template().isBalanced() && mayMove(instance, candidate);
    }

    /**
     * Returns whether the instance can move only by an {@link Move.OfflineMove}, and may do so on request:
     * its disks are on one node alone, and neither its owner nor the user forbids it.
     */
    public boolean isMovableOffline(int instance) {
        Instance candidate = cluster.instances().get(instance);
        return candidate.template().mirroring() == DiskTemplate.Mirroring.NONE
                && !candidate.forthcoming()
                && mayMove(instance, candidate);
    }

    private boolean mayMove(int instance, Instance candidate) {
        return candidate.autoBalance()
                && !pinned.contains(instance)
                && candidate.placement().primary() != candidate.placement().secondary()
                && !cluster.isSplit(candidate);
    }

    /** Returns how the node is judged as it was read. */
    public N1Rule n1Rule(Node node) {
        return n1Rule.of(node);
    }

    /** Returns the highest ratio of virtual to physical CPUs that the node may have; negative means any. */
    public double maxVcpuRatio(Node node) {
        return limits.maxVcpuRatio()
                .orElse(cluster.groups().get(node.group()).policy().vcpuRatio());
    }
}
