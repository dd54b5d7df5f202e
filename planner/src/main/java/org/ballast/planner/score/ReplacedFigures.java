package org.ballast.planner.score;

import java.util.Arrays;

/**
 * One row of the score with one figure replaced, for each of several nodes: sums and standard deviations with exactly the
 * additions of {@link FigureColumns}, for all nodes in one pass.
 *
 * <p>All running sums advance together. Until its node's turn a sum is the common one; then it goes its own way. Two sums
 * that have become equal stay equal, because they add the same figures from then on, so they are carried on as one. The
 * sums of nodes with equal figures differ in the last few bits at most, and meet soon: a thousand nodes are seldom more
 * than a handful of sums.
 */
public final class ReplacedFigures {
    private final double[] figures;
    private final int[] positions;
    private final double[] replacements;

    /** Running sums that differ, in ascending order, and which one each node's sum is part of. */
    private double[] sums = new double[16];

    private int[] ids = new int[16];
    private int active;
    /** The sum that a sum has become a part of, or itself. */
    private int[] joined = new int[16];

    private double[] last = new double[16];
    private int created;
    private final int[] idOf;

    /**
     * Prepares a row.
     *
     * @param figures what the nodes contribute now
     * @param positions the nodes whose figures are replaced, one for each result, ascending
     * @param replacements the figures in place of theirs
     */
    public ReplacedFigures(double[] figures, int[] positions, double[] replacements) {
        this.figures = figures;
        this.positions = positions;
        this.replacements = replacements;
        idOf = new int[positions.length];
    }

    /** Works out the sums; returns false if some are no numbers. */
    public boolean sums(double[] results) {
        begin();
        double common = 0;
        int next = 0;
        for (int k = 0; k < figures.length; k++) {
            advance(figures[k]);
            if (next < positions.length && positions[next] == k) {
                idOf[next] = enter(common + replacements[next]);
                next++;
            }
            common += figures[k];
        }
        end();
        return read(results) && Double.isFinite(common);
    }

    /** Works out the standard deviations; returns false if some are no numbers. */
    public boolean deviations(double[] results) {
        double[] means = new double[positions.length];
        if (!sums(means)) {
            return false;
        }
        int n = figures.length;
        boolean[] done = new boolean[positions.length];
        int left = positions.length;
        for (int k = 0; left > 0; k++) {
            if (!done[k]) {
                double sum = means[k];
                squares(sum / n, k, means, sum);
                for (int other = k; other < positions.length; other++) {
                    if (!done[other] && means[other] == sum) {
                        done[other] = true;
                        left--;
                        double squares = last[root(idOf[other])];
                        results[other] = Math.sqrt(squares / n);
                        if (!Double.isFinite(squares)) {
                            return false;
                        }
                    }
                }
            }
        }
        return true;
    }

    /** Adds up the squares of the differences from a mean, for the nodes with which it is the mean. */
    private void squares(double mean, int first, double[] means, double sum) {
        begin();
        double common = 0;
        int next = first;
        for (int k = 0; k < figures.length; k++) {
            double off = figures[k] - mean;
            double square = off * off;
            advance(square);
            if (next < positions.length && positions[next] == k) {
                if (means[next] == sum) {
                    double own = replacements[next] - mean;
                    idOf[next] = enter(common + own * own);
                }
                next++;
            }
            common += square;
        }
        end();
    }

    private void begin() {
        active = 0;
        created = 0;
    }

    private void advance(double figure) {
        int kept = 0;
        for (int a = 0; a < active; a++) {
            double sum = sums[a] + figure;
            // Adding keeps the order, so equal ones are neighbours.
            if (kept > 0 && sums[kept - 1] == sum) {
                joined[ids[a]] = ids[kept - 1];
            } else {
                sums[kept] = sum;
                ids[kept] = ids[a];
                kept++;
            }
        }
        active = kept;
    }

    private int enter(double sum) {
        int at = active;
        while (at > 0 && sums[at - 1] > sum) {
            at--;
        }
        if (at > 0 && sums[at - 1] == sum) {
            return ids[at - 1];
        }
        if (active == sums.length) {
            sums = Arrays.copyOf(sums, 2 * active);
            ids = Arrays.copyOf(ids, 2 * active);
        }
        System.arraycopy(sums, at, sums, at + 1, active - at);
        System.arraycopy(ids, at, ids, at + 1, active - at);
        active++;
        sums[at] = sum;
        if (created == joined.length) {
            joined = Arrays.copyOf(joined, 2 * created);
            last = Arrays.copyOf(last, 2 * created);
        }
        joined[created] = created;
        ids[at] = created;
        return created++;
    }

    private void end() {
        for (int a = 0; a < active; a++) {
            last[ids[a]] = sums[a];
        }
    }

    private int root(int id) {
        int at = id;
        while (joined[at] != at) {
            joined[at] = joined[joined[at]];
            at = joined[at];
        }
        return at;
    }

    private boolean read(double[] results) {
        for (int k = 0; k < positions.length; k++) {
            results[k] = last[root(idOf[k])];
            if (!Double.isFinite(results[k])) {
                return false;
            }
        }
        return true;
    }
}
