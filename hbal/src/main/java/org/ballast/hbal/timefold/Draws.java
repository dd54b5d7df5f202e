package org.ballast.hbal.timefold;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ballast.planner.search.Draft;
import org.ballast.planner.search.Proposals;
import org.jspecify.annotations.Nullable;

/**
 * Hands Timefold changes that it may accept. What a node refuses, what breaks a limit, and what is worse by many times the
 * temperature is sorted out before: the draft needs a fraction of a microsecond to say so, while Timefold needs several to
 * make a change, score it and take it back.
 */
final class Draws implements Iterator<Change> {
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

    private final Course course;
    private final Draft draft;
    private final SplittableRandom random;
    private final Proposals proposals;
    private @Nullable Assignment assignment;

    private long draws;
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

    private Optional<Change> next = Optional.empty();

    Draws(Course course) {
        this.course = course;
        draft = course.draft;
        random = new SplittableRandom(course.seed);
        proposals = new Proposals(draft, random);
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
            course.follow(current);
            worst = HOPELESS * hottest * Math.max(COLDEST, 1 - (double) handedOn / quota);
            excess = course.excess();
            long last = draws + PATIENCE;
            while (next.isEmpty() && draws < last && goesOn()) {
                next = random.nextDouble() < PAIRS ? drawPair(current) : drawSingle(current);
            }
        }
        return next.isPresent();
    }

    private boolean goesOn() {
        if (draws++ % GLANCE == 0) {
            report();
            isOver = course.watch.isOver();
        }
        isOver = isOver || tries >= course.mostTries;
        return !isOver;
    }

    private void report() {
        long all = course.tried.addAndGet(tries - reported);
        reported = tries;
        course.watch.progress(course.best.score(), course.best.bill(), all);
    }

    @Override
    public Change next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the search is over");
        }
        Change change = next.orElseThrow();
        next = Optional.empty();
        handedOn++;
        return change;
    }

    private Optional<Change> drawSingle(Assignment current) {
        tries++;
        if (!proposals.any()) {
            return Optional.empty();
        }
        int i = proposals.instance();
        if (rise() > worst) {
            return Optional.empty();
        }
        int oldPrimary = draft.primary(i);
        int oldSecondary = draft.secondary(i);
        Change.Step step = make(current);
        boolean isWithin = course.excess() <= excess;
        draft.place(i, oldPrimary, oldSecondary);
        return isWithin ? Optional.of(new Change(List.of(step))) : Optional.empty();
    }

    private Optional<Change> drawPair(Assignment current) {
        tries += 2;
        if (!proposals.any()) {
            return Optional.empty();
        }
        int i = proposals.instance();
        double rise = rise();
        if (rise == Draft.REFUSED) {
            return Optional.empty();
        }
        int oldPrimary = draft.primary(i);
        int oldSecondary = draft.secondary(i);
        Change.Step first = make(current);
        Optional<Change> change = Optional.empty();
        if (proposals.answer(i, oldPrimary, oldSecondary) && rise + rise() <= worst) {
            int j = proposals.instance();
            int otherPrimary = draft.primary(j);
            int otherSecondary = draft.secondary(j);
            Change.Step second = make(current);
            if (course.excess() <= excess) {
                change = Optional.of(new Change(List.of(first, second)));
            }
            draft.place(j, otherPrimary, otherSecondary);
        }
        draft.place(i, oldPrimary, oldSecondary);
        return change;
    }

    /** Returns by how much what is to be low would rise by what is proposed. */
    private double rise() {
        return course.rise(proposals.instance(), proposals.primary(), proposals.secondary());
    }

    private Change.Step make(Assignment current) {
        Change.Step step = new Change.Step(
                course.guest(current, proposals.instance()),
                course.box(proposals.primary()),
                course.box(proposals.secondary()));
        draft.place(proposals.instance(), proposals.primary(), proposals.secondary());
        return step;
    }
}
