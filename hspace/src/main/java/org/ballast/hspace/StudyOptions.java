package org.ballast.hspace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ballast.backends.input.BackendException;
import org.ballast.backends.input.Quoted;
import org.ballast.backends.input.Readings;
import org.ballast.capacity.packing.MoveAllowance;
import org.ballast.capacity.packing.SearchBudget;
import org.ballast.capacity.whatif.WhatIf;
import org.ballast.hspace.scenario.WhatIfReader;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The options for questions beyond how many instances fit one after another. */
final class StudyOptions {
    /** The time of a search where no option says otherwise. */
    private static final Duration USUAL = Duration.ofSeconds(10);

    @Option(
            names = "--optimize",
            arity = "0..1",
            fallbackValue = "10",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "Search a packing that holds more instances, for at most this long; 10 seconds usually.")
    private Optional<Duration> optimize = Optional.empty();

    @Option(
            names = "--rebalance-first",
            description = "Move what is there already, as far as that makes room for more.")
    private boolean rebalanceFirst;

    @Option(
            names = "--moves",
            paramLabel = "N",
            converter = Moves.class,
            description = "Move what is there already, with at most this many moves.")
    private Optional<Integer> moves = Optional.empty();

    @Option(
            names = "--mix",
            paramLabel = "FILE",
            description = "Tell how often a mix of flavours fits, given as lines of NAME,WEIGHT,DISK,MEMORY,CPUS.")
    private Optional<String> mix = Optional.empty();

    @Option(
            names = "--what-if",
            paramLabel = "CHANGE",
            converter = Change.class,
            description = "Tell what would fit with a change such as add=3:4T,256g,32 or lose=node7, or several of them"
                    + " joined by /; may be given several times.")
    private List<WhatIf> whatIfs = new ArrayList<>();

    @Option(
            names = "--forecast",
            paramLabel = "HISTORY",
            description = "Tell when the cluster is full, by the trend of this CSV file.")
    private Optional<String> forecast = Optional.empty();

    @Option(names = "--explain", description = "Tell what stops the next instance, and what hail would answer.")
    private boolean explain;

    private static final class Seconds implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            double seconds = Readings.decimal("parsing optimize", text);
            if (!(seconds >= 0 && seconds <= SearchBudget.LONGEST.toSeconds())) {
                throw new BackendException("Invalid value of optimize, expected seconds from 0 to "
                        + SearchBudget.LONGEST.toSeconds() + ", got " + Quoted.quoted(text));
            }
            return Duration.ofNanos((long) (seconds * Duration.ofSeconds(1).toNanos()));
        }
    }

    private static final class Moves implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            long moves = Readings.integer("parsing moves", text);
            if (moves < 0 || moves > Integer.MAX_VALUE) {
                throw new BackendException("Invalid value of moves, expected a number from 0 to " + Integer.MAX_VALUE
                        + ", got " + Quoted.quoted(text));
            }
            return (int) moves;
        }
    }

    private static final class Change implements ITypeConverter<WhatIf> {
        @Override
        public WhatIf convert(String text) {
            return WhatIfReader.read(text);
        }
    }

    /** Returns the budget of the search for a packing, if one is to be searched. */
    Optional<SearchBudget> budget() {
        if (optimize.isPresent()) {
            return optimize.map(SearchBudget::of);
        }
        return rebalanceFirst || moves.isPresent() ? Optional.of(new SearchBudget(USUAL, 0, 0)) : Optional.empty();
    }

    /** Returns how many moves may come before. */
    MoveAllowance allowance() {
        return moves.map(MoveAllowance::new).orElse(rebalanceFirst ? MoveAllowance.ANY : MoveAllowance.NONE);
    }

    /** Returns the file with the flavours. */
    Optional<String> mix() {
        return mix;
    }

    /** Returns the changes to look at, in order. */
    List<WhatIf> whatIfs() {
        return List.copyOf(whatIfs);
    }

    /** Returns the file with the history. */
    Optional<String> forecast() {
        return forecast;
    }

    /** Returns whether explanations are asked for. */
    boolean explains() {
        return explain;
    }
}
