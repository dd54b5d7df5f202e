package org.ballast.capacity.packing;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ballast.model.Placement;

/**
 * A search for a packing of mirrored instances of one shape in one group. What is searched is how many instances each
 * node runs; the second copies follow from it, by a {@link PairFlow}. In each step some nodes chosen by chance are to
 * run one more, and others one less; a step that loses an instance is seldom kept, one that loses none always is.
 */
final class PairSearch {
    private static final double KEEPS_LOSS = 0.02;

    private final PairFigures figures;
    private final long bound;
    private final SplittableRandom random;
    private final PairFlow current;
    /** The best packing, once {@link #current} is a worse one. */
    private final PairFlow best;

    /**
     * Prepares a search.
     *
     * @param bound the number of instances at which nothing is left to search
     */
    PairSearch(PairFigures figures, long bound, long seed) {
        this.figures = figures;
        this.bound = bound;
        random = new SplittableRandom(seed);
        current = new PairFlow(figures);
        best = new PairFlow(figures);
    }

    /** A listener to improvements. */
    interface Progress {
        void found(int count);
    }

    /**
     * Searches, from what a simpler method has found.
     *
     * @return the pairs of nodes, by the state's numbers, in the order in which instances may be placed
     */
    List<Placement> run(List<Placement> start, StepCounter stepCounter, Progress progress) {
        begin(start);
        int most = current.total();
        progress.found(most);
        while (most < bound && stepCounter.step()) {
            step();
            if (current.total() > most) {
                most = current.total();
                progress.found(most);
            }
        }
        saveBest();
        return placements();
    }

    private void saveBest() {
        if (current.total() > best.total()) {
            best.copyFrom(current);
        }
    }

    private void begin(List<Placement> start) {
        int[] numbers = numbers();
        int[] wanted = new int[figures.count];
        start.forEach(placement -> wanted[numbers[placement.primary()]]++);
        for (int n = 0; n < figures.count; n++) {
            current.demand(n, Math.min(wanted[n], figures.mostPrimaries(n)));
        }
        start.forEach(placement -> current.offer(numbers[placement.primary()], numbers[placement.secondary()]));
        current.maximize();
        current.acceptCurrent();
        current.keep();
        best.copyFrom(current);
    }

    private int[] numbers() {
        int last = 0;
        for (int node : figures.nodes) {
            last = Math.max(last, node);
        }
        int[] numbers = new int[last + 1];
        for (int n = 0; n < figures.count; n++) {
            numbers[figures.nodes[n]] = n;
        }
        return numbers;
    }

    private void step() {
        int before = current.total();
        int fewer = Math.min(random.nextInt(4), figures.count / 2);
        for (int k = 0; k < fewer; k++) {
            change(-1);
        }
        for (int k = 0; k <= fewer; k++) {
            change(1);
        }
        current.maximize();
        int loss = before - current.total();
        if (loss <= 0) {
            current.acceptCurrent();
            current.keep();
        } else if (loss == 1 && random.nextDouble() < KEEPS_LOSS) {
            keepLoss();
        } else {
            current.takeBack();
        }
    }

    /** Goes on with fewer instances, which are not lost if there have never been more than before this step. */
    private void keepLoss() {
        if (current.total() >= best.total()) {
            current.takeBack();
            saveBest();
        } else {
            current.acceptCurrent();
            current.keep();
        }
    }

    private void change(int difference) {
        int n = random.nextInt(figures.count);
        for (int k = 0; k < figures.count; k++) {
            int wanted = current.demanded(n) + difference;
            if (wanted >= 0 && wanted <= figures.mostPrimaries(n)) {
                current.demand(n, wanted);
                return;
            }
            n = n + 1 == figures.count ? 0 : n + 1;
        }
    }

    /**
     * Takes the pairs in turns, one instance of each. A node that backs no more once it runs what it is to run begins
     * to run the last of its instances at the end.
     */
    private List<Placement> placements() {
        List<Placement> placements = new ArrayList<>();
        List<Placement> last = new ArrayList<>();
        int[] kept = new int[figures.count];
        for (int q = 0; q < figures.count; q++) {
            kept[q] = isTight(q) ? lastSecondary(q) : Placement.NONE;
            if (kept[q] != Placement.NONE) {
                last.add(isTight(kept[q]) ? 0 : last.size(), placement(q, kept[q]));
            }
        }
        for (int turn = 0; placements.size() + last.size() < best.total(); turn++) {
            for (int q = 0; q < figures.count; q++) {
                for (int n = 0; n < figures.count; n++) {
                    if (best.pairs(q, n) - (kept[q] == n ? 1 : 0) > turn) {
                        placements.add(placement(q, n));
                    }
                }
            }
        }
        placements.addAll(last);
        return placements;
    }

    private boolean isTight(int q) {
        return figures.isTight(q, best.demanded(q));
    }

    /** Returns a node that backs an instance of this one, best one that does not have to wait as well. */
    private int lastSecondary(int q) {
        int found = Placement.NONE;
        for (int n = 0; n < figures.count; n++) {
            if (best.pairs(q, n) > 0 && (found == Placement.NONE || isTight(found))) {
                found = n;
            }
        }
        return found;
    }

    private Placement placement(int q, int n) {
        return new Placement(figures.nodes[q], figures.nodes[n]);
    }
}
