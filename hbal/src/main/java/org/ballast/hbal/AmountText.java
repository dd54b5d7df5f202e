package org.ballast.hbal;

import java.util.List;
import java.util.stream.Collectors;
import org.ballast.cli.text.ShortNames;
import org.ballast.model.Cluster;
import org.ballast.model.Decimals;

/** Amounts as people write them. */
final class AmountText {
    private static final double KIBI = 1024;
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;
    private static final int MOST_NAMES = 6;

    private AmountText() {}

    /** Writes MiB as GiB, with one decimal and without the unit. */
    static String gib(long mib) {
        return Decimals.fixed((double) mib / KIBI, 1);
    }

    /** Writes a number with the decimals it has. */
    static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Decimals.plain(value);
    }

    /** Writes a time, by its two largest units. */
    static String time(double seconds) {
        long whole = Math.round(seconds);
        if (whole < MINUTE) {
            return whole + " s";
        }
        if (whole < HOUR) {
            return whole / MINUTE + " min " + whole % MINUTE + " s";
        }
        return whole / HOUR + " h " + whole % HOUR / MINUTE + " min";
    }

    /** Writes how many there are of something of which one is called this. */
    static String count(long number, String one) {
        return count(number, one, one + "s");
    }

    /** Writes how many there are of something of which one is called this, and several that. */
    static String count(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }

    /** Writes the names of instances, of many only the first. */
    static String instances(List<Integer> indices, Cluster cluster, ShortNames names) {
        String first = indices.stream()
                .limit(MOST_NAMES)
                .map(index -> names.of(cluster.instances().get(index)))
                .collect(Collectors.joining(", "));
        int more = indices.size() - MOST_NAMES;
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
