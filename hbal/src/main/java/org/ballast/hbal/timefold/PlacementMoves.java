package org.ballast.hbal.timefold;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import java.util.Iterator;
import java.util.Random;

/** Hands Timefold the changes that are worth a closer look. Timefold creates it by name. */
public final class PlacementMoves implements MoveIteratorFactory<Assignment, PlacementMove> {
    @Override
    public long getSize(ScoreDirector<Assignment> scoreDirector) {
        AnnealingRun annealingRun = scoreDirector.getWorkingSolution().annealingRun;
        return (long) annealingRun.movable.length * annealingRun.nodes.size();
    }

    @Override
    public Iterator<PlacementMove> createOriginalMoveIterator(ScoreDirector<Assignment> scoreDirector) {
        throw new UnsupportedOperationException("changes are only drawn at random");
    }

    /** Comes once for each step of Timefold's, so all that lasts is in the course. */
    @Override
    public Iterator<PlacementMove> createRandomMoveIterator(
            ScoreDirector<Assignment> scoreDirector, Random workingRandom) {
        Assignment assignment = scoreDirector.getWorkingSolution();
        AnnealingRun annealingRun = assignment.annealingRun;
        annealingRun.follow(assignment);
        annealingRun.best.offer(annealingRun.targetAssignment.score());
        annealingRun.moveSampler().continueWith(assignment);
        return annealingRun.moveSampler();
    }
}
