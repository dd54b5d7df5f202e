package org.ballast.hbal.optimize;

import java.util.Optional;
import java.util.OptionalDouble;
import org.ballast.cli.options.GoesWith;
import org.ballast.optimizer.Effort;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** Whether a plan is searched for as a whole, and how hard. */
final class EffortOptions {
    private static final double USUAL_SECONDS = 20;
    private static final double LONGEST = 86_400;
    private static final long USUAL_SEED = 1;

    @Option(
            names = "--optimize",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description =
                    "Search for the best plan for what it costs, for at most this long; 20 seconds usually. With it,"
                            + " -l limits the moves, -e is a score to reach by the cheapest plan, -g and --min-gain-limit are for"
                            + " the descent that has to be beaten, and Ctrl-C ends the search with the best plan so far.")
    private Optional<SearchTime> optimize = Optional.empty();

    @Option(
            names = "--solver",
            paramLabel = "NAME",
            converter = Solver.class,
            description = "With --optimize, search by timefold, anneal or descent; anneal is usual.")
    @GoesWith("--optimize")
    private Optional<SolverName> solver = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = Seed.class,
            description = "With --optimize, draw other random numbers; usually 1.")
    @GoesWith("--optimize")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--max-tries",
            paramLabel = "N",
            converter = Tries.class,
            description =
                    "With --optimize, end after this many tries, so that the plan is the same every time; then there"
                            + " is no limit on time unless --optimize has one.")
    @GoesWith("--optimize")
    private Optional<Long> mostTries = Optional.empty();

    /** How long to search, if that was said. */
    record SearchTime(OptionalDouble seconds) {}

    private static final class Seconds implements ITypeConverter<SearchTime> {
        @Override
        public SearchTime convert(String text) {
            return new SearchTime(
                    text.isEmpty()
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(OptionValues.decimal("optimize", "seconds", text, 0, LONGEST)));
        }
    }

    private static final class Solver implements ITypeConverter<SolverName> {
        @Override
        public SolverName convert(String text) {
            return SolverName.named(text);
        }
    }

    private static final class Seed implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return OptionValues.whole("seed", text, Long.MIN_VALUE, Long.MAX_VALUE);
        }
    }

    private static final class Tries implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return OptionValues.whole("max-tries", text, 0, Long.MAX_VALUE);
        }
    }

    /** Returns whether a plan is searched for as a whole. */
    boolean isWanted() {
        return optimize.isPresent();
    }

    /** Returns the solver that the user wants. */
    Optional<SolverName> solver() {
        return solver;
    }

    /** Returns how hard to search. */
    Effort effort() {
        OptionalDouble asked = optimize.map(SearchTime::seconds).orElse(OptionalDouble.empty());
        double unasked = mostTries.isPresent() ? Double.POSITIVE_INFINITY : USUAL_SECONDS;
        return new Effort(asked.orElse(unasked), mostTries.orElse(Long.MAX_VALUE), seed.orElse(USUAL_SEED));
    }
}
