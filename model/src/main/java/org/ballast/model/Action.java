package org.ballast.model;

/** One operation of the cluster manager on an instance. */
public sealed interface Action {
    /** Returns the placement after the action. */
    Placement to(Placement from);

    /** Migrates (or, if it does not run, fails over) the instance to its secondary node. */
    record SwitchRoles() implements Action {
        @Override
        public Placement to(Placement from) {
            return from.swapped();
        }
    }

    /** Migrates (or fails over) the instance to a node that reaches its external storage. */
    record SwitchTo(int node) implements Action {
        @Override
        public Placement to(Placement from) {
            return new Placement(node, from.secondary());
        }
    }

    /** Copies the instance's disks to a new secondary node, and drops the old secondary's copy. */
    record ReplaceSecondary(int node) implements Action {
        @Override
        public Placement to(Placement from) {
            return new Placement(from.primary(), node);
        }
    }

    /** Shuts the instance down, copies its disks to another node, starts it there, and drops the old copy. */
    record MoveDisks(int node) implements Action {
        @Override
        public Placement to(Placement from) {
            return new Placement(node, from.secondary());
        }
    }
}
