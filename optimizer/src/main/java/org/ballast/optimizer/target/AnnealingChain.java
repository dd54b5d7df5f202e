package org.ballast.optimizer.target;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.ballast.model.Placement;
import org.ballast.optimizer.target.Objective.Standing;

/** One random walk of a draft, which gets colder as it goes. */
final class AnnealingChain {
    /** Steps after which prices follow, and somebody may end the walk. */
    static final int PACE = 256;

    /**
     * The share of steps that change two instances at once. Once a cluster is nearly balanced, single changes unbalance
     * it; two instances that change places are most of what still helps.
     */
    private static final double PAIRS = 0.8;

    private static final double LOOKS = 0.1;

    private final TargetAssignment assignment;
    private final Objective objective;
    private final SplittableRandom random;
    private final ChangeProposals proposals;
    private final NodeSweep nodeSweep;
    private final AdaptivePenalties penalties;
    private final BestTarget best;

    private PenaltyWeights penaltyWeights;
    private double temperature;
    private final double firstScore;
    private double score;
    private boolean isFull;
    private long tries;

    AnnealingChain(TargetAssignment assignment, Objective objective, long seed) {
        this.assignment = assignment;
        this.objective = objective;
        random = new SplittableRandom(seed);
        proposals = new ChangeProposals(assignment, random);
        nodeSweep = new NodeSweep(assignment, random);
        score = assignment.score();
        firstScore = score;
        penalties = new AdaptivePenalties(objective, score, assignment.meanMib());
        penaltyWeights = penalties.penaltyWeights();
        best = new BestTarget(assignment, objective);
    }

    /**
     * Looks around once for each instance, for places that are worth their price and keep within all limits.
     *
     * @param share how dear change is, see {@link AdaptivePenalties#ask}
     * @return whether a limit is reached, or the goal
     */
    boolean sweep(double share, double coldest, BooleanSupplier isOver) {
        temperature = coldest;
        penalties.ask(share, firstScore);
        penaltyWeights = penalties.penaltyWeights();
        isFull = false;
        int[] movable = assignment.movable();
        for (int k = 0; k < movable.length && !(k % PACE == 0 && isOver.getAsBoolean()); k++) {
            look(movable[k], true);
        }
        return isFull || score <= objective.goal().orElse(Double.NEGATIVE_INFINITY);
    }

    /** Gets ready for another round from the best target so far. */
    void beginRound() {
        returnToBest();
        penalties.calm();
    }

    /** Goes a few steps at a temperature, in units of the score. */
    void go(double newTemperature) {
        temperature = newTemperature;
        for (int k = 0; k < PACE; k++) {
            step();
        }
        penalties.follow(score, assignment.changeCost());
        penaltyWeights = penalties.penaltyWeights();
    }

    /** Goes back to the best target so far. */
    void returnToBest() {
        best.restore();
        score = assignment.score();
    }

    /** Goes to where instances are at the start. */
    void goHome() {
        for (int i : assignment.movable()) {
            change(i, assignment.firstPrimary(i), assignment.firstSecondary(i));
        }
        settle();
    }

    /** Goes to another walk's target. */
    void join(AnnealingChain other) {
        for (int i : assignment.movable()) {
            change(i, other.assignment.primary(i), other.assignment.secondary(i));
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
        tries += nodeSweep.width(i);
        Placement found = nodeSweep.look(i, penaltyWeights, temperature);
        if (found.primary() != assignment.primary(i) || found.secondary() != assignment.secondary(i)) {
            int p = assignment.primary(i);
            int s = assignment.secondary(i);
            change(i, found.primary(), found.secondary());
            if (keepsWithin && !objective.admits(assignment.changeCost())) {
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
        int oldP = assignment.primary(i);
        int oldS = assignment.secondary(i);
        double rise = riseOf(i, p, s);
        if (rise == TargetAssignment.REFUSED) {
            return;
        }
        assignment.place(i, p, s);
        boolean isPair = proposals.answer(i, oldP, oldS);
        int j = proposals.instance();
        int newP = proposals.primary();
        int newS = proposals.secondary();
        boolean accepted = isPair && accepts(rise + riseOf(j, newP, newS));
        assignment.place(i, oldP, oldS);
        if (accepted) {
            change(i, p, s);
            change(j, newP, newS);
            settle();
        }
    }

    private double riseOf(int i, int p, int s) {
        return assignment.rise(i, p, s) + assignment.costRise(i, p, s, penaltyWeights);
    }

    private boolean accepts(double rise) {
        return rise <= 0 || (rise < TargetAssignment.REFUSED && random.nextDouble() < Math.exp(-rise / temperature));
    }

    private void change(int i, int p, int s) {
        best.changing(i);
        assignment.place(i, p, s);
    }

    private void settle() {
        score = assignment.score();
        best.judge(score);
    }
}
