package org.ballast.cli.options;

import picocli.CommandLine.Option;

/** How much is said. */
public final class VerbosityOptions {
    @Option(
            names = {"-v", "--verbose"},
            description = "Say more; up to four times.")
    private boolean[] more = {};

    @Option(
            names = {"-q", "--quiet"},
            description = "Say less.")
    private boolean[] less = {};

    /** Returns the level: 1 usually, more with each {@code -v}, less (negative as well) with each {@code -q}. */
    public int level() {
        return 1 + more.length - less.length;
    }
}
