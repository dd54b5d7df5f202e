package org.ballast.cli.options;

import java.util.Optional;
import org.ballast.backends.StaticNodeMemory;
import org.ballast.cli.console.Failure;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options on what nodes' monitoring daemons add to the state of the cluster. */
public final class MonitoringOptions {
    @Option(
            names = "--mond",
            arity = "0..1",
            fallbackValue = "yes",
            paramLabel = "CHOICE",
            converter = YesNo.class,
            description = "Whether to ask the nodes' monitoring daemons for load: yes (also without a value) or no.")
    @GanetiOption(kind = "choices=yes,no", lines = "hbal 30, hinfo 11")
    private boolean mond;

    @Option(
            names = "--mond-data",
            paramLabel = "FILE",
            description = "With --mond, read what the daemons say from this file.")
    @GanetiOption(kind = "file", lines = "hbal 31, hinfo 12")
    @SuppressWarnings("UnusedVariable") // Without --mond, which is not available yet, Ganeti reads no data either.
    private Optional<String> mondData = Optional.empty();

    @Mixin
    private final NodeMemoryOptions nodeMemory = new NodeMemoryOptions();

    /** Returns what nodes that run KVM take for themselves. */
    public StaticNodeMemory nodeMemory() {
        return nodeMemory.nodeMemory();
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
