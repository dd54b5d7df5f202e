package org.ballast.hspace.forecast;

import java.util.List;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/** Usage over time as arrays: days since 1970, ascending, and what was in use. */
final class UsageSeries {
    private final double[] days;
    private final double[] used;

    private UsageSeries(double[] days, double[] used) {
        this.days = days;
        this.used = used;
    }

    static UsageSeries of(List<Observation> observations) {
        return new UsageSeries(
                observations.stream()
                        .mapToDouble(each -> each.date().toEpochDay())
                        .toArray(),
                observations.stream().mapToDouble(Observation::used).toArray());
    }

    int size() {
        return days.length;
    }

    double day(int index) {
        return days[index];
    }

    double used(int index) {
        return used[index];
    }

    double medianDay() {
        return new Median().evaluate(days);
    }

    /** Returns what is left of the usage above a line through the origin of the days. */
    double[] above(double slope, double origin) {
        double[] rest = new double[used.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = used[i] - slope * (days[i] - origin);
        }
        return rest;
    }

    /**
     * Returns at most so many points, and all of them if there are no more. Otherwise neighbours, as many as it takes,
     * become one: the median of their usage at the median of their days.
     */
    UsageSeries thinned(int most) {
        int together = (size() + most - 1) / most;
        if (together <= 1) {
            return this;
        }
        int count = (size() + together - 1) / together;
        double[] thinDays = new double[count];
        double[] thinUsed = new double[count];
        Median median = new Median();
        for (int i = 0; i < count; i++) {
            int start = i * together;
            int length = Math.min(together, size() - start);
            thinDays[i] = median.evaluate(days, start, length);
            thinUsed[i] = median.evaluate(used, start, length);
        }
        return new UsageSeries(thinDays, thinUsed);
    }
}
