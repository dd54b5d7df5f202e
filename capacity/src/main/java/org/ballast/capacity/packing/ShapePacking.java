package org.ballast.capacity.packing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.ballast.capacity.FillResult;
import org.ballast.capacity.InstanceShape;
import org.ballast.capacity.StandardFill;
import org.ballast.model.Placement;

/**
 * A packing of instances of one shape: one after another first, then a search for a better packing of each group.
 * Groups have no node in common, and no instance has nodes in two of them.
 */
final class ShapePacking {
    /** More instances than any search finds room for. */
    private static final int MOST_SPARE = 1000;

    private final PackedCluster start;
    private final InstanceShape shape;
    private final OptionalLong limit;
    private final SearchBudget budget;
    private final PackingListener listener;
    private final PackedCluster greedy;

    /**
     * Places one after another.
     *
     * @param limit how many instances are wanted at most; nothing, or a negative number, for all that fit
     */
    ShapePacking(
            PackedCluster start,
            InstanceShape shape,
            OptionalLong limit,
            SearchBudget budget,
            PackingListener listener) {
        this.start = start;
        this.shape = shape;
        this.limit = limit.isPresent() && limit.getAsLong() < 0 ? OptionalLong.empty() : limit;
        this.budget = budget;
        this.listener = listener;
        greedy = greedy();
    }

    /**
     * The result of a packing.
     *
     * @param packedCluster what is placed now, with that which was placed before
     * @param most more instances than this do not fit
     */
    record Outcome(PackedCluster packedCluster, long most) {}

    /** Returns how many instances fit one after another. */
    int greedyCount() {
        return greedy.sites().size() - start.sites().size();
    }

    /** Searches; what was placed before stays where it is. */
    Outcome run(StepCounter stepCounter) {
        int count = greedyCount();
        long most = Math.min(limit.orElse(Long.MAX_VALUE), most());
        if (isAlwaysRefused()) {
            most = count;
        }
        boolean isUnsafe = start.isGuarded() && !greedy.isRedundant();
        if (start.candidateNodes().stopped() || budget.steps() == 0 || (count >= most && !isUnsafe)) {
            return new Outcome(greedy, Math.max(count, most));
        }
        PackedCluster packed = start.copy();
        packed.place(search(stepCounter).stream()
                .limit(limit.orElse(Long.MAX_VALUE))
                .map(placement -> new PackedPlacement(shape, placement))
                .toList());
        int gain = packed.sites().size() - greedy.sites().size();
        boolean isBetter = gain > 0 || (gain == 0 && isUnsafe && packed.isRedundant());
        return new Outcome(isBetter ? packed : greedy, Math.max(most, count));
    }

    /** Returns whether each placement is refused because some node cannot fail as things are. */
    private boolean isAlwaysRefused() {
        return !shape.template().hasSecondary()
                && start.candidateNodes().rules().checkCapacity()
                && !start.isGuarded();
    }

    private PackedCluster greedy() {
        PackedCluster probe = start.copy();
        FillResult filling = StandardFill.fill(probe.state(), probe.candidateNodes(), shape, limit, listener::found);
        PackedCluster greedy = start.copy();
        for (FillResult.Placed each : filling.placed()) {
            greedy.tryPlace(new PackedPlacement(shape, probe.state().placement(each.instance())), false);
        }
        return greedy;
    }

    /** Returns the nodes on which instances may be placed, group by group. */
    static List<int[]> groups(PackedCluster start) {
        TreeMap<Integer, List<Integer>> groups = new TreeMap<>();
        for (int node : start.candidateNodes().open()) {
            groups.computeIfAbsent(start.state().groupOf(node), group -> new ArrayList<>())
                    .add(node);
        }
        return groups.values().stream()
                .map(nodes -> nodes.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private long most() {
        return groups(start).stream().mapToLong(this::most).sum();
    }

    private long most(int[] open) {
        if (shape.template().hasSecondary()) {
            return PairBound.of(new PairFigures(start.state(), open, shape, false));
        }
        int[] failing = start.candidateNodes().rules().checkCapacity()
                ? start.candidateNodes().checked().stream()
                        .mapToInt(Integer::intValue)
                        .filter(node ->
                                start.state().groupOf(node) == start.state().groupOf(open[0]))
                        .toArray()
                : new int[0];
        return SingleBound.of(start.state(), open, failing, shape);
    }

    private List<Placement> search(StepCounter stepCounter) {
        List<Placement> found = new ArrayList<>();
        List<int[]> groups = groups(start);
        int elsewhere = greedyCount();
        for (int k = 0; k < groups.size(); k++) {
            int[] open = groups.get(k);
            int group = start.state().groupOf(open[0]);
            List<Placement> first = greedy
                    .sites()
                    .subList(start.sites().size(), greedy.sites().size())
                    .stream()
                    .map(PackedPlacement::placement)
                    .filter(placement -> start.state().groupOf(placement.primary()) == group)
                    .toList();
            int others = elsewhere - first.size();
            List<Placement> packed =
                    search(open, first, stepCounter.share(groups.size() - k), count -> listener.found(others + count));
            elsewhere += packed.size() - first.size();
            found.addAll(packed);
        }
        return found;
    }

    private List<Placement> search(
            int[] open, List<Placement> first, StepCounter stepCounter, PairSearch.Progress progress) {
        if (shape.template().hasSecondary()) {
            PairFigures figures = new PairFigures(start.state(), open, shape, start.isGuarded());
            return new PairSearch(figures, most(open), budget.seed()).run(first, stepCounter, progress);
        }
        PackedCluster packedCluster = start.copy();
        first.forEach(placement -> packedCluster.tryPlace(new PackedPlacement(shape, placement), false));
        int spare = Math.toIntExact(Math.min(most(open) - first.size(), MOST_SPARE));
        List<Integer> placed = packedCluster
                .instances()
                .subList(start.sites().size(), packedCluster.sites().size());
        return new SingleSearch(packedCluster, open, shape, placed, Math.max(0, spare), budget.seed())
                .run(stepCounter, progress);
    }
}
