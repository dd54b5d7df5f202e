package org.ballast.optimizer.cost;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Upper limits of change. Each limit is there by itself or not at all.
 *
 * @param moves the most moves
 * @param dataMib the most data over the network, in MiB
 * @param seconds the longest time the plan may take, in seconds
 * @param instances the most instances that move
 */
public record Limits(OptionalInt moves, OptionalLong dataMib, OptionalDouble seconds, OptionalInt instances) {
    /** No limits. */
    public static final Limits NONE =
            new Limits(OptionalInt.empty(), OptionalLong.empty(), OptionalDouble.empty(), OptionalInt.empty());

    /** Returns whether there is any limit. */
    public boolean isLimited() {
        return moves.isPresent() || dataMib.isPresent() || seconds.isPresent() || instances.isPresent();
    }

    /**
     * Returns whether a plan may be so large; how long it takes is another question.
     *
     * @param moved how many instances move
     */
    public boolean admits(Cost cost, int moved) {
        return cost.moves() <= moves.orElse(Integer.MAX_VALUE)
                && cost.dataMib() <= dataMib.orElse(Long.MAX_VALUE)
                && moved <= instances.orElse(Integer.MAX_VALUE);
    }
}
