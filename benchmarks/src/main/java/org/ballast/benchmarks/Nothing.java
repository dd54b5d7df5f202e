package org.ballast.benchmarks;

/** A program that does nothing: what remains of a short command's time when it is taken away is the start of Java. */
final class Nothing {
    private Nothing() {}

    /** Ends. */
    public static void main(String[] arguments) {
        // The way hail ends, so that only what it does in between is left to compare.
        Runtime.getRuntime().halt(0);
    }
}
