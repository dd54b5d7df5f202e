package org.ballast.hbal.optimize;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ballast.cli.options.GoesWith;
import org.ballast.optimizer.cost.Limits;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** How much change is accepted, and what it is worth. */
final class BudgetOptions {
    private static final double KIBI = 1024;
    /** An exbibyte: more than there is anywhere, and far from where numbers end. */
    private static final double MOST_GIB = 1 << 30;

    private static final double LONGEST = 1e9;
    private static final double HIGHEST_PRICE = 1e6;
    /** What a GiB is worth where nobody says, in units of the score. */
    @Option(
            names = "--max-data",
            paramLabel = "GIB",
            converter = Data.class,
            description = "With --optimize, copy and migrate at most this much, disks and memory together.")
    @GoesWith("--optimize")
    private Optional<Long> data = Optional.empty();

    @Option(
            names = "--max-duration",
            paramLabel = "TIME",
            converter = Duration.class,
            description = "With --optimize, take at most this long to carry the plan out: seconds, or like 90m or 2h.")
    @GoesWith("--optimize")
    private Optional<Double> duration = Optional.empty();

    @Option(
            names = "--max-instances",
            paramLabel = "N",
            converter = Instances.class,
            description = "With --optimize, move at most this many instances.")
    @GoesWith("--optimize")
    private Optional<Integer> instances = Optional.empty();

    @Option(
            names = "--price",
            paramLabel = "SCORE",
            converter = Price.class,
            description =
                    "With --optimize, leave what does not lower the score by this much for each GiB of data;"
                            + " usually 0.002 divided by the number of nodes, or next to nothing where there is a limit or a score to reach.")
    @GoesWith("--optimize")
    private Optional<Double> price = Optional.empty();

    private static final class Data implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return (long) (KIBI * OptionValues.decimal("max-data", "GiB", text, 0, MOST_GIB));
        }
    }

    private static final class Duration implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return OptionValues.duration("max-duration", text, LONGEST);
        }
    }

    private static final class Instances implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return OptionValues.count("max-instances", text, 0);
        }
    }

    private static final class Price implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return OptionValues.decimal("price", "a score", text, 0, HIGHEST_PRICE);
        }
    }

    /** Returns how much change is accepted. */
    Limits limits(OptionalInt moves) {
        return new Limits(
                moves,
                data.isPresent() ? OptionalLong.of(data.get()) : OptionalLong.empty(),
                duration.isPresent() ? OptionalDouble.of(duration.get()) : OptionalDouble.empty(),
                instances.isPresent() ? OptionalInt.of(instances.get()) : OptionalInt.empty());
    }

    /** Returns what a MiB is worth, in units of the score, if the user says so. */
    OptionalDouble pricePerMib() {
        return price.isPresent() ? OptionalDouble.of(price.get() / KIBI) : OptionalDouble.empty();
    }
}
