package org.ballast.optimizer;

/**
 * The effort of a search.
 *
 * @param seconds how long it may take, in seconds
 * @param mostTries how many changes it may try; with this limit alone results are the same on any machine
 * @param seed the seed of everything that is drawn
 */
public record Effort(double seconds, long mostTries, long seed) {
    /** Returns one of so many equal parts; what is not limited stays so. */
    Effort part(int parts) {
        return new Effort(seconds / parts, mostTries == Long.MAX_VALUE ? mostTries : mostTries / parts, seed);
    }
}
