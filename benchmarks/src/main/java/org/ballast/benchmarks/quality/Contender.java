package org.ballast.benchmarks.quality;

import java.util.List;
import java.util.OptionalInt;
import org.ballast.hbal.optimize.Search;
import org.ballast.hbal.optimize.SearchOutcome;
import org.ballast.hbal.timefold.TimefoldSolver;
import org.ballast.optimizer.Effort;
import org.ballast.optimizer.OptimizeListener;
import org.ballast.optimizer.OptimizeRequest;
import org.ballast.optimizer.Optimized;
import org.ballast.optimizer.cost.Limits;
import org.ballast.optimizer.target.Annealer;
import org.ballast.optimizer.target.Objective;
import org.ballast.optimizer.target.TargetRules;
import org.ballast.optimizer.target.TargetSolver;
import org.ballast.planner.balance.Budget;

/**
 * A search that is measured.
 *
 * @param solver by what
 * @param seconds for how long
 */
record Contender(Solver solver, double seconds) {
    private static final long SEED = 1;

    /** The searches that are measured. */
    enum Solver {
        ANNEAL,
        TIMEFOLD;

        TargetSolver create() {
            return switch (this) {
                case ANNEAL -> new Annealer();
                case TIMEFOLD -> new TimefoldSolver();
            };
        }
    }

    /** Returns its name. */
    String label() {
        return solver.create().name() + " " + Markdown.number(seconds) + " s";
    }

    /** Searches for a plan, which the independent checkers have approved. */
    SearchOutcome run(Arena arena, Objective objective) {
        return search(arena, objective).one(OptimizeListener.NONE);
    }

    /** Searches for plans of different cost, likewise. */
    List<Optimized> front(Arena arena) {
        return search(arena, Objective.of(0, Limits.NONE))
                .front(OptimizeListener.NONE, OptionalInt.empty())
                .front();
    }

    private Search search(Arena arena, Objective objective) {
        OptimizeRequest request = new OptimizeRequest(
                arena.groups(),
                TargetRules.USUAL,
                objective,
                solver.create(),
                Budget.HBAL_USUAL,
                new Effort(seconds, Long.MAX_VALUE, SEED));
        return new Search(arena.scenario(), request, List.of());
    }
}
