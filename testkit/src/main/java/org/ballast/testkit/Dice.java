package org.ballast.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A random source: the same seed gives the same throws on every machine. {@link #fork} gives parts of a generator
 * streams of their own, so that a change in one part leaves the others as they are.
 */
public final class Dice {
    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /** Returns dice that throw what the seed says. */
    public static Dice of(long seed) {
        return new Dice(new SplittableRandom(seed));
    }

    /** Returns independent dice. */
    public Dice fork() {
        return new Dice(random.split());
    }

    /** Returns true with this probability, from 0 to 1. */
    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Returns a number from 0 (included) to 1 (excluded). */
    public double fraction() {
        return random.nextDouble();
    }

    /** Returns a number between two others, both included. */
    public int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    /** Returns a number between two others, both included. */
    public long between(long low, long high) {
        return random.nextLong(low, high + 1);
    }

    /** Returns 0 mostly, and with this probability a number from the range: a property few clusters have. */
    public double knob(double probability, double low, double high) {
        boolean on = chance(probability);
        double value = low + (high - low) * fraction();
        return on ? value : 0;
    }

    /** Returns one element, each as likely as the others. */
    public <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Returns one of the choices, each as likely as the others. */
    @SafeVarargs
    public final <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Returns an index, each as likely as its weight says. */
    public int weighted(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double at = fraction() * sum;
        for (int i = 0; i < weights.length - 1; i++) {
            at -= weights[i];
            if (at < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** Returns the elements in another order. */
    public <T> List<T> shuffled(List<T> elements) {
        List<T> result = new ArrayList<>(elements);
        for (int i = result.size() - 1; i > 0; i--) {
            Collections.swap(result, i, random.nextInt(i + 1));
        }
        return result;
    }

    /** Returns some of the elements in any order, at most this many and none twice. */
    public <T> List<T> some(List<T> elements, int atMost) {
        int limit = Math.min(atMost, elements.size());
        return shuffled(elements).subList(0, between(0, limit));
    }
}
