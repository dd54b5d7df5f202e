package org.ballast.model;

import java.util.List;

/**
 * A change of one instance's placement, as it is weighed and reported. A move may consist of several {@link Action}s,
 * done one after another.
 */
public sealed interface Move {
    /** Returns the index of the instance that moves. */
    int instance();

    /** Returns the name of this kind of move in machine-readable output. */
    String kind();

    /** Returns the instance's placement after the move. */
    Placement to(Placement from);

    /** Returns the single actions that carry out the move, in order. */
    List<Action> actions(Placement from);

    /** Returns the data that goes over the network for it, in MiB, if instances that run are migrated. */
    default long dataMib(Placement from, Instance moved) {
        long data = 0;
        for (Action action : actions(from)) {
            data += action.dataMib(moved);
        }
        return data;
    }

    /** Primary and secondary change roles. */
    record Failover(int instance) implements Move {
        @Override
        public String kind() {
            return "failover";
        }

        @Override
        public Placement to(Placement from) {
            return from.swapped();
        }

        @Override
        public List<Action> actions(Placement from) {
            return List.of(new Action.SwitchRoles());
        }
    }

    /** The instance restarts on another node that reaches its disks. */
    record FailoverToAny(int instance, int target) implements Move {
        @Override
        public String kind() {
            return "failover-to-any";
        }

        @Override
        public Placement to(Placement from) {
            return new Placement(target, from.secondary());
        }

        @Override
        public List<Action> actions(Placement from) {
            return List.of(new Action.SwitchTo(target));
        }
    }

    /** The secondary takes over, the target gets the old primary's copy, and then takes over. */
    record ReplacePrimary(int instance, int target) implements Move {
        @Override
        public String kind() {
            return "replace-primary";
        }

        @Override
        public Placement to(Placement from) {
            return new Placement(target, from.secondary());
        }

        @Override
        public List<Action> actions(Placement from) {
            return List.of(new Action.SwitchRoles(), new Action.ReplaceSecondary(target), new Action.SwitchRoles());
        }
    }

    /** The target becomes the secondary. */
    record ReplaceSecondary(int instance, int target) implements Move {
        @Override
        public String kind() {
            return "replace-secondary";
        }

        @Override
        public Placement to(Placement from) {
            return new Placement(from.primary(), target);
        }

        @Override
        public List<Action> actions(Placement from) {
            return List.of(new Action.ReplaceSecondary(target));
        }
    }

    /** The target becomes the secondary, and then takes over; the old primary keeps the second copy. */
    record ReplaceAndFailover(int instance, int target) implements Move {
        @Override
        public String kind() {
            return "replace-and-failover";
        }

        @Override
        public Placement to(Placement from) {
            return new Placement(target, from.primary());
        }

        @Override
        public List<Action> actions(Placement from) {
            return List.of(new Action.ReplaceSecondary(target), new Action.SwitchRoles());
        }
    }

    /** The secondary takes over, and the target gets the old primary's copy. */
    record FailoverAndReplace(int instance, int target) implements Move {
        @Override
        public String kind() {
            return "failover-and-replace";
        }

        @Override
        public Placement to(Placement from) {
            return new Placement(from.secondary(), target);
        }

        @Override
        public List<Action> actions(Placement from) {
            return List.of(new Action.SwitchRoles(), new Action.ReplaceSecondary(target));
        }
    }

    /**
     * The instance, whose disks are on no other node, is shut down, its disks are copied to the target, and it starts
     * there.
     */
    record OfflineMove(int instance, int target) implements Move {
        @Override
        public String kind() {
            return "offline-move";
        }

        @Override
        public Placement to(Placement from) {
            return new Placement(target, from.secondary());
        }

        @Override
        public List<Action> actions(Placement from) {
            return List.of(new Action.MoveDisks(target));
        }
    }
}
