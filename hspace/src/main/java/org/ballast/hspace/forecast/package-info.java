/**
 * Forecasts of when resources run out: {@link org.ballast.hspace.forecast.History} reads what a cluster used on past
 * days, {@link org.ballast.hspace.forecast.Forecast} asks of each resource whether there is a trend at all, and if so
 * on which day it meets the capacity, with limits that say how sure that is. Without a trend it says so and names no
 * day.
 *
 * <p>The methods are robust and distribution-free: Mann and Kendall's test, Theil's and Sen's slope. Usage of one day
 * resembles that of the day before, which such methods take for certainty they do not have;
 * {@link org.ballast.hspace.forecast.Persistence} makes up for it. There is no clock and no chance in here: the same
 * history and the same day give the same forecast.
 */
@NullMarked
package org.ballast.hspace.forecast;

import org.jspecify.annotations.NullMarked;
