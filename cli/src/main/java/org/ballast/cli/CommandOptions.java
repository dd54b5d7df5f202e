package org.ballast.cli;

/** The options of one command beyond those that each has, as a class that picocli fills; its name is the command's. */
public interface CommandOptions {
    /**
     * Returns the options that the peer's command of this name has, one a line, in its order: its names separated by
     * commas, a blank, and the kind of its value. Shells complete command lines by this list.
     */
    String peerOptions();
}
