package org.ballast.cli.options;

import org.ballast.backends.StaticNodeMemory;
import org.ballast.backends.input.Readings;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The option on the memory that nodes take for themselves. */
public final class NodeMemoryOptions {
    @Option(
            names = "--static-kvm-node-memory",
            paramLabel = "N",
            converter = NodeMemory.class,
            description = "Reckon this many MiB for the node itself where KVM runs; 0 to use what it reports.")
    @GanetiOption(kind = "integer", lines = "hbal 18, hinfo 13, hspace 22")
    private long nodeMemory = StaticNodeMemory.USUAL.mebibytes();

    private static final class NodeMemory implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return Readings.integer("static node memory", text);
        }
    }

    /** Returns what nodes that run KVM take for themselves. */
    public StaticNodeMemory nodeMemory() {
        return new StaticNodeMemory(nodeMemory);
    }
}
