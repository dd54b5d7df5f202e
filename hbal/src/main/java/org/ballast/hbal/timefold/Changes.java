package org.ballast.hbal.timefold;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import java.util.Iterator;
import java.util.Random;

/** Hands Timefold the changes that are worth a closer look. Timefold creates it by name. */
public final class Changes implements MoveIteratorFactory<Assignment, Change> {
    @Override
    public long getSize(ScoreDirector<Assignment> scoreDirector) {
        Course course = scoreDirector.getWorkingSolution().course;
        return (long) course.movable.length * course.nodes.size();
    }

    @Override
    public Iterator<Change> createOriginalMoveIterator(ScoreDirector<Assignment> scoreDirector) {
        throw new UnsupportedOperationException("changes are only drawn at random");
    }

    /** Comes once for each step of Timefold's, so all that lasts is in the course. */
    @Override
    public Iterator<Change> createRandomMoveIterator(ScoreDirector<Assignment> scoreDirector, Random workingRandom) {
        Assignment assignment = scoreDirector.getWorkingSolution();
        Course course = assignment.course;
        course.follow(assignment);
        course.best.judge(course.draft.score());
        course.draws().continueWith(assignment);
        return course.draws();
    }
}
