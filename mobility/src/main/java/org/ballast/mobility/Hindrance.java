package org.ballast.mobility;

import java.util.Locale;

/** Why an instance cannot move wherever it might go. */
public enum Hindrance {
    /** It is only planned. */
    FORTHCOMING("not there yet"),
    /** A rule says so. */
    RULE("held by a rule"),
    /** It has a node whose capacity is not known. */
    LEFT_OUT("on a node that lacks figures and is left out"),
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
    /** Its disks are on one node alone, and that node is offline. */
    DISKS_OFFLINE("disks on an offline node alone"),
    /** It has a secondary node that its kind of disks does not use. */
    SECONDARY_UNUSED("has a secondary node, which its disks do not use"),
    /** It has no disks that a move would have to care for, but it is left alone all the same. */
    DISKLESS("diskless"),
    /** It should have a second copy of its disks. */
    NO_SECONDARY("has lost its secondary node"),
    /** Only instances on offline nodes are to move. */
    HEALTHY("not on an offline node, and --evac-mode is given"),
    /** Neither disks nor instances are to move. */
    NO_MOVES("--no-disk-moves and --no-instance-moves leave no move"),
    /** It could only be restarted on another node. */
    NO_INSTANCE_MOVES("--no-instance-moves keeps it where it runs"),
    /** It could only change roles with its secondary, which is not there. */
    NO_DISK_MOVES("its secondary node is offline, and --no-disk-moves allows no other"),
    /** It could move only if disks were copied while it is shut down. */
    NO_OFFLINE_MOVES("moves only with its disks, which --no-disk-moves or --no-instance-moves forbids"),
    /** Its primary node is online, and it shall not leave that. */
    RESTRICTED("--restricted-migration keeps it on its primary node"),
    /** No copy of its disks is on a node that is online. */
    BOTH_OFFLINE("both its nodes are offline"),
    /** There is nowhere to go. */
    NO_TARGET("no other node is online that it might move to");

    private final String words;

    Hindrance(String words) {
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
