package org.ballast.planner.state;

import java.util.Arrays;

/**
 * The number of times that each exclusion tag occurs on a node. Nodes hold few tags, so two short parallel arrays beat
 * any map: a look at them touches one or two cache lines.
 */
public final class TagCounter {
    private int[] tags = new int[0];
    private int[] counts = new int[0];
    private int size;
    private int total;

    public void copyFrom(TagCounter other) {
        if (tags.length < other.size) {
            tags = new int[other.tags.length];
            counts = new int[other.tags.length];
        }
        System.arraycopy(other.tags, 0, tags, 0, other.size);
        System.arraycopy(other.counts, 0, counts, 0, other.size);
        size = other.size;
        total = other.total;
    }

    public void add(int[] added) {
        for (int tag : added) {
            int at = indexOf(tag);
            if (at == size) {
                if (size == tags.length) {
                    tags = Arrays.copyOf(tags, 2 * size + 2);
                    counts = Arrays.copyOf(counts, 2 * size + 2);
                }
                tags[size] = tag;
                counts[size] = 0;
                size++;
            }
            counts[at]++;
            total++;
        }
    }

    public void remove(int[] removed) {
        for (int tag : removed) {
            int at = indexOf(tag);
            if (at == size) {
                continue;
            }
            total--;
            if (--counts[at] == 0) {
                size--;
                tags[at] = tags[size];
                counts[at] = counts[size];
            }
        }
    }

    public boolean containsAny(int[] wanted) {
        for (int tag : wanted) {
            if (indexOf(tag) < size) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns how many of these tags occur, or come twice; so many more conflicts there would be if they were added.
     */
    public int countKnown(int[] wanted) {
        int known = 0;
        for (int k = 0; k < wanted.length; k++) {
            known += indexOf(wanted[k]) < size || repeats(wanted, k) > 0 ? 1 : 0;
        }
        return known;
    }

    /** Returns how many of these tags occur more than once; so many fewer conflicts there would be without them. */
    public int countRepeated(int[] wanted) {
        int repeated = 0;
        for (int k = 0; k < wanted.length; k++) {
            int at = indexOf(wanted[k]);
            repeated += at < size && counts[at] - repeats(wanted, k) > 1 ? 1 : 0;
        }
        return repeated;
    }

    private static int repeats(int[] wanted, int position) {
        int repeats = 0;
        for (int k = 0; k < position; k++) {
            repeats += wanted[k] == wanted[position] ? 1 : 0;
        }
        return repeats;
    }

    /** Returns how many occurrences there are beyond the first of each tag. */
    public int conflicts() {
        return total - size;
    }

    public int size() {
        return size;
    }

    public int tag(int position) {
        return tags[position];
    }

    public int count(int position) {
        return counts[position];
    }

    private int indexOf(int tag) {
        int at = 0;
        while (at < size && tags[at] != tag) {
            at++;
        }
        return at;
    }
}
