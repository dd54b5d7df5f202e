package org.ballast.planner.sequence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ballast.planner.sequence.Stints.Stint;

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
    private record Use(Berths ground, int stint) {}

    private record End(double time, int step) {}

    /**
     * Runs through a plan.
     *
     * @param stints the stints of each move
     * @param work seconds that each move takes
     * @param instances the instance that each move is about
     * @param atATime how many moves a ground stands at the same time
     */
    Dispatcher(List<List<Stint>> stints, double[] work, int[] instances, int atATime) {
        this.work = work;
        start = new double[work.length];
        isDone = new boolean[work.length];
        isStarted = new boolean[work.length];
        Map<Integer, Berths> grounds = new HashMap<>();
        Map<Integer, Integer> last = new HashMap<>();
        for (int step = 0; step < work.length; step++) {
            TreeSet<Integer> before = new TreeSet<>();
            if (last.containsKey(instances[step])) {
                before.add(last.get(instances[step]));
            }
            last.put(instances[step], step);
            after.add(before);
            List<Use> itsUses = new ArrayList<>();
            for (Stint stint : stints.get(step)) {
                Berths ground = grounds.computeIfAbsent(stint.ground(), _ -> new Berths(atATime));
                ground.expect(step, stint.number(), work[step]);
                itsUses.add(new Use(ground, stint.number()));
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
                    use.ground().leave(step);
                    candidates.addAll(use.ground().steps());
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
                && uses.get(step).stream().allMatch(use -> use.ground().isOpen(use.stint()));
    }

    private double urgency(int step) {
        return uses.get(step).stream()
                .mapToDouble(use -> use.ground().workLeft())
                .max()
                .orElse(0);
    }

    private void begin(int step, double now) {
        isStarted[step] = true;
        start[step] = now;
        for (Use use : uses.get(step)) {
            after.get(step).addAll(use.ground().enter(step, work[step]));
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
        return Reduction.of(
                after,
                IntStream.range(0, work.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(this::start).thenComparingInt(step -> step))
                        .toList());
    }
}
