package org.ballast.optimizer.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The slots of one shared resource: phase after phase, and in each a few moves at a time. */
final class MoveSlots {
    private static final int UNUSED = -1;

    private final List<Integer> steps = new ArrayList<>();
    /** By phase, how many of its moves are not yet done. */
    private final List<Integer> movesLeft = new ArrayList<>();
    /** By slot, the move that uses it, or used it last in this phase. */
    private final int[] user;

    private final boolean[] isBusy;
    private List<Integer> previousPhase = new ArrayList<>();
    private List<Integer> thisPhase = new ArrayList<>();
    private int phase;
    private double workLeft;

    /** Creates a resource for so many moves at a time. */
    MoveSlots(int capacity) {
        user = new int[capacity];
        isBusy = new boolean[capacity];
        Arrays.fill(user, UNUSED);
    }

    /** Notes a move that will come in a phase; phases are noted in order. */
    void expect(int step, int itsPhase, double work) {
        steps.add(step);
        if (movesLeft.size() == itsPhase) {
            movesLeft.add(0);
        }
        movesLeft.set(itsPhase, movesLeft.get(itsPhase) + 1);
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

    /** Returns whether a move of that phase may start now. */
    boolean isOpen(int itsPhase) {
        return phase == itsPhase && freeSlot().isPresent();
    }

    private Optional<Integer> freeSlot() {
        for (int slot = 0; slot < isBusy.length; slot++) {
            if (!isBusy[slot]) {
                return Optional.of(slot);
            }
        }
        return Optional.empty();
    }

    /** Starts a move and returns the moves that had to be done before. */
    List<Integer> start(int step, double work) {
        int slot = freeSlot().orElseThrow();
        List<Integer> before = user[slot] == UNUSED ? previousPhase : List.of(user[slot]);
        user[slot] = step;
        isBusy[slot] = true;
        thisPhase.add(step);
        workLeft -= work;
        return before;
    }

    void end(int step) {
        for (int slot = 0; slot < isBusy.length; slot++) {
            isBusy[slot] &= user[slot] != step;
        }
        movesLeft.set(phase, movesLeft.get(phase) - 1);
        if (movesLeft.get(phase) == 0) {
            phase++;
            previousPhase = thisPhase;
            thisPhase = new ArrayList<>();
            Arrays.fill(user, UNUSED);
        }
    }
}
