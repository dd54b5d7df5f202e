package org.ballast.planner.search;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.ballast.model.Placement;
import org.ballast.planner.search.Objective.Standing;

/** One random walk of a draft, which gets colder as it goes. */
final class Walk {
    /** Steps after which prices follow, and somebody may end the walk. */
    static final int PACE = 256;

    /**
     * The share of steps that change two instances at once. Once a cluster is nearly balanced, single changes unbalance
     * it; two instances that change places are most of what still helps.
     */
    private static final double PAIRS = 0.8;

    private static final double LOOKS = 0.1;

    private final Draft draft;
    private final Objective objective;
    private final SplittableRandom random;
    private final Proposals proposals;
    private final Outlook outlook;
    private final Market market;
    private final BestTarget best;

    private Prices prices;
    private double temperature;
    private final double firstScore;
    private double score;
    private boolean isFull;
    private long tries;

    Walk(Draft draft, Objective objective, long seed) {
        this.draft = draft;
        this.objective = objective;
        random = new SplittableRandom(seed);
        proposals = new Proposals(draft, random);
        outlook = new Outlook(draft, random);
        score = draft.score();
        firstScore = score;
        market = new Market(objective, score, draft.meanMib());
        prices = market.prices();
        best = new BestTarget(draft, objective);
    }

    /**
     * Looks around once for each instance, for places that are worth their price and keep within all limits.
     *
     * @param share how dear change is, see {@link Market#ask}
     * @return whether a limit is reached, or the goal
     */
    boolean sweep(double share, double coldest, BooleanSupplier isOver) {
        temperature = coldest;
        market.ask(share, firstScore);
        prices = market.prices();
        isFull = false;
        int[] movable = draft.movable();
        for (int k = 0; k < movable.length && !(k % PACE == 0 && isOver.getAsBoolean()); k++) {
            look(movable[k], true);
        }
        return isFull || score <= objective.goal().orElse(Double.NEGATIVE_INFINITY);
    }

    /** Gets ready for another round from the best target so far. */
    void beginRound() {
        returnToBest();
        market.calm();
    }

    /** Goes a few steps at a temperature, in units of the score. */
    void go(double newTemperature) {
        temperature = newTemperature;
        for (int k = 0; k < PACE; k++) {
            step();
        }
        market.follow(score, draft.bill());
        prices = market.prices();
    }

    /** Goes back to the best target so far. */
    void returnToBest() {
        best.restore();
        score = draft.score();
    }

    /** Goes to where instances are at the start. */
    void goHome() {
        for (int i : draft.movable()) {
            change(i, draft.firstPrimary(i), draft.firstSecondary(i));
        }
        settle();
    }

    /** Goes to another walk's target. */
    void join(Walk other) {
        for (int i : draft.movable()) {
            change(i, other.draft.primary(i), other.draft.secondary(i));
        }
        settle();
    }

    BestTarget best() {
        return best;
    }

    Standing standing() {
        return best.standing();
    }

    long tries() {
        return tries;
    }

    private void step() {
        double draw = random.nextDouble();
        if (draw < PAIRS) {
            tryPair();
        } else if (draw < PAIRS + LOOKS) {
            look(proposals.someone(), false);
        } else {
            trySingle();
        }
    }

    private void trySingle() {
        tries++;
        if (proposals.any()) {
            int i = proposals.instance();
            int p = proposals.primary();
            int s = proposals.secondary();
            if (accepts(riseOf(i, p, s))) {
                change(i, p, s);
                settle();
            }
        }
    }

    private void look(int i, boolean keepsWithin) {
        tries += outlook.width(i);
        Placement found = outlook.look(i, prices, temperature);
        if (found.primary() != draft.primary(i) || found.secondary() != draft.secondary(i)) {
            int p = draft.primary(i);
            int s = draft.secondary(i);
            change(i, found.primary(), found.secondary());
            if (keepsWithin && !objective.admits(draft.bill())) {
                change(i, p, s);
                isFull = true;
            } else {
                settle();
            }
        }
    }

    private void tryPair() {
        tries += 2;
        if (!proposals.any()) {
            return;
        }
        int i = proposals.instance();
        int p = proposals.primary();
        int s = proposals.secondary();
        int oldP = draft.primary(i);
        int oldS = draft.secondary(i);
        double rise = riseOf(i, p, s);
        if (rise == Draft.REFUSED) {
            return;
        }
        draft.place(i, p, s);
        boolean isPair = proposals.answer(i, oldP, oldS);
        int j = proposals.instance();
        int newP = proposals.primary();
        int newS = proposals.secondary();
        boolean accepted = isPair && accepts(rise + riseOf(j, newP, newS));
        draft.place(i, oldP, oldS);
        if (accepted) {
            change(i, p, s);
            change(j, newP, newS);
            settle();
        }
    }

    private double riseOf(int i, int p, int s) {
        return draft.rise(i, p, s) + draft.costRise(i, p, s, prices);
    }

    private boolean accepts(double rise) {
        return rise <= 0 || (rise < Draft.REFUSED && random.nextDouble() < Math.exp(-rise / temperature));
    }

    private void change(int i, int p, int s) {
        best.changing(i);
        draft.place(i, p, s);
    }

    private void settle() {
        score = draft.score();
        best.judge(score);
    }
}
