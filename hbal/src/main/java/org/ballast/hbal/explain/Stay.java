package org.ballast.hbal.explain;

import java.util.Locale;

/** Why an instance cannot move. */
public enum Stay {
    /** It is only planned. */
    FORTHCOMING("not there yet"),
    /** A rule says so. */
    RULE("held by a rule"),
    /** The user's selection leaves it out. */
    EXCLUDED("excluded by --exclude-instances or --select-instances"),
    /** Its owner wants no automatic moves. */
    UNWILLING("auto-balance is off"),
    /** Its nodes are in two groups. */
    SPLIT("nodes in two groups"),
    /** Its nodes are one. */
    SAME_NODE("both nodes are the same"),
    /** Its disks are on one node alone. */
    ONE_COPY("disks on one node alone, which --move-plain moves"),
    /** It has no disks that a move would have to care for, but it is left alone all the same. */
    DISKLESS("diskless"),
    /** It should have a second copy of its disks. */
    NO_SECONDARY("has lost its secondary node"),
    /** Only instances on offline nodes are to move. */
    HEALTHY("not on an offline node, and --evac-mode is given");

    private final String words;

    Stay(String words) {
        this.words = words;
    }

    /** Returns why, in words. */
    public String words() {
        return words;
    }

    /** Returns the name used in machine-readable output. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
