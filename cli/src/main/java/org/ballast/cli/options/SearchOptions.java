package org.ballast.cli.options;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ballast.backends.input.Readings;
import org.ballast.cli.getopt.Values;
import org.ballast.model.rules.MoveRules;
import org.ballast.planner.balance.Budget;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The options of the search for a balanced state. */
public final class SearchOptions {
    @Option(names = "--no-disk-moves", description = "Do not copy disks: fail over or migrate only.")
    @GanetiOption(kind = "none", lines = "hbal 24, hcheck 2")
    private boolean noDiskMoves;

    @Option(names = "--no-instance-moves", description = "Leave all instances where they run: copy disks only.")
    @GanetiOption(kind = "none", lines = "hbal 26, hcheck 9")
    private boolean noInstanceMoves;

    @Option(
            names = {"-E", "--evac-mode"},
            description = "Move only instances that have an offline node.")
    @GanetiOption(kind = "none", lines = "hbal 5, hcheck 5")
    private boolean evacuationOnly;

    @Option(names = "--ignore-soft-errors", description = "Allow moves that break soft limits.")
    @GanetiOption(kind = "none", lines = "hbal 27, hcheck 18")
    private boolean ignoreSoftErrors;

    @Option(
            names = {"-l", "--max-length"},
            paramLabel = "N",
            converter = MaxLength.class,
            description = "Stop after this many moves.")
    @GanetiOption(kind = "integer", lines = "hbal 14, hcheck 13")
    private Optional<Integer> maxLength = Optional.empty();

    @Option(
            names = {"-e", "--min-score"},
            paramLabel = "EPSILON",
            converter = MinScore.class,
            description = "Stop when the score is no more than this above the lowest possible.")
    @GanetiOption(kind = "float", lines = "hbal 19, hcheck 17")
    private Optional<Double> minScore = Optional.empty();

    @Option(
            names = {"-g", "--min-gain"},
            paramLabel = "DELTA",
            converter = MinGain.class,
            description = "Once the score is low (see below), stop when a move gains less than this.")
    @GanetiOption(kind = "float", lines = "hbal 22, hcheck 15")
    private Optional<Double> minGain = Optional.empty();

    @Option(
            names = "--min-gain-limit",
            paramLabel = "SCORE",
            converter = MinGainLimit.class,
            description = "The score from which on a least gain is asked for.")
    @GanetiOption(kind = "float", lines = "hbal 23, hcheck 16")
    private Optional<Double> minGainLimit = Optional.empty();

    private static final class MaxLength implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return Values.clamped(Readings.integer("max solution length", text));
        }
    }

    private static final class MinScore implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return Readings.decimal("min score", text);
        }
    }

    private static final class MinGain implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return Readings.decimal("min gain", text);
        }
    }

    private static final class MinGainLimit implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return Readings.decimal("min gain limit", text);
        }
    }

    /** Returns by how much the score must exceed the lowest possible one for a search to be worth it. */
    public double minScore() {
        return minScore.orElse(Budget.HBAL_USUAL.score());
    }

    /** Returns the score asked for, if any was. */
    public OptionalDouble wantedScore() {
        return minScore.isPresent() ? OptionalDouble.of(minScore.get()) : OptionalDouble.empty();
    }

    /** Returns how many moves a plan may have, if that is limited at all. */
    public OptionalInt mostMoves() {
        return maxLength.isPresent() && maxLength.get() >= 0 ? OptionalInt.of(maxLength.get()) : OptionalInt.empty();
    }

    /** Returns whether moves may break soft limits. */
    public boolean ignoreSoftErrors() {
        return ignoreSoftErrors;
    }

    /** Returns how far to search, where the lowest possible score is given. */
    public Budget budget(double optimum) {
        return new Budget(
                maxLength.orElse(Budget.HBAL_USUAL.moves()),
                optimum + minScore(),
                minGain.orElse(Budget.HBAL_USUAL.minGain()),
                minGainLimit.orElse(Budget.HBAL_USUAL.minGainLimit()));
    }

    /** Returns which moves are allowed. */
    public MoveRules rules(boolean restrictedMigration) {
        return new MoveRules(!noDiskMoves, !noInstanceMoves, restrictedMigration, evacuationOnly, ignoreSoftErrors);
    }
}
