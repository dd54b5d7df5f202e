package org.ballast.hail.explain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.ballast.checker.HostRefusal;
import org.ballast.checker.MoveRefusal;
import org.ballast.checker.PlacementRefusal;
import org.ballast.checker.PlanRefusal;
import org.ballast.checker.Refusal;
import org.ballast.checker.RuleRefusal;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;

/**
 * The distance of a refusal from acceptance: what is missing, relative to what the instance needs. It is infinite where
 * nothing can be measured, as with tags.
 *
 * @param cluster the cluster with all instances that refusals name
 * @param asking the instance to be placed
 */
record Distance(Cluster cluster, Instance asking) {

    /** Returns how far it is to fulfil all. */
    double of(List<? extends Refusal> refusals) {
        double farthest = 0;
        for (Refusal refusal : refusals) {
            farthest = Math.max(farthest, of(refusal));
        }
        return farthest;
    }

    /** Returns the refusals without those that are met as soon as another one of the same resource is. */
    List<Refusal> essential(List<Refusal> refusals) {
        Map<ExclusionReason, Refusal> kept = new LinkedHashMap<>();
        for (Refusal refusal : refusals) {
            kept.merge(resource(refusal), refusal, (one, other) -> of(other) > of(one) ? other : one);
        }
        return List.copyOf(kept.values());
    }

    private static ExclusionReason resource(Refusal refusal) {
        ExclusionReason reason = ExclusionReason.of(refusal);
        return reason == ExclusionReason.FAILOVER_MEMORY || reason == ExclusionReason.REDUNDANCY
                ? ExclusionReason.MEMORY
                : reason;
    }

    private double of(Refusal refusal) {
        return switch (refusal) {
            case HostRefusal host -> ofHost(host);
            case PlacementRefusal placement -> ofPlacement(placement);
            case MoveRefusal _, PlanRefusal _, RuleRefusal _ -> Double.POSITIVE_INFINITY;
        };
    }

    private double ofHost(HostRefusal refusal) {
        return switch (refusal) {
            case HostRefusal.Memory(var _, var _, long needed, long free) -> ratio(needed - free + 1, needed);
            case HostRefusal.FailoverMemory(var _, var _, long needed, long free) -> ratio(needed - free + 1, needed);
            case HostRefusal.Redundancy(var _, var _, var _, long reserved, long free) ->
                ratio(reserved - free + 1, asking.memory());
            case HostRefusal.Disk(var _, var _, long needed, long free) -> ratio(needed - free + 1, needed);
            case HostRefusal.DiskReserve(var _, var _, long reserve, long left) -> ratio(reserve - left, asking.disk());
            case HostRefusal.Spindles(var _, var _, OptionalLong needed, long free) ->
                needed.isPresent() ? ratio(needed.getAsLong() - free, needed.getAsLong()) : Double.POSITIVE_INFINITY;
            case HostRefusal.SpindleUse(var _, var _, long use, double limit) ->
                ratio(use - limit, asking.spindleUse());
            case HostRefusal.Vcpus(int node, var _, double ratio, double limit) ->
                ratio((ratio - limit) * cluster.nodes().get(node).cpus().total(), asking.vcpus());
            case HostRefusal.ExclusionTag _ -> Double.POSITIVE_INFINITY;
            case HostRefusal.Planned planned -> ofHost(planned.reason());
        };
    }

    private double ofPlacement(PlacementRefusal refusal) {
        return switch (refusal) {
            case PlacementRefusal.Takeover takeover ->
                UnfitNode.of(cluster.nodes().get(takeover.node()), List.of()).isPresent()
                        ? Double.POSITIVE_INFINITY
                        : ratio(takeover.missing(), asking.memory());
            case PlacementRefusal.GroupFull(var _, long needed, long free) -> ratio(needed - free, asking.memory());
            case PlacementRefusal.WrongNodes _,
                    PlacementRefusal.AgainstPolicy _,
                    PlacementRefusal.Disconnected _,
                    PlacementRefusal.Stranded _,
                    PlacementRefusal.Scattered _ -> Double.POSITIVE_INFINITY;
        };
    }

    private static double ratio(long missing, long size) {
        return ratio((double) missing, size);
    }

    private static double ratio(double missing, long size) {
        double ratio = missing / Math.max(1, size);
        return Double.isNaN(ratio) ? Double.POSITIVE_INFINITY : ratio;
    }
}
