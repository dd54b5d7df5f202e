package org.ballast.benchmarks.quality;

import java.util.List;
import java.util.OptionalInt;
import org.ballast.hbal.optimize.Outcome;
import org.ballast.hbal.optimize.Search;
import org.ballast.hbal.timefold.TimefoldSolver;
import org.ballast.planner.balance.Budget;
import org.ballast.planner.cost.Limits;
import org.ballast.planner.optimize.Effort;
import org.ballast.planner.optimize.OptimizeListener;
import org.ballast.planner.optimize.OptimizeRequest;
import org.ballast.planner.optimize.Optimized;
import org.ballast.planner.search.Annealer;
import org.ballast.planner.search.Objective;
import org.ballast.planner.search.TargetRules;
import org.ballast.planner.search.TargetSolver;

/**
 * A search.
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
    Outcome run(Arena arena, Objective objective) {
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
                Budget.UNLIMITED,
                new Effort(seconds, Long.MAX_VALUE, SEED));
        return new Search(arena.scenario(), request, false);
    }
}
