package org.ballast.planner.capacity.bottleneck;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ballast.model.InstancePolicy;
import org.ballast.planner.state.Demand;
import org.ballast.planner.state.Verdict;

/**
 * Why a node does not take the next instance in some role, or that it does.
 *
 * @param reason what stops it
 * @param verdict the same as the allocation has it
 * @param demands what the instance needs there and what there is, one row a kind: the one that lacks most
 * @param violation what the policy refuses, if it is the reason
 * @param other the node concerned besides: the best partner that a node finds as secondary, or a node that could no
 *     longer fail
 */
public record Stop(
        Reason reason,
        Verdict verdict,
        List<Demand> demands,
        Optional<InstancePolicy.Violation> violation,
        OptionalInt other) {

    /** Copies the list. */
    public Stop {
        demands = List.copyOf(demands);
    }

    /** Returns what there is too little of. */
    public List<Demand> unmet() {
        return demands.stream().filter(demand -> !demand.isMet()).toList();
    }

    static Stop of(Verdict verdict, List<Demand> demands, OptionalInt other) {
        return new Stop(Reason.of(verdict, demands), verdict, scarcest(demands), Optional.empty(), other);
    }

    static Stop of(InstancePolicy.Violation violation, List<Demand> demands) {
        return new Stop(
                Reason.POLICY, Verdict.of(violation), scarcest(demands), Optional.of(violation), OptionalInt.empty());
    }

    Stop because(Reason newReason, Verdict newVerdict, OptionalInt newOther) {
        return new Stop(newReason, newVerdict, demands, violation, newOther);
    }

    private static List<Demand> scarcest(List<Demand> demands) {
        Map<Demand.Kind, Demand> scarcest = new EnumMap<>(Demand.Kind.class);
        for (Demand demand : demands) {
            scarcest.merge(demand.kind(), demand, (one, other) -> margin(other) < margin(one) ? other : one);
        }
        return new ArrayList<>(scarcest.values());
    }

    private static long margin(Demand demand) {
        return demand.available() - demand.needed();
    }
}
