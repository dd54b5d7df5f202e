package org.ballast.hbal.timefold;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.move.AbstractMove;
import java.util.List;

/** Other places for one or two instances, as a move of Timefold's. */
final class Change extends AbstractMove<Assignment> {
    private final List<Step> steps;

    /** One instance's other place. */
    record Step(Guest guest, Integer primary, Integer secondary) {}

    Change(List<Step> steps) {
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
            Guest guest = step.guest();
            if (!guest.getPrimary().equals(step.primary())) {
                scoreDirector.beforeVariableChanged(guest, Guest.PRIMARY);
                guest.setPrimary(step.primary());
                scoreDirector.afterVariableChanged(guest, Guest.PRIMARY);
            }
            if (!guest.getSecondary().equals(step.secondary())) {
                scoreDirector.beforeVariableChanged(guest, Guest.SECONDARY);
                guest.setSecondary(step.secondary());
                scoreDirector.afterVariableChanged(guest, Guest.SECONDARY);
            }
        }
    }

    @Override
    public String toString() {
        return steps.toString();
    }
}
