package org.ballast.optimizer.target;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.ballast.model.Placement;
import org.ballast.optimizer.target.Objective.Standing;

/** One chain of simulated annealing: proposed changes of an assignment, accepted at a falling temperature. */
final class AnnealingChain {
    /** Steps between two updates of the penalties, and between two checks whether the search is to end. */
    static final int STEPS_PER_UPDATE = 256;

    /**
     * The share of steps that change two instances at once. Once a cluster is nearly balanced, single changes unbalance
     * it; two instances that change places are most of what still helps.
     */
    private static final double PAIRS = 0.8;

    private static final double NODE_SWEEPS = 0.1;

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
     * Samples a placement once for each instance, accepting those that are worth their penalty and keep within all limits.
     *
     * @param share how high penalties are, see {@link AdaptivePenalties#set}
     * @return whether a limit is reached, or the goal
     */
    boolean sweep(double share, double coldest, BooleanSupplier isOver) {
        temperature = coldest;
        penalties.set(share, firstScore);
        penaltyWeights = penalties.penaltyWeights();
        isFull = false;
        int[] movable = assignment.movable();
        for (int k = 0; k < movable.length && !(k % STEPS_PER_UPDATE == 0 && isOver.getAsBoolean()); k++) {
            sampleNode(movable[k], true);
        }
        return isFull || score <= objective.goal().orElse(Double.NEGATIVE_INFINITY);
    }

    /** Starts another round from the best target so far. */
    void startRound() {
        restoreBest();
        penalties.slowDown();
    }

    /** Makes some steps at a temperature, in units of the score. */
    void run(double newTemperature) {
        temperature = newTemperature;
        for (int k = 0; k < STEPS_PER_UPDATE; k++) {
            step();
        }
        penalties.adapt(score, assignment.changeCost());
        penaltyWeights = penalties.penaltyWeights();
    }

    /** Restores the best target so far. */
    void restoreBest() {
        best.restore();
        score = assignment.score();
    }

    /** Puts all instances where they are at the start. */
    void resetToStart() {
        for (int i : assignment.movable()) {
            change(i, assignment.firstPrimary(i), assignment.firstSecondary(i));
        }
        updateBest();
    }

    /** Takes over another chain's target. */
    void copyFrom(AnnealingChain other) {
        for (int i : assignment.movable()) {
            change(i, other.assignment.primary(i), other.assignment.secondary(i));
        }
        updateBest();
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
        double kind = random.nextDouble();
        if (kind < PAIRS) {
            proposePair();
        } else if (kind < PAIRS + NODE_SWEEPS) {
            sampleNode(proposals.drawInstance(), false);
        } else {
            proposeSingle();
        }
    }

    private void proposeSingle() {
        tries++;
        if (proposals.propose()) {
            int i = proposals.instance();
            int p = proposals.primary();
            int s = proposals.secondary();
            if (accepts(riseOf(i, p, s))) {
                change(i, p, s);
                updateBest();
            }
        }
    }

    private void sampleNode(int i, boolean keepsWithin) {
        tries += nodeSweep.width(i);
        Placement found = nodeSweep.sample(i, penaltyWeights, temperature);
        if (found.primary() != assignment.primary(i) || found.secondary() != assignment.secondary(i)) {
            int p = assignment.primary(i);
            int s = assignment.secondary(i);
            change(i, found.primary(), found.secondary());
            if (keepsWithin && !objective.admits(assignment.changeCost())) {
                change(i, p, s);
                isFull = true;
            } else {
                updateBest();
            }
        }
    }

    private void proposePair() {
        tries += 2;
        if (!proposals.propose()) {
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
        boolean isPair = proposals.proposeSecond(i, oldP, oldS);
        int j = proposals.instance();
        int newP = proposals.primary();
        int newS = proposals.secondary();
        boolean accepted = isPair && accepts(rise + riseOf(j, newP, newS));
        assignment.place(i, oldP, oldS);
        if (accepted) {
            change(i, p, s);
            change(j, newP, newS);
            updateBest();
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

    private void updateBest() {
        score = assignment.score();
        best.offer(score);
    }
}
