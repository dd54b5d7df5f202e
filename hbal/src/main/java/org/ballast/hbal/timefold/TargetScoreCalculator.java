package org.ballast.hbal.timefold;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Scores assignments by the draft: broken rules are hard, what exceeds limits is medium, and the score with the price of
 * change is soft. A change only marks what it touches; the draft follows when a score is asked for, so that a change that
 * is taken back at once costs nothing. Timefold creates it by name.
 */
public final class TargetScoreCalculator implements IncrementalScoreCalculator<Assignment, HardMediumSoftLongScore> {
    private @Nullable Assignment assignment;

    @Override
    public void resetWorkingSolution(Assignment workingSolution) {
        assignment = workingSolution;
        workingSolution.annealingRun.forget();
    }

    @Override
    public HardMediumSoftLongScore calculateScore() {
        Assignment current = Objects.requireNonNull(assignment);
        AnnealingRun annealingRun = current.annealingRun;
        annealingRun.follow(current);
        return annealingRun.score();
    }

    @Override
    public void afterVariableChanged(Object entity, String variableName) {
        Objects.requireNonNull(assignment).mark((PlannedInstance) entity);
    }

    @Override
    public void beforeVariableChanged(Object entity, String variableName) {}

    @Override
    public void beforeEntityAdded(Object entity) {}

    @Override
    public void afterEntityAdded(Object entity) {}

    @Override
    public void beforeEntityRemoved(Object entity) {}

    @Override
    public void afterEntityRemoved(Object entity) {}
}
