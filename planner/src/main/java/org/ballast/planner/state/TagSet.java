package org.ballast.planner.state;

import java.util.BitSet;

/** An immutable set of numbered tags, made for quick comparisons with others. */
public final class TagSet {
    private final long[] words;

    TagSet(BitSet tags) {
        words = tags.toLongArray();
    }

    boolean isEmpty() {
        return words.length == 0;
    }

    boolean contains(int tag) {
        return tag >>> 6 < words.length && (words[tag >>> 6] & 1L << tag) != 0;
    }

    boolean containsAll(TagSet others) {
        for (int w = 0; w < others.words.length; w++) {
            long own = w < words.length ? words[w] : 0;
            if ((others.words[w] & ~own) != 0) {
                return false;
            }
        }
        return true;
    }

    int countCommon(TagSet other) {
        int common = 0;
        for (int w = Math.min(words.length, other.words.length) - 1; w >= 0; w--) {
            common += Long.bitCount(words[w] & other.words[w]);
        }
        return common;
    }

    /** Returns the tags in ascending order. */
    public int[] toArray() {
        return BitSet.valueOf(words).stream().toArray();
    }
}
