package org.ballast.hbal.explain;

import java.util.Locale;
import java.util.Optional;
import org.ballast.model.Decimals;
import org.ballast.model.Node;
import org.ballast.model.ScoreRow;
import org.ballast.planner.state.NodeReport;

/** A figure of a node that tells people what a move changes there. */
public enum NodeMeasure {
    /** Instances that run there. */
    INSTANCES("instances", Form.COUNT),
    /** Instances whose disks are there. */
    DISK_COPIES("disk copies", Form.COUNT),
    /** The part of its memory that instances use. */
    MEMORY("memory", Form.SHARE),
    /** The part of its memory that is kept free for failovers. */
    FAILOVER_RESERVE("failover reserve", Form.SHARE),
    /** The part of its disk space in use. */
    DISK("disk", Form.SHARE),
    /** Virtual CPUs for each physical one. */
    VCPU_RATIO("vCPUs per CPU", Form.NUMBER),
    /** The part of the spindle use that it may bear. */
    SPINDLE_USE("spindle use", Form.SHARE),
    /** Measured CPU load of its instances. */
    CPU_LOAD("CPU load", Form.NUMBER),
    /** Measured memory load of its instances. */
    MEMORY_LOAD("memory load", Form.NUMBER),
    /** Measured disk load of its instances. */
    DISK_LOAD("disk load", Form.NUMBER),
    /** Measured network load of its instances. */
    NETWORK_LOAD("network load", Form.NUMBER);

    private static final int PERCENT = 100;

    private final String words;
    private final Form form;

    private enum Form {
        COUNT,
        SHARE,
        NUMBER
    }

    NodeMeasure(String words, Form form) {
        this.words = words;
        this.form = form;
    }

    /** Returns the name used in machine-readable output. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the figure of a node; not a number if the node's capacity is not known. */
    double of(NodeReport report, Node node) {
        return switch (this) {
            case INSTANCES -> report.primaries().size();
            case DISK_COPIES -> report.primaries().size() + report.secondaries().size();
            case MEMORY -> 1 - report.freeMemoryRatio();
            case FAILOVER_RESERVE -> report.reservedMemory() / node.memory().total();
            case DISK -> 1 - report.freeDiskRatio();
            case VCPU_RATIO -> report.vcpuRatio();
            case SPINDLE_USE -> report.spindleUse() / report.maxSpindleUse();
            case CPU_LOAD -> report.cpuLoad();
            case MEMORY_LOAD -> report.memoryLoad();
            case DISK_LOAD -> report.diskLoad();
            case NETWORK_LOAD -> report.networkLoad();
        };
    }

    /** Returns a change in words, such as "memory 94 → 91 %"; the two figures always look different. */
    String describe(double before, double after) {
        return switch (form) {
            case COUNT -> Math.round(before) + " → " + Math.round(after) + " " + words;
            case SHARE -> words + " " + pair(PERCENT * before, PERCENT * after, 0) + " %";
            case NUMBER -> words + " " + pair(before, after, 1);
        };
    }

    private static String pair(double before, double after, int decimals) {
        String one = Decimals.fixed(before, decimals);
        String other = Decimals.fixed(after, decimals);
        return one.equals(other) && decimals < 4 ? pair(before, after, decimals + 1) : one + " → " + other;
    }

    /**
     * Returns the measure that a spread or a sum of the score is about; rows without one are told otherwise.
     *
     * @param isMeasured whether the load of instances was measured: otherwise each counts as one
     */
    static Optional<NodeMeasure> of(ScoreRow row, boolean isMeasured) {
        return switch (row) {
            case FREE_MEMORY, PLANNED_FREE_MEMORY -> Optional.of(MEMORY);
            case FREE_DISK, PLANNED_FREE_DISK -> Optional.of(DISK);
            case RESERVED_MEMORY, RESERVED_MEMORY_TOTAL -> Optional.of(FAILOVER_RESERVE);
            case VCPU_RATIO, PLANNED_VCPU_RATIO -> Optional.of(VCPU_RATIO);
            case SPINDLES, PLANNED_SPINDLES -> Optional.of(SPINDLE_USE);
            case CPU_LOAD -> Optional.of(isMeasured ? CPU_LOAD : INSTANCES);
            case MEMORY_LOAD -> Optional.of(isMeasured ? MEMORY_LOAD : INSTANCES);
            case DISK_LOAD -> Optional.of(isMeasured ? DISK_LOAD : DISK_COPIES);
            case NETWORK_LOAD -> Optional.of(isMeasured ? NETWORK_LOAD : INSTANCES);
            case REDUNDANCY_FAILURES,
                    OFFLINE_INSTANCES,
                    OFFLINE_PRIMARIES,
                    CONFLICTING_TAGS,
                    LOCATION_FAULTS,
                    LOCATION_EXCLUSION -> Optional.empty();
        };
    }
}
