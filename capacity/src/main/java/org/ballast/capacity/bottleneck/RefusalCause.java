package org.ballast.capacity.bottleneck;

import java.util.List;
import org.ballast.planner.state.Verdict;

/** The reason for which a node refuses an instance, in finer detail than a {@link Verdict}. */
public enum RefusalCause {
    /** The instance fits. */
    FITS("fits"),
    /** Nothing at all is placed while some node cannot host the failovers it may have to. */
    UNHEALTHY("unhealthy cluster"),
    /** The group's policy. */
    POLICY("policy"),
    /** There is too little memory. */
    MEMORY("memory"),
    /** There is memory, but it has to stay free for failovers. */
    FAILOVER_MEMORY("memory for failovers"),
    /** There is too little disk space. */
    DISK("disk"),
    /** There is disk space, but the user wants it to stay free. */
    DISK_RESERVE("reserved disk"),
    /** There would be more virtual CPUs than the policy allows for the physical ones. */
    VCPUS("vcpus"),
    /** There are too few spindles. */
    SPINDLES("spindles"),
    /** The reckoned disk load would be higher than the policy allows for the spindles. */
    SPINDLE_USE("spindle use"),
    /** An exclusion tag or a migration tag. */
    TAG("tag"),
    /** Some node could no longer fail without loss. */
    REDUNDANCY("redundancy"),
    /** The node would do, but none would with it as the other node of the pair. */
    NO_PARTNER("no partner");

    private final String label;

    RefusalCause(String label) {
        this.label = label;
    }

    /** Returns the name for reports. */
    public String label() {
        return label;
    }

    /** Returns the reason for a verdict that these demands led to, all of them in the order in which they count. */
    static RefusalCause of(Verdict verdict, List<ResourceDemand> demands) {
        if (verdict.accepted()) {
            return FITS;
        }
        return demands.stream()
                .filter(demand -> !demand.isMet() && demand.kind().verdict() == verdict)
                .findFirst()
                .map(RefusalCause::of)
                .orElse(TAG);
    }

    private static RefusalCause of(ResourceDemand demand) {
        boolean isThere = demand.needed() < demand.free();
        return switch (demand.kind()) {
            case MEMORY -> isThere ? FAILOVER_MEMORY : MEMORY;
            case DISK -> isThere ? DISK_RESERVE : DISK;
            case VCPUS -> VCPUS;
            case SPINDLES -> SPINDLES;
            case SPINDLE_USE -> SPINDLE_USE;
        };
    }
}
