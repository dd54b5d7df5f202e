package org.ballast.cli.options;

import java.util.Optional;
import org.ballast.backends.StaticNodeMemory;
import org.ballast.backends.input.Readings;
import org.ballast.cli.console.Failure;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** What nodes' monitoring daemons add to the state of the cluster. */
public final class MonitoringOptions {
    @Option(
            names = "--mond",
            arity = "0..1",
            fallbackValue = "yes",
            paramLabel = "CHOICE",
            converter = YesNo.class,
            description = "Whether to ask the nodes' monitoring daemons for load: yes (also without a value) or no.")
    private boolean mond;

    @Option(
            names = "--mond-data",
            paramLabel = "FILE",
            description = "With --mond, read what the daemons say from this file.")
    private Optional<String> mondData = Optional.empty();

    @Option(
            names = "--static-kvm-node-memory",
            paramLabel = "N",
            converter = NodeMemory.class,
            description = "Reckon this many MiB for the node itself where KVM runs; 0 to use what it reports.")
    private long nodeMemory = StaticNodeMemory.USUAL.mebibytes();

    private static final class NodeMemory implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return Readings.integer("static node memory", text);
        }
    }

    /** Returns the file with what the daemons said. */
    public Optional<String> mondData() {
        return mondData;
    }

    /** Returns what nodes that run KVM take for themselves. */
    public StaticNodeMemory nodeMemory() {
        return new StaticNodeMemory(nodeMemory);
    }

    /**
     * Makes sure that nothing is asked for that cannot be had.
     *
     * @throws Failure if the monitoring daemons are to be asked
     */
    public void check() {
        if (mond) {
            throw Failure.because("reading load from monitoring daemons (--mond) is not available yet");
        }
    }
}
