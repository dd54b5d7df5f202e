package org.ballast.hbal.timefold;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.move.AbstractMove;
import java.util.List;

/** Other places for one or two instances, as a move of Timefold's. */
final class PlacementMove extends AbstractMove<Assignment> {
    private final List<Step> steps;

    /** One instance's other place. */
    record Step(PlannedInstance plannedInstance, Integer primary, Integer secondary) {}

    PlacementMove(List<Step> steps) {
        this.steps = steps;
    }

    /** What would change nothing, or is refused, never becomes a change. */
    @Override
    public boolean isMoveDoable(ScoreDirector<Assignment> scoreDirector) {
        return true;
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<Assignment> scoreDirector) {
        for (Step step : steps) {
            PlannedInstance plannedInstance = step.plannedInstance();
            if (!plannedInstance.getPrimary().equals(step.primary())) {
                scoreDirector.beforeVariableChanged(plannedInstance, PlannedInstance.PRIMARY);
                plannedInstance.setPrimary(step.primary());
                scoreDirector.afterVariableChanged(plannedInstance, PlannedInstance.PRIMARY);
            }
            if (!plannedInstance.getSecondary().equals(step.secondary())) {
                scoreDirector.beforeVariableChanged(plannedInstance, PlannedInstance.SECONDARY);
                plannedInstance.setSecondary(step.secondary());
                scoreDirector.afterVariableChanged(plannedInstance, PlannedInstance.SECONDARY);
            }
        }
    }

    @Override
    public String toString() {
        return steps.toString();
    }
}
