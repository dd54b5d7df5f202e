package org.ballast.hbal.timefold;

import ai.timefold.solver.core.api.domain.solution.cloner.SolutionCloner;

/** Copies assignments for Timefold, which creates it by name. */
public final class AssignmentCloner implements SolutionCloner<Assignment> {
    @Override
    public Assignment cloneSolution(Assignment original) {
        return original.copy();
    }
}
