package org.ballast.cli.options;

import org.ballast.backends.input.Readings;
import org.ballast.cli.getopt.Values;
import org.ballast.planner.balance.Budget;
import org.ballast.planner.balance.MoveRules;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** How a balanced state is looked for. */
public final class SearchOptions {
    @Option(names = "--no-disk-moves", description = "Do not copy disks: fail over or migrate only.")
    private boolean noDiskMoves;

    @Option(names = "--no-instance-moves", description = "Leave all instances where they run: copy disks only.")
    private boolean noInstanceMoves;

    @Option(
            names = {"-E", "--evac-mode"},
            description = "Move only instances that have an offline node.")
    private boolean evacuationOnly;

    @Option(names = "--ignore-soft-errors", description = "Allow moves that break soft limits.")
    private boolean ignoreSoftErrors;

    @Option(
            names = {"-l", "--max-length"},
            paramLabel = "N",
            converter = MaxLength.class,
            description = "Stop after this many moves.")
    private int maxLength = Budget.UNLIMITED.moves();

    @Option(
            names = {"-e", "--min-score"},
            paramLabel = "EPSILON",
            converter = MinScore.class,
            description = "Stop when the score is no more than this above the lowest possible.")
    private double minScore = Budget.UNLIMITED.score();

    @Option(
            names = {"-g", "--min-gain"},
            paramLabel = "DELTA",
            converter = MinGain.class,
            description = "Once the score is low (see below), stop when a move gains less than this.")
    private double minGain = Budget.UNLIMITED.minGain();

    @Option(
            names = "--min-gain-limit",
            paramLabel = "SCORE",
            converter = MinGainLimit.class,
            description = "The score from which on a least gain is asked for.")
    private double minGainLimit = Budget.UNLIMITED.minGainLimit();

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
        return minScore;
    }

    /** Returns whether moves may break soft limits. */
    public boolean ignoresSoftErrors() {
        return ignoreSoftErrors;
    }

    /** Returns how far to search, where the lowest possible score is given. */
    public Budget budget(double optimum) {
        return new Budget(maxLength, optimum + minScore, minGain, minGainLimit);
    }

    /** Returns which moves are allowed. */
    public MoveRules rules(boolean restrictedMigration) {
        return new MoveRules(!noDiskMoves, !noInstanceMoves, restrictedMigration, evacuationOnly, ignoreSoftErrors);
    }
}
