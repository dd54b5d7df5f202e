package org.ballast.hbal.timefold;

import java.util.SplittableRandom;
import org.ballast.model.Placement;
import org.ballast.planner.target.Draft;

/** Draws other places at random: for one instance, and then for a second one that makes up for it. */
final class Proposals {
    private final Draft draft;
    private final SplittableRandom random;
    private final int[] movable;
    private final int[] targets;

    /** The instance drawn last. */
    int instance;

    /** Its new primary node. */
    int primary;

    /** Its new secondary node. */
    int secondary;

    private int partner;
    private boolean swapsPrimaries;

    Proposals(Draft draft, SplittableRandom random) {
        this.draft = draft;
        this.random = random;
        movable = draft.movable();
        targets = draft.targets();
    }

    /** Draws another place for some instance, and returns whether it is another one. */
    boolean any() {
        if (draft.movedCount() > 0 && random.nextInt(4) == 0) {
            nearHome(draft.moved(random.nextInt(draft.movedCount())));
        } else {
            elsewhere(someone());
        }
        return isReal();
    }

    /** Draws the first of two changes, and returns whether it is one. */
    boolean first() {
        partner = Placement.NONE;
        if (random.nextBoolean()) {
            return any();
        }
        int i = someone();
        partner = someone();
        swapsPrimaries = !draft.hasSecondary(i) || !draft.hasSecondary(partner) || random.nextBoolean();
        if (swapsPrimaries) {
            asPrimary(i, draft.primary(partner));
        } else {
            asSecondary(i, draft.secondary(partner));
        }
        return partner != i && isReal();
    }

    /**
     * Draws the second of two changes once the first one is made: the partner takes the place left, or an instance that
     * has moved goes home, or any other one takes the place.
     *
     * @return whether it is a change of another instance
     */
    boolean second(int i, int oldPrimary, int oldSecondary) {
        boolean leavesPrimary = partner == Placement.NONE ? draft.primary(i) != oldPrimary : swapsPrimaries;
        if (partner == Placement.NONE && draft.movedCount() > 0 && random.nextBoolean()) {
            int j = draft.moved(random.nextInt(draft.movedCount()));
            to(j, draft.firstPrimary(j), draft.firstSecondary(j));
        } else {
            int j = partner == Placement.NONE ? someone() : partner;
            if (leavesPrimary || !draft.hasSecondary(j) || oldSecondary == Placement.NONE) {
                asPrimary(j, oldPrimary);
            } else {
                asSecondary(j, oldSecondary);
            }
        }
        return instance != i && isReal();
    }

    private int someone() {
        return movable[random.nextInt(movable.length)];
    }

    /** Gives an instance a primary node; if that was its secondary, the roles change. */
    private void asPrimary(int i, int node) {
        to(i, node, draft.secondary(i) == node ? draft.primary(i) : draft.secondary(i));
    }

    /** Gives an instance a secondary node; if that was its primary, the roles change. */
    private void asSecondary(int i, int node) {
        to(i, draft.primary(i) == node ? draft.secondary(i) : draft.primary(i), node);
    }

    private void nearHome(int i) {
        int p = draft.firstPrimary(i);
        int s = draft.firstSecondary(i);
        if (s == Placement.NONE) {
            to(i, p, s);
            return;
        }
        switch (random.nextInt(6)) {
            case 0, 1 -> to(i, p, s);
            case 2 -> to(i, s, p);
            case 3 -> to(i, p, draft.secondary(i));
            case 4 -> to(i, s, draft.secondary(i) == s ? draft.primary(i) : draft.secondary(i));
            default -> to(i, draft.primary(i) == p ? draft.secondary(i) : draft.primary(i), p);
        }
    }

    private void elsewhere(int i) {
        int p = draft.primary(i);
        int s = draft.secondary(i);
        int target = targets[random.nextInt(targets.length)];
        if (s == Placement.NONE) {
            to(i, target, s);
            return;
        }
        switch (random.nextInt(8)) {
            case 0, 1 -> to(i, s, p);
            case 2, 3 -> to(i, p, target);
            case 4 -> to(i, target, s);
            case 5 -> to(i, target, p);
            case 6 -> to(i, s, target);
            default -> to(i, target, targets[random.nextInt(targets.length)]);
        }
    }

    private void to(int i, int newPrimary, int newSecondary) {
        instance = i;
        primary = newPrimary;
        secondary = newSecondary;
    }

    private boolean isReal() {
        return primary != secondary && (primary != draft.primary(instance) || secondary != draft.secondary(instance));
    }
}
