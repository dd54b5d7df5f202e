package org.ballast.hbal.timefold;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ballast.optimizer.target.ChangeProposals;
import org.ballast.optimizer.target.TargetAssignment;
import org.jspecify.annotations.Nullable;

/**
 * Hands Timefold changes that it may accept. What a node refuses, what breaks a limit, and what is worse by many times the
 * temperature is sorted out before: the draft needs a fraction of a microsecond to say so, while Timefold needs several to
 * make a change, score it and take it back.
 */
final class MoveSampler implements Iterator<PlacementMove> {
    /** Changes that are worse by more than this many temperatures stay behind: one of 20,000 would be accepted. */
    private static final double HOPELESS = 10;

    /** The share of draws that change two instances at once: most of what still helps once a cluster is nearly balanced. */
    private static final double PAIRS = 0.75;

    /** At the end of a round the temperature is zero, but changes go on to be handed on as at this share of its start. */
    private static final double COLDEST = 1.0 / 30;

    /** A round ends early when none of so many draws was worth handing on. */
    private static final int PATIENCE = 1 << 18;

    /** How many changes are drawn between two looks at the watch. */
    private static final int GLANCE = 1024;

    private final AnnealingRun annealingRun;
    private final TargetAssignment targetAssignment;
    private final SplittableRandom random;
    private final ChangeProposals proposals;
    private @Nullable Assignment assignment;

    private long moveSampler;
    private long tries;
    private long reported;
    private boolean isOver;

    private double hottest;
    private long handedOn;
    private long quota = 1;

    /** By how much the next change may raise what is to be low. */
    private double worst;
    /** How far the draft is beyond its limits. */
    private long excess;

    private Optional<PlacementMove> next = Optional.empty();

    MoveSampler(AnnealingRun annealingRun) {
        this.annealingRun = annealingRun;
        targetAssignment = annealingRun.targetAssignment;
        random = new SplittableRandom(annealingRun.seed);
        proposals = new ChangeProposals(targetAssignment, random);
    }

    /** Returns whether no more may be tried. */
    boolean isOver() {
        return isOver;
    }

    long tries() {
        return tries;
    }

    /** Starts a round that begins with a temperature and cools down to zero while so many changes are handed on. */
    void startRound(double temperature, long changes) {
        hottest = temperature;
        quota = changes;
        handedOn = 0;
    }

    /** Draws for an assignment from now on. */
    void continueWith(Assignment current) {
        assignment = current;
        next = Optional.empty();
    }

    @Override
    public boolean hasNext() {
        Assignment current = assignment;
        if (current != null && next.isEmpty() && !isOver) {
            annealingRun.follow(current);
            worst = HOPELESS * hottest * Math.max(COLDEST, 1 - (double) handedOn / quota);
            excess = annealingRun.excess();
            long last = moveSampler + PATIENCE;
            while (next.isEmpty() && moveSampler < last && goesOn()) {
                next = random.nextDouble() < PAIRS ? drawPair(current) : drawSingle(current);
            }
        }
        return next.isPresent();
    }

    private boolean goesOn() {
        if (moveSampler++ % GLANCE == 0) {
            report();
            isOver = annealingRun.watch.isOver();
        }
        isOver = isOver || tries >= annealingRun.mostTries;
        return !isOver;
    }

    private void report() {
        long all = annealingRun.tried.addAndGet(tries - reported);
        reported = tries;
        annealingRun.watch.progress(annealingRun.best.score(), annealingRun.best.changeCost(), all);
    }

    @Override
    public PlacementMove next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the search is over");
        }
        PlacementMove change = next.orElseThrow();
        next = Optional.empty();
        handedOn++;
        return change;
    }

    private Optional<PlacementMove> drawSingle(Assignment current) {
        tries++;
        if (!proposals.propose()) {
            return Optional.empty();
        }
        int i = proposals.instance();
        if (rise() > worst) {
            return Optional.empty();
        }
        int oldPrimary = targetAssignment.primary(i);
        int oldSecondary = targetAssignment.secondary(i);
        PlacementMove.Step step = make(current);
        boolean isWithin = annealingRun.excess() <= excess;
        targetAssignment.place(i, oldPrimary, oldSecondary);
        return isWithin ? Optional.of(new PlacementMove(List.of(step))) : Optional.empty();
    }

    private Optional<PlacementMove> drawPair(Assignment current) {
        tries += 2;
        if (!proposals.propose()) {
            return Optional.empty();
        }
        int i = proposals.instance();
        double rise = rise();
        if (rise == TargetAssignment.REFUSED) {
            return Optional.empty();
        }
        int oldPrimary = targetAssignment.primary(i);
        int oldSecondary = targetAssignment.secondary(i);
        PlacementMove.Step first = make(current);
        Optional<PlacementMove> change = Optional.empty();
        if (proposals.proposeSecond(i, oldPrimary, oldSecondary) && rise + rise() <= worst) {
            int j = proposals.instance();
            int otherPrimary = targetAssignment.primary(j);
            int otherSecondary = targetAssignment.secondary(j);
            PlacementMove.Step second = make(current);
            if (annealingRun.excess() <= excess) {
                change = Optional.of(new PlacementMove(List.of(first, second)));
            }
            targetAssignment.place(j, otherPrimary, otherSecondary);
        }
        targetAssignment.place(i, oldPrimary, oldSecondary);
        return change;
    }

    /** Returns by how much what is to be low would rise by what is proposed. */
    private double rise() {
        return annealingRun.rise(proposals.instance(), proposals.primary(), proposals.secondary());
    }

    private PlacementMove.Step make(Assignment current) {
        PlacementMove.Step step = new PlacementMove.Step(
                annealingRun.plannedInstance(current, proposals.instance()),
                annealingRun.box(proposals.primary()),
                annealingRun.box(proposals.secondary()));
        targetAssignment.place(proposals.instance(), proposals.primary(), proposals.secondary());
        return step;
    }
}
