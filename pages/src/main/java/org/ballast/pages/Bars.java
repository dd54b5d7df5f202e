package org.ballast.pages;

import java.util.List;

/**
 * Stacked horizontal bars, for instance one for each node.
 *
 * @param title what they show
 * @param note how to read them; none if empty
 * @param unit what is counted
 * @param scale what the length of a bar means
 * @param series what each bar is made of, from left to right
 * @param bars from top to bottom; of very many only the first are seen at once, so the most important come first
 */
public record Bars(String title, String note, Unit unit, Scale scale, List<Series> series, List<Bar> bars)
        implements Part.Chart {

    /** The meaning of a bar's length. */
    public enum Scale {
        /** Its amounts: a bar twice as long has twice as much. */
        AMOUNT,
        /** Nothing: all bars are equally long, and show the shares of their own sum. */
        SHARE
    }

    /**
     * A component of the bars.
     *
     * @param label what it is
     * @param tone its colour
     */
    public record Series(String label, Tone tone) {}

    /**
     * One bar.
     *
     * @param name whose it is
     * @param amounts one for each series, none of them negative
     */
    public record Bar(String name, List<Double> amounts) {

        /**
         * Copies the list.
         *
         * @throws IllegalArgumentException if an amount is negative or not finite
         */
        public Bar {
            amounts = List.copyOf(amounts);
            for (double amount : amounts) {
                ChartNumbers.requireAmount("an amount of " + name, amount);
            }
        }

        /** Returns the sum of its amounts. */
        public double total() {
            return amounts.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a bar has more or fewer amounts than there are series
     */
    public Bars {
        series = List.copyOf(series);
        bars = List.copyOf(bars);
        for (Bar bar : bars) {
            ChartNumbers.requireSize("amounts of " + bar.name(), bar.amounts().size(), series.size());
        }
    }
}
