package org.ballast.model;

/** One operation of the cluster manager on an instance. */
public sealed interface Action {
    /** Returns the placement after the action. */
    Placement to(Placement from);

    /** Returns the data that goes over the network for it, in MiB: all disks, or the memory of an instance that runs. */
    default long dataMib(Instance instance) {
        return switch (this) {
            case SwitchRoles(), SwitchTo(int _) -> instance.status().isRunning() ? instance.memory() : 0;
            case ReplaceSecondary(int _), MoveDisks(int _) -> instance.disk();
        };
    }

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
