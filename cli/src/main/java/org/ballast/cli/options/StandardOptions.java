package org.ballast.cli.options;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command understands: questions about itself. */
public final class StandardOptions {
    @Option(
            names = {"-V", "--version"},
            description = "Show which version this is.")
    private boolean version;

    @Option(
            names = {"-h", "--help"},
            description = "Show this text.")
    private boolean help;

    @Option(names = "--help-completion", description = "List all options for the shell's completion.")
    private boolean helpCompletion;

    @Parameters(hidden = true)
    private List<String> operands = new ArrayList<>();

    /** Returns whether the version is asked for. */
    public boolean wantsVersion() {
        return version;
    }

    /** Returns whether the help text is asked for. */
    public boolean wantsHelp() {
        return help;
    }

    /** Returns whether the list of options is asked for. */
    public boolean wantsCompletion() {
        return helpCompletion;
    }

    /** Returns the arguments that belong to no option. */
    public List<String> operands() {
        return List.copyOf(operands);
    }
}
