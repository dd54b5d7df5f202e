package org.ballast.optimizer.target;

import java.util.SplittableRandom;
import org.ballast.model.Placement;

/**
 * A sampler of changes to an assignment: another placement of one instance, and of a second one that makes up for it.
 */
public final class ChangeProposals {
    /** The share of draws that bring an instance back to where it was, in part or whole. */
    private static final double BACK = 0.25;

    private static final double EXCHANGES = 0.5;
    private static final double RETURNS = 0.25;

    private final TargetAssignment assignment;
    private final SplittableRandom random;
    private final int[] movable;
    private final int[] targets;

    private int instance;
    private int primary;
    private int secondary;

    /** Creates a sampler that follows the assignment. */
    public ChangeProposals(TargetAssignment assignment, SplittableRandom random) {
        this.assignment = assignment;
        this.random = random;
        targets = assignment.targets();
        movable = assignment.movable();
    }

    /** Returns the instance of the change drawn last. */
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
    int drawInstance() {
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

    /** Draws another placement of an instance, and returns whether it differs from the present one. */
    public boolean propose() {
        if (assignment.movedCount() > 0 && random.nextDouble() < BACK) {
            proposeReturn(assignment.moved(random.nextInt(assignment.movedCount())));
        } else {
            proposeElsewhere(drawInstance());
        }
        return isReal();
    }

    private boolean isReal() {
        return primary != secondary
                && (primary != assignment.primary(instance) || secondary != assignment.secondary(instance));
    }

    private void proposeReturn(int i) {
        int p = assignment.firstPrimary(i);
        int s = assignment.firstSecondary(i);
        if (s == Placement.NONE) {
            set(i, p, s);
            return;
        }
        switch (random.nextInt(6)) {
            case 0, 1 -> set(i, p, s);
            case 2 -> set(i, s, p);
            case 3 -> set(i, p, assignment.secondary(i));
            case 4 -> set(i, s, assignment.secondary(i) == s ? assignment.primary(i) : assignment.secondary(i));
            default -> set(i, assignment.primary(i) == p ? assignment.secondary(i) : assignment.primary(i), p);
        }
    }

    private void proposeElsewhere(int i) {
        int p = assignment.primary(i);
        int s = assignment.secondary(i);
        int target = targets[random.nextInt(targets.length)];
        if (s == Placement.NONE) {
            set(i, target, s);
            return;
        }
        int[] group = assignment.groupOf(target);
        boolean isFar = !assignment.isSameGroup(p, target);
        switch (isFar ? 7 : random.nextInt(8)) {
            case 0, 1 -> set(i, s, p);
            case 2, 3 -> set(i, p, target);
            case 4 -> set(i, target, s);
            case 5 -> set(i, target, p);
            case 6 -> set(i, s, target);
            default -> set(i, target, group[random.nextInt(group.length)]);
        }
    }

    /**
     * Draws a change that makes up for one just made: an instance on the new node takes the place left, or any instance
     * does, or one that has moved returns to where it was.
     *
     * @param i the instance that has changed
     * @param oldPrimary its primary node before
     * @param oldSecondary its secondary node before
     * @return whether it is one of another instance
     */
    public boolean proposeSecond(int i, int oldPrimary, int oldSecondary) {
        int newPrimary = assignment.primary(i);
        boolean leavesPrimary = newPrimary != oldPrimary;
        int left = leavesPrimary ? oldPrimary : oldSecondary;
        double kind = random.nextDouble();
        RoleResidents there = leavesPrimary ? assignment.primaries() : assignment.secondaries();
        int come = leavesPrimary ? newPrimary : assignment.secondary(i);
        if (kind < EXCHANGES && there.count(come) > 0) {
            proposeRole(there.get(come, random.nextInt(there.count(come))), left, leavesPrimary);
        } else if (kind < EXCHANGES + RETURNS && assignment.movedCount() > 0) {
            int j = assignment.moved(random.nextInt(assignment.movedCount()));
            set(j, assignment.firstPrimary(j), assignment.firstSecondary(j));
        } else {
            proposeRole(drawInstance(), left, leavesPrimary);
        }
        return instance != i && isReal();
    }

    /** Proposes a node in one role; if the instance has it in the other one, the roles change. */
    private void proposeRole(int i, int node, boolean asPrimary) {
        int p = assignment.primary(i);
        int s = assignment.secondary(i);
        if (asPrimary || s == Placement.NONE) {
            set(i, node, s == node ? p : s);
        } else {
            set(i, p == node ? s : p, node);
        }
    }

    private void set(int i, int newPrimary, int newSecondary) {
        instance = i;
        primary = newPrimary;
        secondary = newSecondary;
    }
}
