package org.ballast.cli.options;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ballast.backends.NodeOverrides;
import org.ballast.backends.input.BackendException;
import org.ballast.backends.input.Readings;
import org.ballast.cli.console.Failure;
import org.ballast.model.Scenario;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The options that limit how far nodes may be filled, in place of their group's policy. */
public final class LimitOptions {
    @Option(
            names = "--max-cpu",
            paramLabel = "RATIO",
            converter = MaxCpu.class,
            description = "Allow at most this many virtual CPUs for each physical one; usually the policies say.")
    @GanetiOption(kind = "float", lines = "hbal 20, hcheck 12, hspace 16")
    private Optional<Double> maxCpu = Optional.empty();

    @Option(
            names = "--min-disk",
            paramLabel = "RATIO",
            converter = MinDisk.class,
            description = "Keep this part of each node's disk space free, from 0 to 1; usually none.")
    @GanetiOption(kind = "float", lines = "hbal 21, hcheck 14, hspace 18")
    private double minDisk;

    private static final class MaxCpu implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            double ratio = Readings.decimal("parsing max-cpu", text);
            if (ratio <= 0) {
                throw new BackendException("Invalid value of the max-cpu ratio, expected >0");
            }
            return ratio;
        }
    }

    private static final class MinDisk implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return Readings.decimal("min free disk space", text);
        }
    }

    /**
     * Returns the scenario with these limits, and with these nodes offline.
     *
     * @throws Failure if a node that is to be offline does not exist
     */
    public Scenario applyTo(Scenario scenario, List<String> offline) {
        OptionalDouble maxVcpuRatio = maxCpu.isPresent() ? OptionalDouble.of(maxCpu.get()) : OptionalDouble.empty();
        try {
            return new NodeOverrides(offline, maxVcpuRatio, minDisk).applyTo(scenario);
        } catch (BackendException e) {
            // Ganeti's message ends in an empty line.
            throw Failure.because(e.getMessage() + "\n");
        }
    }
}
