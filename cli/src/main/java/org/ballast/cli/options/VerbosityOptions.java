package org.ballast.cli.options;

import picocli.CommandLine.Option;

/** The options of how much is printed. */
public final class VerbosityOptions {
    @Option(
            names = {"-v", "--verbose"},
            description = "Say more; up to four times.")
    @GanetiOption(kind = "none", lines = "hbal 15, hcheck 25, hinfo 7, hspace 9")
    private boolean[] more = {};

    @Option(
            names = {"-q", "--quiet"},
            description = "Say less.")
    @GanetiOption(kind = "none", lines = "hbal 16, hcheck 21, hinfo 8, hspace 10")
    private boolean[] less = {};

    /** Returns the level: 1 usually, more with each {@code -v}, less (negative as well) with each {@code -q}. */
    public int level() {
        return 1 + more.length - less.length;
    }
}
