package org.ballast.optimizer.rules;

import org.ballast.model.rules.Copies;

/** The places that an instance enters and those that it leaves when it changes its nodes. Used again and again. */
final class PlaceChanges {
    final int[] entered;
    final int[] left;
    int enteredCount;
    int leftCount;

    private final PlaceTable places;
    private final boolean withPrimary;
    private final boolean withSecondary;

    PlaceChanges(PlaceTable places, Copies copies) {
        this(places, copies.withPrimary(), copies.withSecondary());
    }

    private PlaceChanges(PlaceTable places, boolean withPrimary, boolean withSecondary) {
        this.places = places;
        this.withPrimary = withPrimary;
        this.withSecondary = withSecondary;
        entered = new int[2 * places.most()];
        left = new int[2 * places.most()];
    }

    PlaceChanges copy() {
        return new PlaceChanges(places, withPrimary, withSecondary);
    }

    void compare(int fromPrimary, int fromSecondary, int primary, int secondary) {
        int fromOne = withPrimary ? fromPrimary : -1;
        int fromOther = withSecondary ? fromSecondary : -1;
        int toOne = withPrimary ? primary : -1;
        int toOther = withSecondary ? secondary : -1;
        if (places.isSimple) {
            compareSimple(places.first(fromOne), places.first(fromOther), places.first(toOne), places.first(toOther));
            return;
        }
        enteredCount = difference(toOne, toOther, fromOne, fromOther, entered);
        leftCount = difference(fromOne, fromOther, toOne, toOther, left);
    }

    /** The same for four places, or -1 where there is none; nearly all tables are simple. */
    private void compareSimple(int fromOne, int fromOther, int toOne, int toOther) {
        enteredCount = 0;
        leftCount = 0;
        if (toOne >= 0 && toOne != fromOne && toOne != fromOther) {
            entered[enteredCount++] = toOne;
        }
        if (toOther >= 0 && toOther != toOne && toOther != fromOne && toOther != fromOther) {
            entered[enteredCount++] = toOther;
        }
        if (fromOne >= 0 && fromOne != toOne && fromOne != toOther) {
            left[leftCount++] = fromOne;
        }
        if (fromOther >= 0 && fromOther != fromOne && fromOther != toOne && fromOther != toOther) {
            left[leftCount++] = fromOther;
        }
    }

    /** Collects the places of two nodes that are not places of two others, each once. */
    private int difference(int one, int other, int notOne, int notOther, int[] found) {
        int count = 0;
        for (int place : places.of(one)) {
            if (!places.contains(notOne, place) && !places.contains(notOther, place)) {
                found[count++] = place;
            }
        }
        for (int place : places.of(other)) {
            if (!places.contains(one, place) && !places.contains(notOne, place) && !places.contains(notOther, place)) {
                found[count++] = place;
            }
        }
        return count;
    }
}
