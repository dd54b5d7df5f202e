package org.ballast.hspace.forecast;

import java.time.LocalDate;

/**
 * A point of a fitted line with its limits, for drawing; amounts are in MiB or a number, and not negative.
 *
 * @param date the day
 * @param value usage on the line
 * @param band80 between what the usage of the day is with 80 % certainty
 * @param band95 between what the usage of the day is with 95 % certainty
 */
public record CurvePoint(LocalDate date, double value, Interval band80, Interval band95) {}
