package org.ballast.optimizer.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What goes on on one ground: stint after stint, and in each a few moves at a time. */
final class MoveSlots {
    private static final int NOBODY = -1;

    private final List<Integer> steps = new ArrayList<>();
    /** By stint, how many of its moves are not yet done. */
    private final List<Integer> left = new ArrayList<>();
    /** By berth, the move that uses it, or used it last in this stint. */
    private final int[] user;

    private final boolean[] isBusy;
    private List<Integer> stintBefore = new ArrayList<>();
    private List<Integer> thisStint = new ArrayList<>();
    private int stint;
    private double workLeft;

    /** Makes room for so many moves at a time. */
    MoveSlots(int capacity) {
        user = new int[capacity];
        isBusy = new boolean[capacity];
        Arrays.fill(user, NOBODY);
    }

    /** Notes a move that will come in a stint; stints are noted in order. */
    void expect(int step, int itsStint, double work) {
        steps.add(step);
        if (left.size() == itsStint) {
            left.add(0);
        }
        left.set(itsStint, left.get(itsStint) + 1);
        workLeft += work;
    }

    /** Returns all moves that come here at any time, in the order of the plan. */
    List<Integer> steps() {
        return steps;
    }

    /** Returns seconds of work by moves that have not started. */
    double workLeft() {
        return workLeft;
    }

    /** Returns whether a move of that stint may start now. */
    boolean isOpen(int itsStint) {
        return stint == itsStint && freeBerth().isPresent();
    }

    private Optional<Integer> freeBerth() {
        for (int moveSlot = 0; moveSlot < isBusy.length; moveSlot++) {
            if (!isBusy[moveSlot]) {
                return Optional.of(moveSlot);
            }
        }
        return Optional.empty();
    }

    /** Lets a move start and returns the moves that had to be done before. */
    List<Integer> enter(int step, double work) {
        int moveSlot = freeBerth().orElseThrow();
        List<Integer> before = user[moveSlot] == NOBODY ? stintBefore : List.of(user[moveSlot]);
        user[moveSlot] = step;
        isBusy[moveSlot] = true;
        thisStint.add(step);
        workLeft -= work;
        return before;
    }

    void leave(int step) {
        for (int moveSlot = 0; moveSlot < isBusy.length; moveSlot++) {
            isBusy[moveSlot] &= user[moveSlot] != step;
        }
        left.set(stint, left.get(stint) - 1);
        if (left.get(stint) == 0) {
            stint++;
            stintBefore = thisStint;
            thisStint = new ArrayList<>();
            Arrays.fill(user, NOBODY);
        }
    }
}
