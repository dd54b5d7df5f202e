package org.ballast.hspace.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ballast.capacity.CapacityRules;
import org.ballast.capacity.InstanceShape;
import org.ballast.model.Cluster;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.model.Utilisation;
import org.ballast.planner.place.AllocationRules;
import org.ballast.planner.place.allocate.Allocation;
import org.ballast.planner.place.allocate.GroupOutcome;
import org.ballast.planner.place.allocate.GroupSearch;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Verdict;

/**
 * The answer of an allocator today to a request for one instance. It looks at each group on its own and prefers
 * some, checks that any node can fail for mirrored instances too, and does not mind that other groups are not healthy;
 * so it may answer otherwise than the filling of the cluster says.
 *
 * @param placement the nodes it would choose, if it would place the instance
 * @param planned the nodes that the filling begins with, if anything fits
 * @param refusals for how many choices of nodes it would refuse, by group and reason; groups without any choice are
 *     left out
 */
public record HailAnswer(Optional<Placement> placement, Optional<Placement> planned, List<OfGroup> refusals) {
    /** Copies the list. */
    public HailAnswer {
        refusals = List.copyOf(refusals);
    }

    /**
     * The refusals of one group.
     *
     * @param group its index
     */
    public record OfGroup(int group, Map<Verdict, Integer> failures) {}

    /** Returns whether both place the first instance on the same nodes, or both refuse it. */
    public boolean agrees() {
        return placement.equals(planned);
    }

    /** Returns the answer for an instance of this shape in the cluster as it is. */
    static HailAnswer to(Scenario scenario, CapacityRules rules, InstanceShape shape, Optional<Placement> planned) {
        Cluster cluster = scenario.cluster();
        ClusterState state = new ClusterState(scenario);
        AllocationRules asked = new AllocationRules(false, rules.checkCapacity(), Optional.empty());
        GroupSearch search = new GroupSearch(state, asked, GroupSearch.isDedicated(cluster, Optional.empty()));
        int i = state.add(shape.instance("new-0"), Utilisation.UNMEASURED);
        GroupSearch.Result result = search.inAll(i, shape.requiredNodes());
        return new HailAnswer(
                result.best()
                        .map(GroupOutcome.Searched::allocation)
                        .flatMap(Allocation::best)
                        .map(Allocation.Choice::placement),
                planned,
                result.outcomes().stream()
                        .filter(GroupOutcome.Searched.class::isInstance)
                        .map(GroupOutcome.Searched.class::cast)
                        .map(each -> new OfGroup(each.group(), each.allocation().failures()))
                        .toList());
    }
}
