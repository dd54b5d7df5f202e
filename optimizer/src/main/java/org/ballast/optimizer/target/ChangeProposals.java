package org.ballast.optimizer.target;

import java.util.SplittableRandom;
import org.ballast.model.Placement;

/** Draws changes of a draft: another place for one instance, and then one for a second that makes up for it. */
public final class ChangeProposals {
    /** The share of draws that bring an instance back to where it was, in part or whole. */
    private static final double BACK = 0.25;

    private static final double EXCHANGES = 0.5;
    private static final double HOMECOMINGS = 0.25;

    private final TargetAssignment assignment;
    private final SplittableRandom random;
    private final int[] movable;
    private final int[] targets;

    private int instance;
    private int primary;
    private int secondary;

    /** Draws for a draft as it is at each time. */
    public ChangeProposals(TargetAssignment assignment, SplittableRandom random) {
        this.assignment = assignment;
        this.random = random;
        targets = assignment.targets();
        movable = assignment.movable();
    }

    /** Returns whose change was drawn last. */
    public int instance() {
        return instance;
    }

    /** Returns its new primary node. */
    public int primary() {
        return primary;
    }

    /** Returns its new secondary node, or {@link Placement#NONE}. */
    public int secondary() {
        return secondary;
    }

    /** Draws an instance; one in two is among those for which some node keeps most memory, if there are any. */
    int someone() {
        if (random.nextBoolean()) {
            int node = targets[random.nextInt(targets.length)];
            RoleResidents there = assignment.secondaries();
            if (there.count(node) > 0) {
                int i = there.get(node, random.nextInt(there.count(node)));
                if (assignment.primary(i) == assignment.mostNeeded(node)) {
                    return i;
                }
            }
        }
        return movable[random.nextInt(movable.length)];
    }

    /** Draws another place for some instance, and returns whether it is another one. */
    public boolean any() {
        if (assignment.movedCount() > 0 && random.nextDouble() < BACK) {
            back(assignment.moved(random.nextInt(assignment.movedCount())));
        } else {
            elsewhere(someone());
        }
        return isReal();
    }

    private boolean isReal() {
        return primary != secondary
                && (primary != assignment.primary(instance) || secondary != assignment.secondary(instance));
    }

    private void back(int i) {
        int p = assignment.firstPrimary(i);
        int s = assignment.firstSecondary(i);
        if (s == Placement.NONE) {
            propose(i, p, s);
            return;
        }
        switch (random.nextInt(6)) {
            case 0, 1 -> propose(i, p, s);
            case 2 -> propose(i, s, p);
            case 3 -> propose(i, p, assignment.secondary(i));
            case 4 -> propose(i, s, assignment.secondary(i) == s ? assignment.primary(i) : assignment.secondary(i));
            default -> propose(i, assignment.primary(i) == p ? assignment.secondary(i) : assignment.primary(i), p);
        }
    }

    private void elsewhere(int i) {
        int p = assignment.primary(i);
        int s = assignment.secondary(i);
        int target = targets[random.nextInt(targets.length)];
        if (s == Placement.NONE) {
            propose(i, target, s);
            return;
        }
        int[] group = assignment.groupOf(target);
        boolean isFar = !assignment.isSameGroup(p, target);
        switch (isFar ? 7 : random.nextInt(8)) {
            case 0, 1 -> propose(i, s, p);
            case 2, 3 -> propose(i, p, target);
            case 4 -> propose(i, target, s);
            case 5 -> propose(i, target, p);
            case 6 -> propose(i, s, target);
            default -> propose(i, target, group[random.nextInt(group.length)]);
        }
    }

    /**
     * Draws a change that makes up for one just made: an instance where that one has come to takes its place, or some
     * instance does, or one that has moved goes home.
     *
     * @param i who has changed
     * @param oldPrimary its primary node before
     * @param oldSecondary its secondary node before
     * @return whether it is one of another instance
     */
    public boolean answer(int i, int oldPrimary, int oldSecondary) {
        int newPrimary = assignment.primary(i);
        boolean leavesPrimary = newPrimary != oldPrimary;
        int left = leavesPrimary ? oldPrimary : oldSecondary;
        double draw = random.nextDouble();
        RoleResidents there = leavesPrimary ? assignment.primaries() : assignment.secondaries();
        int come = leavesPrimary ? newPrimary : assignment.secondary(i);
        if (draw < EXCHANGES && there.count(come) > 0) {
            fill(there.get(come, random.nextInt(there.count(come))), left, leavesPrimary);
        } else if (draw < EXCHANGES + HOMECOMINGS && assignment.movedCount() > 0) {
            int j = assignment.moved(random.nextInt(assignment.movedCount()));
            propose(j, assignment.firstPrimary(j), assignment.firstSecondary(j));
        } else {
            fill(someone(), left, leavesPrimary);
        }
        return instance != i && isReal();
    }

    /** Proposes a node in one role; if the instance has it in the other one, the roles change. */
    private void fill(int i, int node, boolean asPrimary) {
        int p = assignment.primary(i);
        int s = assignment.secondary(i);
        if (asPrimary || s == Placement.NONE) {
            propose(i, node, s == node ? p : s);
        } else {
            propose(i, p == node ? s : p, node);
        }
    }

    private void propose(int i, int newPrimary, int newSecondary) {
        instance = i;
        primary = newPrimary;
        secondary = newSecondary;
    }
}
