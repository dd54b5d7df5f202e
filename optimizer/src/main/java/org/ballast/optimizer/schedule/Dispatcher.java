package org.ballast.optimizer.schedule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ballast.optimizer.schedule.ResourcePhases.ResourcePhase;

/**
 * A simulation of moves in time. Whenever a resource becomes free, the moves that are ready start, those first that use
 * the resource with most work still to do: what the busiest node waits for, the whole plan waits for.
 */
final class Dispatcher {
    private final List<List<Use>> uses = new ArrayList<>();
    private final double[] work;
    private final List<TreeSet<Integer>> after = new ArrayList<>();
    private final double[] start;
    private final boolean[] isDone;
    private final boolean[] isStarted;
    private final PriorityQueue<End> ends =
            new PriorityQueue<>(Comparator.comparingDouble(End::time).thenComparingInt(End::step));

    /** The use of a resource in one of its phases. */
    private record Use(MoveSlots resource, int phase) {}

    private record End(double time, int step) {}

    /**
     * Simulates a plan.
     *
     * @param phases the phases of each move
     * @param work seconds that each move takes
     * @param instances the instance of each move
     * @param capacity how many moves may use a resource at the same time
     */
    Dispatcher(List<List<ResourcePhase>> phases, double[] work, int[] instances, int capacity) {
        this.work = work;
        start = new double[work.length];
        isDone = new boolean[work.length];
        isStarted = new boolean[work.length];
        Map<Integer, MoveSlots> slotsOf = new HashMap<>();
        Map<Integer, Integer> last = new HashMap<>();
        for (int step = 0; step < work.length; step++) {
            TreeSet<Integer> before = new TreeSet<>();
            if (last.containsKey(instances[step])) {
                before.add(last.get(instances[step]));
            }
            last.put(instances[step], step);
            after.add(before);
            List<Use> itsUses = new ArrayList<>();
            for (ResourcePhase phase : phases.get(step)) {
                MoveSlots resource = slotsOf.computeIfAbsent(phase.resource(), _ -> new MoveSlots(capacity));
                resource.expect(step, phase.number(), work[step]);
                itsUses.add(new Use(resource, phase.number()));
            }
            uses.add(itsUses);
        }
        run();
    }

    private void run() {
        startReady(IntStream.range(0, work.length).boxed().toList(), 0);
        while (!ends.isEmpty()) {
            double now = ends.element().time();
            TreeSet<Integer> candidates = new TreeSet<>();
            while (!ends.isEmpty() && ends.element().time() == now) {
                int step = ends.remove().step();
                isDone[step] = true;
                for (Use use : uses.get(step)) {
                    use.resource().end(step);
                    candidates.addAll(use.resource().steps());
                }
            }
            startReady(candidates, now);
        }
    }

    private void startReady(Collection<Integer> candidates, double now) {
        candidates.stream()
                .filter(this::isReady)
                .sorted(Comparator.comparingDouble(this::urgency).reversed().thenComparingInt(step -> step))
                .toList()
                .forEach(step -> {
                    if (isReady(step)) {
                        startMove(step, now);
                    }
                });
    }

    private boolean isReady(int step) {
        return !isStarted[step]
                && after.get(step).stream().allMatch(earlier -> isDone[earlier])
                && uses.get(step).stream().allMatch(use -> use.resource().isOpen(use.phase()));
    }

    private double urgency(int step) {
        return uses.get(step).stream()
                .mapToDouble(use -> use.resource().workLeft())
                .max()
                .orElse(0);
    }

    private void startMove(int step, double now) {
        isStarted[step] = true;
        start[step] = now;
        for (Use use : uses.get(step)) {
            after.get(step).addAll(use.resource().start(step, work[step]));
        }
        ends.add(new End(now + work[step], step));
    }

    double start(int step) {
        return start[step];
    }

    double end(int step) {
        return start[step] + work[step];
    }

    double makespan() {
        return IntStream.range(0, work.length).mapToDouble(this::end).max().orElse(0);
    }

    /** Returns for each move those that it waits for, without those that another of them waits for. */
    List<List<Integer>> after() {
        return TransitiveReduction.of(
                after,
                IntStream.range(0, work.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(this::start).thenComparingInt(step -> step))
                        .toList());
    }
}
