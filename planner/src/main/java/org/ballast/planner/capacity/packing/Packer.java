package org.ballast.planner.capacity.packing;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Scenario;
import org.ballast.planner.capacity.CapacityRules;
import org.ballast.planner.capacity.Filling;
import org.ballast.planner.capacity.Shape;
import org.ballast.planner.capacity.packing.Packing.StopReason;

/**
 * Packs a cluster with as many instances as a search finds room for; never fewer than fit one after another. It knows
 * its start only as a scenario and makes states of its own.
 */
public final class Packer {
    /** How many searches share the time if instances may be moved. */
    private static final int SEARCHES = 3;

    private final Scenario scenario;
    private final CapacityRules rules;
    private final SearchBudget budget;
    private final MoveAllowance allowance;
    private final PackingListener listener;

    /**
     * Prepares packing.
     *
     * @param budget how hard to search; {@link SearchBudget#NONE} to place instances one after another after the moves
     * @param allowance how many moves may come first; they do if more instances fit then
     */
    public Packer(
            Scenario scenario,
            CapacityRules rules,
            SearchBudget budget,
            MoveAllowance allowance,
            PackingListener listener) {
        this.scenario = withoutLosses(scenario);
        this.rules = rules;
        this.budget = budget;
        this.allowance = allowance;
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
        return new Scenario(scenario.cluster(), scenario.tags(), scenario.utilisation(), pinned, scenario.limits());
    }

    /**
     * Packs instances of one shape.
     *
     * @param limit how many are wanted at most; nothing, or a negative number, for all that fit
     */
    public Packing standard(Shape shape, OptionalLong limit) {
        OptionalLong wanted = limit.orElse(-1) < 0 ? OptionalLong.empty() : limit;
        Draft start = new Draft(scenario, rules, List.of());
        ShapePacking packing = packing(start, shape, wanted);
        Pace pace = Pace.start(budget, listener);
        ShapePacking.Outcome still = packing.run(pace.share(allowance.moves() > 0 ? SEARCHES : 1));
        long most = still.most();
        Draft best = still.draft();
        if (allowance.moves() > 0) {
            most = Math.max(count(best), Math.min(wanted.orElse(Long.MAX_VALUE), pooled(start, shape)));
            if (count(best) < most) {
                best = moved(best, shape, wanted, pace);
            }
        }
        boolean isWanted = wanted.isPresent() && count(best) >= wanted.getAsLong();
        return packing(best, best.filling(shape), packing.greedyCount(), OptionalLong.of(most), isWanted, pace);
    }

    private ShapePacking packing(Draft start, Shape shape, OptionalLong wanted) {
        return new ShapePacking(start, shape, wanted, budget, listener);
    }

    private static int count(Draft draft) {
        return draft.sites().size();
    }

    /** Adds up all groups that may take instances at all: moves may make them healthy. */
    private static long pooled(Draft start, Shape shape) {
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

    /** Returns the draft with most instances, of those the one with fewest moves. */
    private Draft moved(Draft still, Shape shape, OptionalLong wanted, Pace pace) {
        RoomByMoves moves = new RoomByMoves(scenario, rules, allowance, pace);
        ToGreedyCount worth = new ToGreedyCount(shape, wanted);
        Draft balanced = moves.balanced(worth::count);
        Draft packed = balanced.moves().isEmpty()
                ? still
                : packing(balanced, shape, wanted).run(pace.share(2)).draft();
        Stream<Draft> ways =
                Stream.of(still, packed, moves.packed(still, shape, wanted), moves.packed(packed, shape, wanted));
        return ways.filter(way -> way.isRedundant() || !still.isRedundant())
                .max(Comparator.comparingInt(Packer::count)
                        .thenComparing(Comparator.comparingInt(
                                        (Draft way) -> way.moves().size())
                                .reversed()))
                .orElse(still);
    }

    /** Counts how many instances fit one after another. */
    private record ToGreedyCount(Shape shape, OptionalLong wanted) {
        double count(Draft draft) {
            return new ShapePacking(draft, shape, wanted, SearchBudget.NONE, PackingListener.NONE).greedyCount();
        }
    }

    /**
     * Packs instances that get smaller as the room does. There are never fewer of the first size than without a search,
     * and never less in all.
     *
     * @param shapes where to begin, one after another; at least one
     * @param limit how many instances are wanted at most; nothing, or a negative number, for all that fit
     */
    public Packing tiered(List<Shape> shapes, OptionalLong limit) {
        Draft start = new Draft(scenario, rules, List.of());
        TieredPacking still = new TieredPacking(start, shapes, limit, budget, listener);
        Pace pace = Pace.start(budget, listener);
        TieredPacking.Tiers best = still.run(pace.share(allowance.moves() > 0 ? SEARCHES : 1));
        Shape.Size unit = shapes.getFirst().size();
        if (allowance.moves() > 0) {
            Draft balanced = new RoomByMoves(scenario, rules, allowance, pace)
                    .balanced(draft -> new TieredPacking(draft, shapes, limit, SearchBudget.NONE, PackingListener.NONE)
                            .plain()
                            .amount(unit));
            TieredPacking.Tiers moved = new TieredPacking(balanced, shapes, limit, budget, listener).run(pace);
            if (moved.count(unit) >= best.count(unit) && moved.amount(unit) > best.amount(unit)) {
                best = moved;
            }
        }
        Filling failed = best.draft().filling(shapes.getLast());
        boolean isWanted =
                limit.isPresent() && limit.getAsLong() >= 0 && failed.placed().size() >= limit.getAsLong();
        return packing(
                best.draft(),
                new Filling(failed.placed(), best.failures()),
                count(still.plain().draft()),
                OptionalLong.empty(),
                isWanted,
                pace);
    }

    private Packing packing(Draft draft, Filling filling, int greedy, OptionalLong most, boolean isWanted, Pace pace) {
        StopReason reason = StopReason.STEPS;
        if (draft.grounds().stopped()) {
            reason = StopReason.UNHEALTHY;
        } else if (isWanted) {
            reason = StopReason.WANTED;
        } else if (most.isPresent() && count(draft) >= most.getAsLong()) {
            reason = StopReason.OPTIMAL;
        } else if (pace.isOver()) {
            reason = listener.cancelled() ? StopReason.INTERRUPTED : StopReason.TIME;
        }
        return new Packing(
                draft.state(),
                filling,
                RoomByMoves.plan(scenario, draft.moves()),
                greedy,
                most,
                draft.isRedundant(),
                reason);
    }
}
