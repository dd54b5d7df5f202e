package org.ballast.capacity.packing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ballast.capacity.CandidateNodes;
import org.ballast.capacity.CapacityRules;
import org.ballast.capacity.FillResult;
import org.ballast.capacity.InstanceShape;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.model.Utilisation;
import org.ballast.planner.place.allocate.Allocation;
import org.ballast.planner.place.allocate.Allocator;
import org.ballast.planner.place.n1.GlobalN1Check;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Replay;
import org.ballast.planner.state.Trial;
import org.ballast.planner.state.Verdict;

/**
 * A cluster after some moves, in which instances are placed one by one. It only grows: to do otherwise, another one
 * is started.
 */
final class PackedCluster {
    /**
     * So many checks of one node each are made for single placements; where there are more, all instances are placed
     * and then checked once. As each of them only takes room away, those before the last one are no worse off.
     */
    private static final long MOST_CHECKS = 2_000_000;

    private final Scenario scenario;
    private final List<Move> moves;
    private final ClusterState state;
    private final CandidateNodes candidateNodes;
    private final boolean guarded;
    private final Trial trial;
    private final int[] all;
    private final List<PackedPlacement> sites = new ArrayList<>();
    private final List<FillResult.Placed> placed = new ArrayList<>();

    /** Starts after some moves. */
    PackedCluster(Scenario scenario, CapacityRules rules, List<Move> moves) {
        this.scenario = scenario;
        this.moves = List.copyOf(moves);
        state = new ClusterState(scenario);
        trial = new Trial(state);
        new Replay(state, false).makeAll(moves);
        all = CandidateNodes.all(state);
        candidateNodes = CandidateNodes.survey(state, rules);
        guarded = candidateNodes.capacityCheck(state).map(GlobalN1Check::holds).orElse(false);
    }

    /** Returns a new one with the same moves and no instances. */
    PackedCluster restarted() {
        return new PackedCluster(scenario, candidateNodes.rules(), moves);
    }

    /** Returns a new one with the same moves and instances. */
    PackedCluster copy() {
        PackedCluster copy = restarted();
        sites.forEach(copy::enter);
        return copy;
    }

    List<Move> moves() {
        return moves;
    }

    ClusterState state() {
        return state;
    }

    CandidateNodes candidateNodes() {
        return candidateNodes;
    }

    List<PackedPlacement> sites() {
        return sites;
    }

    /** Returns whether each node could fail at the start, so that it has to stay so. */
    boolean isGuarded() {
        return guarded;
    }

    /** Returns whether each node may fail. */
    boolean isRedundant() {
        return guarded
                && candidateNodes.capacityCheck(state).map(GlobalN1Check::holds).orElse(false);
    }

    /** Returns what must hold after each placement, as things are now. */
    Optional<GlobalN1Check> check() {
        return guarded ? candidateNodes.capacityCheck(state) : Optional.empty();
    }

    /** Places as many of these instances as the rules allow, in order. */
    void place(List<PackedPlacement> wanted) {
        boolean many = (long) wanted.size() * all.length * all.length > MOST_CHECKS;
        if (guarded && many) {
            PackedCluster probe = copy();
            wanted.forEach(site -> probe.tryPlace(site, false));
            if (!probe.isRedundant()) {
                wanted.forEach(site -> tryPlace(site, true));
                return;
            }
        }
        wanted.forEach(site -> tryPlace(site, guarded && !many));
    }

    /** Places an instance if the rules allow it. */
    boolean tryPlace(PackedPlacement site, boolean checked) {
        boolean fits = accepts(site, checked ? check() : Optional.empty());
        if (fits) {
            enter(site);
        }
        return fits;
    }

    /** Returns whether the rules allow to place an instance; it is not placed. */
    boolean accepts(PackedPlacement site, Optional<GlobalN1Check> check) {
        int i = add(site.shape());
        int primary = site.placement().primary();
        int secondary = site.placement().secondary();
        boolean fits = trial.allocate(i, primary, secondary, false).accepted()
                && check.stream().allMatch(each -> each.holdsAfter(i, primary, secondary));
        state.forgetLast();
        return fits;
    }

    private void enter(PackedPlacement site) {
        int i = add(site.shape());
        trial.allocate(i, site.placement().primary(), site.placement().secondary(), false);
        state.commit(trial);
        sites.add(site);
        placed.add(new FillResult.Placed(i, site.shape().size()));
    }

    private int add(InstanceShape shape) {
        return state.add(shape.instance("new-" + sites.size()), Utilisation.UNMEASURED);
    }

    /** Makes an instance known that is not placed yet; nothing else may be placed afterwards. */
    int reserve(InstanceShape shape, int number) {
        return state.add(shape.instance("waiting-" + number), Utilisation.UNMEASURED);
    }

    /** Searches nodes for one more instance, which is then forgotten. */
    Allocation probe(InstanceShape shape, boolean checked) {
        int i = add(shape);
        Allocation allocation = new Allocator(state, all, false, checked ? check() : Optional.empty())
                .allocate(i, candidateNodes.targets(state, shape.requiredNodes()));
        state.forgetLast();
        return allocation;
    }

    /** Returns where an instance goes that is nowhere in a copy of this state's like, if it fits. */
    Optional<Placement> placement(ClusterState like, int i) {
        Optional<GlobalN1Check> check = guarded ? candidateNodes.capacityCheck(like) : Optional.empty();
        return new Allocator(like, all, false, check)
                .allocate(
                        i,
                        candidateNodes.targets(like, like.instance(i).template().hasSecondary() ? 2 : 1))
                .best()
                .map(Allocation.Choice::placement);
    }

    /** Returns the instances placed so far, as the state numbers them. */
    List<Integer> instances() {
        return placed.stream().map(FillResult.Placed::instance).toList();
    }

    /** Returns what was placed, and why an instance of this shape is not. */
    FillResult filling(InstanceShape next) {
        if (candidateNodes.stopped()) {
            return new FillResult(List.of(), Map.of(Verdict.REDUNDANCY, 1));
        }
        return new FillResult(
                placed, probe(next, !next.template().hasSecondary()).failures());
    }
}
