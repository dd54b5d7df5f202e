package org.ballast.planner.capacity.packing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.model.Utilisation;
import org.ballast.planner.capacity.CapacityRules;
import org.ballast.planner.capacity.Filling;
import org.ballast.planner.capacity.Grounds;
import org.ballast.planner.capacity.Shape;
import org.ballast.planner.place.Allocation;
import org.ballast.planner.place.Allocator;
import org.ballast.planner.place.CapacityCheck;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;
import org.ballast.planner.state.Verdict;

/**
 * A cluster after some moves, in which instances are placed one by one. A draft only grows: to do otherwise, another one
 * is started.
 */
final class Draft {
    /**
     * So many checks of one node each are made for single placements; where there are more, all instances are placed and
     * then checked once. As each of them only takes room away, those before the last one are no worse off.
     */
    private static final long MOST_CHECKS = 2_000_000;

    private final Scenario scenario;
    private final List<Move> moves;
    private final ClusterState state;
    private final Grounds grounds;
    private final boolean guarded;
    private final Trial trial;
    private final int[] all;
    private final List<Site> sites = new ArrayList<>();
    private final List<Filling.Placed> placed = new ArrayList<>();

    /** Starts after some moves. */
    Draft(Scenario scenario, CapacityRules rules, List<Move> moves) {
        this.scenario = scenario;
        this.moves = List.copyOf(moves);
        state = new ClusterState(scenario);
        trial = new Trial(state);
        for (Move move : moves) {
            if (!trial.move(move, false).accepted()) {
                throw new IllegalStateException(move + " was possible when it was found, but is not in the same state");
            }
            state.commit(trial);
        }
        all = Grounds.all(state);
        grounds = Grounds.survey(state, rules);
        guarded = grounds.capacityCheck(state).map(CapacityCheck::holds).orElse(false);
    }

    /** Starts anew with the same moves. */
    Draft again() {
        return new Draft(scenario, grounds.rules(), moves);
    }

    /** Starts anew with the same moves and instances. */
    Draft copy() {
        Draft copy = again();
        sites.forEach(copy::enter);
        return copy;
    }

    List<Move> moves() {
        return moves;
    }

    ClusterState state() {
        return state;
    }

    Grounds grounds() {
        return grounds;
    }

    List<Site> sites() {
        return sites;
    }

    /** Returns whether each node could fail at the start, so that it has to stay so. */
    boolean isGuarded() {
        return guarded;
    }

    /** Returns whether each node may fail. */
    boolean isRedundant() {
        return guarded && grounds.capacityCheck(state).map(CapacityCheck::holds).orElse(false);
    }

    /** Returns what must hold after each placement, as things are now. */
    Optional<CapacityCheck> check() {
        return guarded ? grounds.capacityCheck(state) : Optional.empty();
    }

    /** Places as many of these instances as the rules allow, in order. */
    void place(List<Site> wanted) {
        boolean many = (long) wanted.size() * all.length * all.length > MOST_CHECKS;
        if (guarded && many) {
            Draft probe = copy();
            wanted.forEach(site -> probe.tryPlace(site, false));
            if (!probe.isRedundant()) {
                wanted.forEach(site -> tryPlace(site, true));
                return;
            }
        }
        wanted.forEach(site -> tryPlace(site, guarded && !many));
    }

    /** Places an instance if the rules allow it. */
    boolean tryPlace(Site site, boolean checked) {
        boolean fits = accepts(site, checked ? check() : Optional.empty());
        if (fits) {
            enter(site);
        }
        return fits;
    }

    /** Returns whether the rules allow to place an instance; it is not placed. */
    boolean accepts(Site site, Optional<CapacityCheck> check) {
        int i = add(site.shape());
        int primary = site.placement().primary();
        int secondary = site.placement().secondary();
        boolean fits = trial.allocate(i, primary, secondary, false).accepted()
                && check.stream().allMatch(each -> each.holdsAfter(i, primary, secondary));
        state.forgetLast();
        return fits;
    }

    private void enter(Site site) {
        int i = add(site.shape());
        trial.allocate(i, site.placement().primary(), site.placement().secondary(), false);
        state.commit(trial);
        sites.add(site);
        placed.add(new Filling.Placed(i, site.shape().size()));
    }

    private int add(Shape shape) {
        return state.add(shape.instance("new-" + sites.size()), Utilisation.UNMEASURED);
    }

    /** Makes an instance known that is not placed yet; nothing else may be placed afterwards. */
    int reserve(Shape shape, int number) {
        return state.add(shape.instance("waiting-" + number), Utilisation.UNMEASURED);
    }

    /** Searches nodes for one more instance, which is then forgotten. */
    Allocation probe(Shape shape, boolean checked) {
        int i = add(shape);
        Allocation allocation = new Allocator(state, all, false, checked ? check() : Optional.empty())
                .allocate(i, grounds.targets(state, shape.requiredNodes()));
        state.forgetLast();
        return allocation;
    }

    /** Returns where an instance goes that is nowhere in a copy of this state's like, if it fits. */
    Optional<Placement> placement(ClusterState like, int i) {
        Optional<CapacityCheck> check = guarded ? grounds.capacityCheck(like) : Optional.empty();
        return new Allocator(like, all, false, check)
                .allocate(i, grounds.targets(like, like.instance(i).template().hasSecondary() ? 2 : 1))
                .best()
                .map(Allocation.Choice::placement);
    }

    /** Returns the instances placed so far, as the state numbers them. */
    List<Integer> instances() {
        return placed.stream().map(Filling.Placed::instance).toList();
    }

    /** Returns what was placed, and why an instance of this shape is not. */
    Filling filling(Shape next) {
        if (grounds.stopped()) {
            return new Filling(List.of(), Map.of(Verdict.REDUNDANCY, 1));
        }
        return new Filling(placed, probe(next, !next.template().hasSecondary()).failures());
    }
}
