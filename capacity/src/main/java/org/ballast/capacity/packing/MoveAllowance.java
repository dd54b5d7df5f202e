package org.ballast.capacity.packing;

/**
 * The number of moves of existing instances that may come first.
 *
 * @param moves the most moves
 */
public record MoveAllowance(int moves) {
    /** No moves. */
    public static final MoveAllowance NONE = new MoveAllowance(0);

    /** As many moves as help. */
    public static final MoveAllowance ANY = new MoveAllowance(Integer.MAX_VALUE);

    /** Rejects negative numbers. */
    public MoveAllowance {
        if (moves < 0) {
            throw new IllegalArgumentException("expected a number of moves of at least 0, found " + moves);
        }
    }
}
