package org.ballast.hbal.optimize;

import java.util.Optional;
import org.ballast.cli.options.GoesWith;
import org.ballast.optimizer.cost.Rates;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** How fast the cluster carries moves out. */
final class RateOptions {
    @Option(
            names = "--disk-rate",
            paramLabel = "MIB/S",
            converter = DiskRate.class,
            description = "With --optimize, reckon with disks being copied this fast; usually 60.")
    @GoesWith("--optimize")
    private Optional<Double> disk = Optional.empty();

    @Option(
            names = "--migration-rate",
            paramLabel = "MIB/S",
            converter = MigrationRate.class,
            description = "With --optimize, reckon with memory being migrated this fast; usually 100.")
    @GoesWith("--optimize")
    private Optional<Double> migration = Optional.empty();

    @Option(
            names = "--parallel",
            paramLabel = "N",
            converter = Parallel.class,
            description = "With --optimize, let a node take part in this many moves at the same time; usually 1.")
    @GoesWith("--optimize")
    private Optional<Integer> parallel = Optional.empty();

    private static final class DiskRate implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return OptionValues.positive("disk-rate", "MiB a second", text);
        }
    }

    private static final class MigrationRate implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return OptionValues.positive("migration-rate", "MiB a second", text);
        }
    }

    private static final class Parallel implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return OptionValues.count("parallel", text, 1);
        }
    }

    /** Returns the rates. */
    Rates rates() {
        return new Rates(
                disk.orElse(Rates.USUAL.disk()),
                migration.orElse(Rates.USUAL.migration()),
                parallel.orElse(Rates.USUAL.perNode()));
    }
}
