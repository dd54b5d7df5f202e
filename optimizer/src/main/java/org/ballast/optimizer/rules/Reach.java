package org.ballast.optimizer.rules;

/** Where instances could be at all, before any rule is looked at and before it is asked what else is there. */
public interface Reach {
    /** Returns whether the instance may move at all. */
    boolean isMovable(int instance);

    /** Returns whether the instance, which may move, could run on a node. */
    boolean mayRun(int instance, int node);

    /** Returns whether the instance, which may move, could have the second copy of its disks on a node. */
    boolean mayHaveCopy(int instance, int node);
}
