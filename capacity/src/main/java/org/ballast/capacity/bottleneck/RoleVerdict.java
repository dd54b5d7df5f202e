package org.ballast.capacity.bottleneck;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ballast.model.InstancePolicy;
import org.ballast.planner.state.Verdict;

/**
 * The verdict of a node on the next instance in some role.
 *
 * @param reason what stops it
 * @param verdict the same as the allocation has it
 * @param demands what the instance needs there and what there is, one row a kind: the one that lacks most
 * @param violation what the policy refuses, if it is the reason
 * @param other the node concerned besides: the best partner that a node finds as secondary, or a node that could no
 *     longer fail
 */
public record RoleVerdict(
        RefusalCause reason,
        Verdict verdict,
        List<ResourceDemand> demands,
        Optional<InstancePolicy.Violation> violation,
        OptionalInt other) {

    /** Copies the list. */
    public RoleVerdict {
        demands = List.copyOf(demands);
    }

    /** Returns the demands that are not met. */
    public List<ResourceDemand> unmet() {
        return demands.stream().filter(demand -> !demand.isMet()).toList();
    }

    static RoleVerdict of(Verdict verdict, List<ResourceDemand> demands, OptionalInt other) {
        return new RoleVerdict(RefusalCause.of(verdict, demands), verdict, scarcest(demands), Optional.empty(), other);
    }

    static RoleVerdict of(InstancePolicy.Violation violation, List<ResourceDemand> demands) {
        return new RoleVerdict(
                RefusalCause.POLICY,
                Verdict.of(violation),
                scarcest(demands),
                Optional.of(violation),
                OptionalInt.empty());
    }

    RoleVerdict because(RefusalCause newReason, Verdict newVerdict, OptionalInt newOther) {
        return new RoleVerdict(newReason, newVerdict, demands, violation, newOther);
    }

    private static List<ResourceDemand> scarcest(List<ResourceDemand> demands) {
        Map<ResourceDemand.Kind, ResourceDemand> scarcest = new EnumMap<>(ResourceDemand.Kind.class);
        for (ResourceDemand demand : demands) {
            scarcest.merge(demand.kind(), demand, (one, other) -> margin(other) < margin(one) ? other : one);
        }
        return new ArrayList<>(scarcest.values());
    }

    private static long margin(ResourceDemand demand) {
        return demand.available() - demand.needed();
    }
}
