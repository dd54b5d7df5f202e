package org.ballast.capacity.packing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.ballast.capacity.CapacityRules;
import org.ballast.capacity.InstanceShape;
import org.ballast.model.Move;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.Utilisation;
import org.ballast.model.rules.MoveRules;
import org.ballast.planner.balance.Budget;
import org.ballast.planner.balance.Descent;
import org.ballast.planner.balance.ProgressListener;
import org.ballast.planner.place.relocate.RoomMaker;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Replay;

/**
 * A search for moves of existing instances that make room. Two ways are known: balance the cluster as hbal does, all
 * the way or part of it; and, in a cluster that is packed, look for few moves after which one more instance fits, again
 * and again. What is found that way is possible before anything is placed, too, and so are the placements after all
 * moves.
 */
final class RoomByMoves {
    /** The most moves that make room for one more instance. */
    private static final int MOVES_AT_ONCE = 2;

    private final Scenario scenario;
    private final CapacityRules rules;
    private final int most;
    private final Predicate<List<Move>> approval;
    private final StepCounter stepCounter;

    RoomByMoves(
            Scenario scenario,
            CapacityRules rules,
            MoveAllowance allowance,
            Predicate<List<Move>> approval,
            StepCounter stepCounter) {
        this.scenario = scenario;
        this.rules = rules;
        this.most = allowance.moves();
        this.approval = approval;
        this.stepCounter = stepCounter;
    }

    /**
     * Balances the cluster, and goes back half the way as long as more fits there.
     *
     * @param worth the value of a packed cluster before anything is placed in it
     * @return the packed cluster of the highest value, with as few moves as that takes
     */
    PackedCluster balanced(ToDoubleFunction<PackedCluster> worth) {
        PackedCluster still = new PackedCluster(scenario, rules, List.of());
        List<Move> moves = balance();
        PackedCluster best = still;
        double bestWorth = worth.applyAsDouble(still);
        for (int size = 1; size <= 2 * moves.size() && !moves.isEmpty(); size *= 2) {
            List<Move> first = moves.subList(0, Math.min(size, moves.size()));
            if (!isSafe(first)) {
                continue;
            }
            PackedCluster moved = new PackedCluster(scenario, rules, first);
            boolean keepsRedundancy = moved.isGuarded() || !still.isGuarded();
            double movedWorth = keepsRedundancy ? worth.applyAsDouble(moved) : Double.NEGATIVE_INFINITY;
            if (movedWorth > bestWorth) {
                best = moved;
                bestWorth = movedWorth;
            }
        }
        return best;
    }

    private List<Move> balance() {
        ClusterState state = new ClusterState(scenario);
        List<Move> moves = new ArrayList<>();
        ProgressListener listener = new ProgressListener() {
            @Override
            public void stepTaken(Plan.Step step) {}

            @Override
            public boolean cancelled() {
                return stepCounter.isOver();
            }
        };
        for (int group = 0; group < scenario.cluster().groups().size(); group++) {
            if (state.nodesOf(group).length > 0 && moves.size() < most) {
                Budget usual = Budget.HBAL_USUAL;
                Budget budget = new Budget(most - moves.size(), usual.score(), usual.minGain(), usual.minGainLimit());
                new Descent(state, group, MoveRules.ALL, budget)
                        .run(listener)
                        .steps()
                        .forEach(step -> moves.add(step.move()));
            }
        }
        return moves;
    }

    /** Makes room for one more instance as often as possible. */
    PackedCluster packed(PackedCluster full, InstanceShape shape, OptionalLong limit) {
        PackedCluster best = full;
        boolean mayPlace = !full.candidateNodes().stopped();
        while (mayPlace
                && !stepCounter.isOver()
                && limit.orElse(Long.MAX_VALUE) > best.sites().size()) {
            Optional<PackedCluster> more = roomForOne(best, shape, limit);
            if (more.isEmpty()) {
                break;
            }
            best = more.get();
        }
        return best;
    }

    private Optional<PackedCluster> roomForOne(PackedCluster full, InstanceShape shape, OptionalLong limit) {
        ClusterState state = full.copy().state();
        int i = state.add(shape.instance("next"), Utilisation.UNMEASURED);
        RoomMaker maker = new RoomMaker(
                state,
                i,
                full.candidateNodes().open(),
                () -> full.placement(state, i),
                moves -> isSafe(joined(full.moves(), moves)));
        return maker.make(Math.min(MOVES_AT_ONCE, most - full.moves().size()))
                .map(room -> refilled(full, room, shape, limit))
                .filter(packedCluster ->
                        packedCluster.sites().size() > full.sites().size())
                .filter(packedCluster -> packedCluster.isGuarded() || !full.isGuarded());
    }

    private PackedCluster refilled(PackedCluster full, RoomMaker.Room room, InstanceShape shape, OptionalLong limit) {
        PackedCluster moved = new PackedCluster(scenario, rules, joined(full.moves(), room.moves()));
        List<PackedPlacement> sites = new ArrayList<>(full.sites());
        sites.add(new PackedPlacement(shape, room.placement()));
        moved.place(sites);
        OptionalLong left = limit.isPresent()
                ? OptionalLong.of(limit.getAsLong() - moved.sites().size())
                : limit;
        return new ShapePacking(moved, shape, left, SearchBudget.NONE, PackingListener.NONE)
                .run(stepCounter)
                .packedCluster();
    }

    private static List<Move> joined(List<Move> first, List<Move> then) {
        List<Move> all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }

    /** Returns whether the moves are possible one after another, and approved. */
    private boolean isSafe(List<Move> moves) {
        Replay replay = new Replay(new ClusterState(scenario), false);
        return moves.stream().allMatch(move -> replay.make(move).accepted()) && approval.test(moves);
    }
}
