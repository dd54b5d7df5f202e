package org.ballast.cli;

import org.ballast.cli.options.StandardOptions;

/** All options of one command, as a class that picocli fills; its name is the command's. */
public interface CommandOptions {
    /** Returns the options that each command has. */
    StandardOptions standard();

    /**
     * Returns the options that the peer's command of this name has, one a line, in its order: its names separated by
     * commas, a blank, and the kind of its value. Shells complete command lines by this list.
     */
    String peerOptions();
}
