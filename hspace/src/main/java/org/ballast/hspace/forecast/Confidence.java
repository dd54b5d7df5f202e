package org.ballast.hspace.forecast;

/** The confidence levels of limits. */
final class Confidence {
    /** The narrower limits. */
    static final double LIKELY = 0.8;

    /** The wider limits. */
    static final double SURE = 0.95;

    private Confidence() {}
}
