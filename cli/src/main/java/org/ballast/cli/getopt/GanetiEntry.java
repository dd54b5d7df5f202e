package org.ballast.cli.getopt;

/**
 * An option's line in the list with which Ganeti's command of the same name has shells complete command lines.
 *
 * @param kind what kind of value Ganeti says the option has; it calls many values {@code none}
 * @param place which line it is, from 1
 */
public record GanetiEntry(String kind, int place) {
    /** The place of the options that every command has, after all others. */
    static final int LAST = Integer.MAX_VALUE;
}
