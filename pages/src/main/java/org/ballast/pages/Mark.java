package org.ballast.pages;

/**
 * A filled rectangle in a picture, in the coordinates of its axes.
 *
 * @param ink its colour
 * @param left where it starts
 * @param right where it ends
 * @param bottom its lower edge
 * @param top its upper edge
 * @param title what is said about it when a pointer is on it; nothing if empty
 */
record Mark(Ink ink, double left, double right, double bottom, double top, String title) {}
