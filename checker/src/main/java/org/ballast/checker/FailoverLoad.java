package org.ballast.checker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The memory that the failure of each node would take on others, by failovers to second copies. Instances that have
 * none are not looked at here.
 */
public final class FailoverLoad {
    private final CheckedCluster cluster;
    /** Memory in MiB by the node that fails and the node that takes over. */
    private final Map<Integer, Map<Integer, Long>> needs = new HashMap<>();
    /** For each node that takes over, the failure that takes most. */
    private final Map<Integer, PlacementRefusal.Takeover> worst = new HashMap<>();

    /**
     * Sums up the failovers of one moment.
     *
     * @param cluster the moment, which must not change any more
     * @param scope indices of the nodes that may fail
     */
    FailoverLoad(CheckedCluster cluster, Collection<Integer> scope) {
        this.cluster = cluster;
        for (int failed : scope) {
            Map<Integer, Long> byTarget = new HashMap<>();
            cluster.node(failed)
                    .primaries()
                    .map(Residence.Primary::resident)
                    .filter(resident ->
                            resident.isReal() && resident.instance().template().hasSecondary())
                    .filter(resident -> cluster.placement(resident.index()).hasSecondary())
                    .forEach(resident -> byTarget.merge(
                            cluster.placement(resident.index()).secondary(), resident.memoryInUse(), Long::sum));
            needs.put(failed, byTarget);
        }
        needs.forEach((failed, byTarget) -> byTarget.forEach((target, needed) -> {
            var takeover = new PlacementRefusal.Takeover(
                    target, failed, needed, cluster.node(target).memoryFree());
            worst.merge(target, takeover, (one, other) -> other.needed() > one.needed() ? other : one);
        }));
    }

    /** Returns for each node that could not stand the worst failure what it lacks, in the order of the nodes. */
    public List<PlacementRefusal.Takeover> lacking() {
        return worst.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .filter(takeover -> takeover.missing() > 0)
                .toList();
    }

    /** Returns what the instance's nodes would lack if it was put there. */
    public List<PlacementRefusal.Takeover> lackingAt(int instance, int primary) {
        CheckedInstance resident = cluster.resident(instance);
        PlacementRefusal.Takeover most = worst.get(primary);
        if (most == null || !resident.isReal()) {
            return List.of();
        }
        var with = new PlacementRefusal.Takeover(
                primary, most.failed(), most.needed(), most.free() - resident.memoryInUse());
        return with.missing() > 0 ? List.of(with) : List.of();
    }

    /** Returns what both nodes of the instance would lack if it was put there. */
    public List<PlacementRefusal.Takeover> lackingAt(int instance, int primary, int secondary) {
        List<PlacementRefusal.Takeover> lacking = new ArrayList<>(lackingAt(instance, primary));
        CheckedInstance resident = cluster.resident(instance);
        if (resident.isReal()) {
            long others = needs.getOrDefault(primary, Map.of()).getOrDefault(secondary, 0L);
            var own = new PlacementRefusal.Takeover(
                    secondary,
                    primary,
                    others + resident.memoryInUse(),
                    cluster.node(secondary).memoryFree());
            if (own.missing() > 0) {
                lacking.add(own);
            }
        }
        return lacking;
    }
}
