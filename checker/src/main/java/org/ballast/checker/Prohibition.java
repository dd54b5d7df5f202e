package org.ballast.checker;

/** A reason that does not depend on nodes why an instance must not move, or not in this way. */
public enum Prohibition {
    /** The user allows no copies of disks. */
    DISK_MOVES("--no-disk-moves forbids to copy the disks of %s"),
    /** The user wants instances to run where they run. */
    INSTANCE_MOVES("--no-instance-moves forbids to run %s elsewhere"),
    /** The user wants migrations away from offline nodes only, as far as they come with a copy of disks. */
    MIGRATION("--restricted-migration forbids to replace nodes of %s by a migration from a node that is online"),
    /** The user wants moves of those instances only that have an offline node. */
    NOT_EVACUATED("--evac-mode moves no instance like %s, which has no offline node"),
    /** The user excluded the instance, or selected others. */
    NOT_SELECTED("--select-instances or --exclude-instances keeps %s where it is"),
    /** Automatic balancing of the instance is switched off. */
    AUTO_BALANCE("auto_balance is switched off for %s"),
    /** Its disks are of a kind that a balancer does not move. */
    TEMPLATE("a balancer does not move instances with disks like those of %s"),
    /** The instance does not exist yet, so that there is nothing to shut down and to copy. */
    FORTHCOMING("%s does not exist yet"),
    /** Its group is not among those that are balanced. */
    GROUP("the group of %s is not one of those that are balanced"),
    /** Its two nodes are one, by a mistake in the data. */
    ONE_NODE("both nodes of %s are the same one"),
    /** Its nodes are in two groups. */
    SPLIT("the nodes of %s are in two groups");

    private final String sentence;

    Prohibition(String sentence) {
        this.sentence = sentence;
    }

    String sentence(String instance) {
        return sentence.formatted(instance);
    }
}
