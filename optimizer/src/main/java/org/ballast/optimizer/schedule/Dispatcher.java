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
import org.ballast.optimizer.schedule.ResourcePhases.Stint;

/**
 * Starts moves as time goes by. Whenever a ground becomes free, the moves that are ready start, those first that use the
 * ground with most work still to do: what the busiest node waits for, the whole plan waits for.
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

    /** A stint on a ground. */
    private record Use(MoveSlots resource, int phase) {}

    private record End(double time, int step) {}

    /**
     * Runs through a plan.
     *
     * @param resourcePhases the stints of each move
     * @param work seconds that each move takes
     * @param instances the instance that each move is about
     * @param atATime how many moves a ground stands at the same time
     */
    Dispatcher(List<List<Stint>> resourcePhases, double[] work, int[] instances, int atATime) {
        this.work = work;
        start = new double[work.length];
        isDone = new boolean[work.length];
        isStarted = new boolean[work.length];
        Map<Integer, MoveSlots> sharedResources = new HashMap<>();
        Map<Integer, Integer> last = new HashMap<>();
        for (int step = 0; step < work.length; step++) {
            TreeSet<Integer> before = new TreeSet<>();
            if (last.containsKey(instances[step])) {
                before.add(last.get(instances[step]));
            }
            last.put(instances[step], step);
            after.add(before);
            List<Use> itsUses = new ArrayList<>();
            for (Stint phase : resourcePhases.get(step)) {
                MoveSlots resource = sharedResources.computeIfAbsent(phase.resource(), _ -> new MoveSlots(atATime));
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
                    use.resource().leave(step);
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
                        begin(step, now);
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

    private void begin(int step, double now) {
        isStarted[step] = true;
        start[step] = now;
        for (Use use : uses.get(step)) {
            after.get(step).addAll(use.resource().enter(step, work[step]));
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
