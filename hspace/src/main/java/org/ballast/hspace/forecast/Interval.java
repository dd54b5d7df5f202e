package org.ballast.hspace.forecast;

/**
 * A confidence interval of a number.
 *
 * @param low the lower one
 * @param high the upper one
 */
public record Interval(double low, double high) {}
