package org.ballast.pages;

import java.util.ArrayList;
import java.util.List;

/** Division of very many rows into pictures, so that names stay legible and paper can be turned over. */
final class Batches {
    /** As many rows as are seen at once, and are in one picture. */
    private static final int AT_ONCE = 50;
    /** A few more are not worth a second picture. */
    private static final int AT_MOST = 60;

    private Batches() {}

    /**
     * The rows of one picture.
     *
     * @param name which they are of all
     * @param items the rows
     */
    record Batch<T>(String name, List<T> items) {}

    static <T> List<Batch<T>> of(List<T> items) {
        int count = items.size();
        int size = count <= AT_MOST ? Math.max(1, count) : AT_ONCE;
        List<Batch<T>> batches = new ArrayList<>();
        for (int first = 0; first < count; first += size) {
            int end = Math.min(count, first + size);
            batches.add(new Batch<>(
                    "%d to %d of %d".formatted(first + 1, end, count), List.copyOf(items.subList(first, end))));
        }
        return batches;
    }

    /** Returns how many pixels high a row is, where there are so many. */
    static int rowHeight(int count) {
        return count <= 8 ? 32 : count <= 24 ? 24 : 18;
    }
}
