package org.ballast.checker;

import java.util.Optional;
import java.util.OptionalLong;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;

/**
 * How much of a resource a node lacks: with so much more it would have no such objection, and with less it would.
 *
 * @param node index of the node
 * @param amount in the resource's unit, above 0
 */
public record Shortfall(int node, HostResource resource, long amount) {

    /** Returns what would silence a refusal, if more of a resource can. */
    public static Optional<Shortfall> of(Refusal refusal, Cluster cluster) {
        return switch (refusal) {
            case HostRefusal.Planned(HostRefusal reason) -> of(reason, cluster, true);
            case HostRefusal reason -> of(reason, cluster, false);
            case MoveRefusal _, PlacementRefusal _, PlanRefusal _, RuleRefusal _ -> Optional.empty();
        };
    }

    private static Optional<Shortfall> of(HostRefusal refusal, Cluster cluster, boolean asIfAllRan) {
        Instance instance = cluster.instances().get(refusal.instance());
        int node = refusal.node();
        return switch (refusal) {
            case HostRefusal.Memory memory -> {
                long used = asIfAllRan || instance.usesMemory() ? memory.needed() : 0;
                yield lack(node, HostResource.MEMORY, used - memory.free() + 1);
            }
            case HostRefusal.FailoverMemory memory ->
                lack(node, HostResource.MEMORY, memory.needed() - memory.free() + 1);
            case HostRefusal.Redundancy memory ->
                lack(node, HostResource.MEMORY, memory.reserved() - memory.free() + 1);
            case HostRefusal.Disk disk -> lack(node, HostResource.DISK, disk.needed() - disk.free() + 1);
            case HostRefusal.DiskReserve disk -> lack(node, HostResource.DISK, disk.reserve() - disk.left());
            case HostRefusal.Spindles spindles -> spindles(node, spindles.needed(), spindles.free());
            case HostRefusal.Vcpus vcpus ->
                vcpus(node, vcpus, cluster.nodes().get(node).cpus().total());
            case HostRefusal.SpindleUse _, HostRefusal.ExclusionTag _ -> Optional.empty();
            case HostRefusal.Planned(HostRefusal reason) -> of(reason, cluster, true);
        };
    }

    private static Optional<Shortfall> spindles(int node, OptionalLong needed, long free) {
        return needed.isPresent() ? lack(node, HostResource.SPINDLES, needed.getAsLong() - free) : Optional.empty();
    }

    private static Optional<Shortfall> vcpus(int node, HostRefusal.Vcpus refusal, double cpus) {
        double allowed = Math.floor(refusal.limit() * cpus);
        double wanted = Math.rint(refusal.ratio() * cpus);
        return Double.isFinite(wanted) && cpus > 0
                ? lack(node, HostResource.VCPUS, (long) (wanted - allowed))
                : Optional.empty();
    }

    private static Optional<Shortfall> lack(int node, HostResource resource, long amount) {
        return amount > 0 ? Optional.of(new Shortfall(node, resource, amount)) : Optional.empty();
    }
}
