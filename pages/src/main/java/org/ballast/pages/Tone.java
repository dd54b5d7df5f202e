package org.ballast.pages;

/**
 * A colour by its meaning; the style sheet says which it is in light and in dark. They can be told apart by people who
 * do not see all colours, and their lightness differs in print.
 */
public enum Tone {
    /** What is in use. */
    USED,
    /** What the house itself needs. */
    OVERHEAD,
    /** What would be added. */
    ADDED,
    /** What is kept free on purpose. */
    RESERVED,
    /** What is left. */
    FREE,
    /** How it was. */
    BEFORE,
    /** How it is then. */
    AFTER,
    /** Work that copies disks. */
    COPY,
    /** Work that lets an instance change its node. */
    SWITCH,
    /** Work that does both. */
    BOTH
}
