package org.ballast.capacity.packing;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ballast.capacity.CapacityRules;
import org.ballast.capacity.FillResult;
import org.ballast.capacity.InstanceShape;
import org.ballast.capacity.packing.Packing.StopReason;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Move;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.planner.score.PlanReplay;

/**
 * A search for a packing with as many instances as possible; never fewer than fit one after another. It knows
 * its start only as a scenario and makes states of its own.
 */
public final class Packer {
    /** How many searches share the time if instances may be moved. */
    private static final int SEARCHES = 3;

    private final Scenario scenario;
    private final CapacityRules rules;
    private final SearchBudget budget;
    private final MoveAllowance allowance;
    private final Predicate<List<Move>> approval;
    private final PackingListener listener;

    /**
     * Prepares packing.
     *
     * @param budget how hard to search; {@link SearchBudget#NONE} to place instances one after another after the moves
     * @param allowance how many moves may come first; they do if more instances fit then
     * @param approval has the last word on moves, made one after another
     */
    public Packer(
            Scenario scenario,
            CapacityRules rules,
            SearchBudget budget,
            MoveAllowance allowance,
            Predicate<List<Move>> approval,
            PackingListener listener) {
        this.scenario = withoutLosses(scenario);
        this.rules = rules;
        this.budget = budget;
        this.allowance = allowance;
        this.approval = approval;
        this.listener = listener;
    }

    /** Pins instances that lack their second copy: no move is defined for them. */
    private static Scenario withoutLosses(Scenario scenario) {
        Set<Integer> pinned = new HashSet<>(scenario.pinned());
        List<Instance> instances = scenario.cluster().instances();
        for (int i = 0; i < instances.size(); i++) {
            if (instances.get(i).template().hasSecondary()
                    && !instances.get(i).placement().hasSecondary()) {
                pinned.add(i);
            }
        }
        return scenario.with(scenario.cluster(), scenario.utilisation(), pinned);
    }

    /**
     * Packs instances of one shape.
     *
     * @param limit how many are wanted at most; nothing, or a negative number, for all that fit
     */
    public Packing standard(InstanceShape shape, OptionalLong limit) {
        OptionalLong wanted = limit.orElse(-1) < 0 ? OptionalLong.empty() : limit;
        PackedCluster start = new PackedCluster(scenario, rules, List.of());
        ShapePacking packing = packing(start, shape, wanted);
        StepCounter stepCounter = StepCounter.start(budget, listener);
        ShapePacking.Outcome still = packing.run(stepCounter.share(allowance.moves() > 0 ? SEARCHES : 1));
        long most = still.most();
        PackedCluster best = still.packedCluster();
        if (allowance.moves() > 0) {
            most = Math.max(count(best), Math.min(wanted.orElse(Long.MAX_VALUE), pooled(start, shape)));
            if (count(best) < most) {
                best = moved(best, shape, wanted, stepCounter);
            }
        }
        boolean isWanted = wanted.isPresent() && count(best) >= wanted.getAsLong();
        return packing(best, best.filling(shape), packing.greedyCount(), OptionalLong.of(most), isWanted, stepCounter);
    }

    private ShapePacking packing(PackedCluster start, InstanceShape shape, OptionalLong wanted) {
        return new ShapePacking(start, shape, wanted, budget, listener);
    }

    private static int count(PackedCluster packedCluster) {
        return packedCluster.sites().size();
    }

    /** Adds up all groups that may take instances at all: moves may make them healthy. */
    private static long pooled(PackedCluster start, InstanceShape shape) {
        Cluster cluster = start.state().scenario().cluster();
        return IntStream.range(0, cluster.groups().size())
                .filter(group -> cluster.groups().get(group).allocationPolicy() != AllocationPolicy.UNALLOCABLE)
                .mapToObj(start.state()::nodesOf)
                .map(nodes -> IntStream.of(nodes)
                        .filter(node -> !start.state().isOffline(node))
                        .toArray())
                .mapToLong(open -> PooledBound.of(start.state(), open, shape))
                .sum();
    }

    /** Returns the packed cluster with most instances, of those the one with fewest moves. */
    private PackedCluster moved(
            PackedCluster still, InstanceShape shape, OptionalLong wanted, StepCounter stepCounter) {
        RoomByMoves moves = new RoomByMoves(scenario, rules, allowance, approval, stepCounter);
        ToGreedyCount worth = new ToGreedyCount(shape, wanted);
        PackedCluster balanced = moves.balanced(worth::count);
        PackedCluster packed = balanced.moves().isEmpty()
                ? still
                : packing(balanced, shape, wanted).run(stepCounter.share(2)).packedCluster();
        Stream<PackedCluster> ways =
                Stream.of(still, packed, moves.packed(still, shape, wanted), moves.packed(packed, shape, wanted));
        return ways.filter(way -> way.isRedundant() || !still.isRedundant())
                .max(Comparator.comparingInt(Packer::count)
                        .thenComparing(Comparator.comparingInt(
                                        (PackedCluster way) -> way.moves().size())
                                .reversed()))
                .orElse(still);
    }

    /** A count of the instances that fit one after another. */
    private record ToGreedyCount(InstanceShape shape, OptionalLong wanted) {
        double count(PackedCluster packedCluster) {
            return new ShapePacking(packedCluster, shape, wanted, SearchBudget.NONE, PackingListener.NONE)
                    .greedyCount();
        }
    }

    /**
     * Packs instances that get smaller as the room does. There are never fewer of the first size than without a search,
     * and never less in all.
     *
     * @param shapes where to begin, one after another; at least one
     * @param limit how many instances are wanted at most; nothing, or a negative number, for all that fit
     */
    public Packing tiered(List<InstanceShape> shapes, OptionalLong limit) {
        PackedCluster start = new PackedCluster(scenario, rules, List.of());
        TieredPacking still = new TieredPacking(start, shapes, limit, budget, listener);
        StepCounter stepCounter = StepCounter.start(budget, listener);
        TieredPacking.Tiers best = still.run(stepCounter.share(allowance.moves() > 0 ? SEARCHES : 1));
        InstanceShape.Size unit = shapes.getFirst().size();
        if (allowance.moves() > 0) {
            PackedCluster balanced = new RoomByMoves(scenario, rules, allowance, approval, stepCounter)
                    .balanced(packedCluster -> new TieredPacking(
                                    packedCluster, shapes, limit, SearchBudget.NONE, PackingListener.NONE)
                            .plain()
                            .amount(unit));
            TieredPacking.Tiers moved = new TieredPacking(balanced, shapes, limit, budget, listener).run(stepCounter);
            if (moved.count(unit) >= best.count(unit) && moved.amount(unit) > best.amount(unit)) {
                best = moved;
            }
        }
        FillResult failed = best.packedCluster().filling(shapes.getLast());
        boolean isWanted =
                limit.isPresent() && limit.getAsLong() >= 0 && failed.placed().size() >= limit.getAsLong();
        return packing(
                best.packedCluster(),
                new FillResult(failed.placed(), best.failures()),
                count(still.plain().packedCluster()),
                OptionalLong.empty(),
                isWanted,
                stepCounter);
    }

    private Packing packing(
            PackedCluster packedCluster,
            FillResult filling,
            int greedy,
            OptionalLong most,
            boolean isWanted,
            StepCounter stepCounter) {
        StopReason reason = StopReason.STEPS;
        if (packedCluster.candidateNodes().stopped()) {
            reason = StopReason.UNHEALTHY;
        } else if (isWanted) {
            reason = StopReason.WANTED;
        } else if (most.isPresent() && count(packedCluster) >= most.getAsLong()) {
            reason = StopReason.OPTIMAL;
        } else if (stepCounter.isOver()) {
            reason = listener.cancelled() ? StopReason.INTERRUPTED : StopReason.TIME;
        }
        return new Packing(
                packedCluster.state(),
                filling,
                PlanReplay.ofAllNodes(scenario, false).of(packedCluster.moves(), Plan.StopReason.NO_BETTER_MOVE),
                greedy,
                most,
                packedCluster.isRedundant(),
                reason);
    }
}
