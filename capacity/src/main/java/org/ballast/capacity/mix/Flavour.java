package org.ballast.capacity.mix;

import org.ballast.capacity.InstanceShape;

/**
 * One kind of instance in a mix.
 *
 * @param name what it is called
 * @param weight how many of it there are to be, in proportion to the others' weights; from 1 to {@link #HEAVIEST}
 * @param shape what its instances are like
 */
public record Flavour(String name, long weight, InstanceShape shape) {
    /** The highest weight: sums of weights stay within 64 bits. */
    public static final long HEAVIEST = 1_000_000_000;

    /** Rejects weights out of range. */
    public Flavour {
        if (weight < 1 || weight > HEAVIEST) {
            throw new IllegalArgumentException(
                    "flavour " + name + ": expected a weight from 1 to " + HEAVIEST + ", found " + weight);
        }
    }
}
