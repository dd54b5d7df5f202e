package org.ballast.hspace.forecast;

/**
 * Two limits between which a number is believed to be.
 *
 * @param low the lower one
 * @param high the upper one
 */
public record Interval(double low, double high) {}
