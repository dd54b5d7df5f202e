package org.ballast.hbal.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ballast.cli.text.ShortNames;
import org.ballast.model.Cluster;
import org.ballast.model.Decimals;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.pages.Unit;

/**
 * Names and amounts as they stand on the page.
 *
 * @param names how nodes and instances are named for people
 * @param cluster the cluster before
 */
record PageWords(ShortNames names, Cluster cluster) {
    private static final String NO_SCORE = "not defined";
    private static final int PERCENT = 100;

    String node(int index) {
        return names.of(cluster.nodes().get(index));
    }

    String instance(Plan.Step step) {
        return instance(step.move().instance());
    }

    String instance(int index) {
        return names.of(cluster.instances().get(index));
    }

    /** Returns the nodes of an instance: the primary first. */
    String placement(Placement placement) {
        return nodes(placement).stream().map(this::node).collect(Collectors.joining(", "));
    }

    /** Returns the indices of the nodes of an instance: the primary first. */
    static List<Integer> nodes(Placement placement) {
        return placement.hasSecondary()
                ? List.of(placement.primary(), placement.secondary())
                : List.of(placement.primary());
    }

    /** Returns the step in a line, with its number, which counts from 1. */
    String step(int number, Plan.Step step) {
        return "#" + number + " " + instance(step) + ": " + placement(step.from()) + " → " + placement(step.to());
    }

    /** Returns a score with as many decimals as matter; it has no value where a node lacks a resource altogether. */
    static String score(double score) {
        if (!Double.isFinite(score)) {
            return NO_SCORE;
        }
        double amount = Math.abs(score);
        int decimals = amount >= 100 ? 1 : amount >= 10 ? 2 : amount >= 0.01 ? 3 : 5;
        return amount == 0 ? "0" : Decimals.fixed(score, decimals);
    }

    /** Returns MiB, or nothing for nothing. */
    static String data(long mebibytes) {
        return mebibytes == 0 ? "" : mebibytes(mebibytes);
    }

    static String mebibytes(long mebibytes) {
        return Unit.MEBIBYTES.text((double) mebibytes);
    }

    static String seconds(double seconds) {
        return Unit.SECONDS.text(seconds);
    }

    static String share(double share) {
        return Unit.PERCENT.text(PERCENT * share);
    }

    /** Returns how many there are of something of which one is called this. */
    static String count(long number, String one) {
        return count(number, one, one + "s");
    }

    /** Returns how many there are of something of which one and several are called this. */
    static String count(long number, String one, String several) {
        return Unit.COUNT.text((double) number) + " " + (number == 1 ? one : several);
    }

    /** Returns how many instances change their place. */
    static long movedInstances(Plan plan) {
        return IntStream.range(0, plan.steps().size())
                .map(k -> plan.steps().get(k).move().instance())
                .distinct()
                .count();
    }
}
