package org.ballast.hbal.optimize;

import java.util.Optional;
import org.ballast.hbal.timefold.TimefoldSolver;
import org.ballast.optimizer.target.Annealer;
import org.ballast.optimizer.target.DescentSolver;
import org.ballast.optimizer.target.TargetSolver;
import org.ballast.planner.balance.Budget;

/** Chooses the search. */
final class Solvers {
    private Solvers() {}

    /** Returns the search that the user wants, or else the annealer: decision 0012 says why. */
    static TargetSolver solver(Optional<SolverName> wanted, Budget descent) {
        return switch (wanted.orElse(SolverName.ANNEAL)) {
            case TIMEFOLD -> new TimefoldSolver();
            case ANNEAL -> new Annealer();
            case DESCENT -> new DescentSolver(descent);
        };
    }
}
