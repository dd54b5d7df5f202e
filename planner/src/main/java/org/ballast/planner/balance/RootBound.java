package org.ballast.planner.balance;

/**
 * The upper bound of {@code 1 - sqrt(1 + z)} by which {@link TargetScan} does without roots, for all {@code z} from a
 * least one on.
 */
final class RootBound {
    /** Where a column may change by more than this share, the bound is too loose. */
    private static final double NARROW = 0.5;

    private RootBound() {}

    /** Returns whether relative changes from {@code z0} to {@code z1} are small enough for the bound to be tight. */
    static boolean isNarrow(double z0, double z1) {
        return z0 > -NARROW && z1 < NARROW;
    }

    /** Returns the factor k of the bound; for small changes that for a hundredth, to keep the digits. */
    static double bend(double z0) {
        double z = Math.min(z0, -0.01);
        return (1 - Math.sqrt(1 + z) + z / 2) / (z * z);
    }
}
