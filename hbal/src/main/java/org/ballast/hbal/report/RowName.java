package org.ballast.hbal.report;

import org.ballast.model.ScoreRow;

/** What the rows of the score are, in a few words. */
final class RowName {
    private RowName() {}

    static String of(ScoreRow row) {
        return switch (row) {
            case FREE_MEMORY -> "uneven free memory";
            case FREE_DISK -> "uneven free disk space";
            case REDUNDANCY_FAILURES -> "instances on nodes that fail N+1";
            case RESERVED_MEMORY -> "unevenly kept for failovers";
            case OFFLINE_INSTANCES -> "instances with an offline node";
            case OFFLINE_PRIMARIES -> "instances whose primary is offline";
            case VCPU_RATIO -> "uneven vCPUs";
            case CPU_LOAD -> "uneven CPU load";
            case MEMORY_LOAD -> "uneven memory load";
            case DISK_LOAD -> "uneven disk load";
            case NETWORK_LOAD -> "uneven network load";
            case CONFLICTING_TAGS -> "exclusion tags that meet on a node";
            case SPINDLES -> "uneven spindle use";
            case PLANNED_FREE_MEMORY -> "free memory, with what is planned";
            case PLANNED_FREE_DISK -> "free disk space, with what is planned";
            case PLANNED_VCPU_RATIO -> "vCPUs, with what is planned";
            case PLANNED_SPINDLES -> "spindle use, with what is planned";
            case LOCATION_FAULTS -> "instances in the wrong failure domain";
            case LOCATION_EXCLUSION -> "exclusion tags that meet in a domain";
            case RESERVED_MEMORY_TOTAL -> "memory kept for failovers, in all";
        };
    }
}
