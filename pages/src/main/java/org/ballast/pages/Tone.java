package org.ballast.pages;

/**
 * A colour by its meaning; the style sheet says which it is in light and in dark. They can be told apart by people who
 * do not see all colours, and their lightness differs in print.
 */
public enum Tone {
    /** In use. */
    USED,
    /** Overhead of the nodes themselves. */
    OVERHEAD,
    /** Added. */
    ADDED,
    /** Reserved. */
    RESERVED,
    /** Free. */
    FREE,
    /** Before a change. */
    BEFORE,
    /** After a change. */
    AFTER,
    /** Work that copies disks. */
    COPY,
    /** Work that lets an instance change its node. */
    SWITCH,
    /** Work that does both. */
    BOTH
}
