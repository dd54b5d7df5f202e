package org.ballast.hail.explain;

import org.ballast.checker.HostRefusal;
import org.ballast.checker.MoveRefusal;
import org.ballast.checker.PlacementRefusal;
import org.ballast.checker.PlanRefusal;
import org.ballast.checker.Refusal;
import org.ballast.checker.RuleRefusal;

/**
 * The reason for which a node is ruled out, in the order in which Ganeti checks: a node is counted under the first that
 * applies.
 */
public enum ExclusionReason {
    /** The group's policy does not accept such an instance. */
    POLICY("policy", "not accepted by the policy of the group"),
    /** Running instances do not migrate there. */
    MIGRATION_TAG("migration-tag", "migration tag not accepted"),
    /** The node is offline. */
    OFFLINE("offline", "offline"),
    /** The kind of disks does not go with the number of nodes, or with such a move. */
    DISK_TEMPLATE("disk-template", "kind of disks that cannot be there"),
    /** Too little memory. */
    MEMORY("memory", "too little memory"),
    /** Too little disk space, or less left than shall stay free. */
    DISK("disk", "too little disk space"),
    /** Too few spindles of its own. */
    SPINDLES("spindles", "too few free spindles"),
    /** Too much reckoned disk load. */
    SPINDLE_USE("spindle-use", "too much spindle use"),
    /** Too little memory to take over. */
    FAILOVER_MEMORY("failover-memory", "too little memory to take over"),
    /** A failover to the node would no longer fit. */
    REDUNDANCY("n+1", "N+1 not kept"),
    /** Too many virtual CPUs. */
    VCPUS("vcpus", "too many virtual CPUs"),
    /** An instance with the same exclusion tag is there. */
    EXCLUSION_TAG("exclusion-tag", "exclusion tag in use"),
    /** A rule of the user, told by a tag, is not kept. */
    RULE("rule", "against a rule"),
    /** The node reports no memory, disk space or CPUs. */
    NO_FIGURES("no-figures", "no figures");

    private final String label;
    private final String words;

    ExclusionReason(String label, String words) {
        this.label = label;
        this.words = words;
    }

    /** Returns the name used in machine-readable output. */
    public String label() {
        return label;
    }

    /** Returns the words for people. */
    public String words() {
        return words;
    }

    static ExclusionReason of(Refusal refusal) {
        return switch (refusal) {
            case HostRefusal host -> of(host);
            case MoveRefusal move -> of(move);
            case PlacementRefusal.AgainstPolicy _ -> POLICY;
            case PlacementRefusal.WrongNodes _, PlacementRefusal.Disconnected _ -> DISK_TEMPLATE;
            case PlacementRefusal.Stranded _,
                    PlacementRefusal.GroupFull _,
                    PlacementRefusal.Takeover _,
                    PlacementRefusal.Scattered _ -> REDUNDANCY;
            case PlanRefusal plan -> throw new IllegalArgumentException("no node says " + plan);
            case RuleRefusal _ -> RULE;
        };
    }

    private static ExclusionReason of(HostRefusal refusal) {
        return switch (refusal) {
            case HostRefusal.Memory _ -> MEMORY;
            case HostRefusal.Disk _, HostRefusal.DiskReserve _ -> DISK;
            case HostRefusal.Spindles _ -> SPINDLES;
            case HostRefusal.SpindleUse _ -> SPINDLE_USE;
            case HostRefusal.FailoverMemory _ -> FAILOVER_MEMORY;
            case HostRefusal.Redundancy _ -> REDUNDANCY;
            case HostRefusal.Vcpus _ -> VCPUS;
            case HostRefusal.ExclusionTag _ -> EXCLUSION_TAG;
            case HostRefusal.Planned planned -> of(planned.reason());
        };
    }

    private static ExclusionReason of(MoveRefusal refusal) {
        return switch (refusal) {
            case MoveRefusal.MigrationTag _ -> MIGRATION_TAG;
            case MoveRefusal.OfflineTarget _, MoveRefusal.OfflineSource _ -> OFFLINE;
            case MoveRefusal.UnknownInstance _,
                    MoveRefusal.UnknownNode _,
                    MoveRefusal.Misplaced _,
                    MoveRefusal.WrongKind _,
                    MoveRefusal.NoSecondary _,
                    MoveRefusal.AlreadyThere _,
                    MoveRefusal.Prohibited _,
                    MoveRefusal.OtherGroup _ -> DISK_TEMPLATE;
        };
    }
}
