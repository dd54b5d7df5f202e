package org.ballast.model;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The rows of the score: how much each figure of the nodes counts, and by which statistic it is summed up. A lower
 * score is better. The order of the rows is the order in which they are printed and added.
 *
 * <p>Source: hbal(1) of Ganeti 3.0, CLUSTER SCORING; weights as printed by {@code hinfo} of the same release.
 */
public enum ScoreRow {
    /** Spread of free memory. */
    FREE_MEMORY("free_mem_cv", 0.5, Statistic.SPREAD, Scope.ONLINE, NodeFigures::freeMemory),
    /** Spread of free disk space. */
    FREE_DISK("free_disk_cv", 0.5, Statistic.SPREAD, Scope.ONLINE, NodeFigures::freeDisk),
    /** Instances on nodes that fail the N+1 check. */
    REDUNDANCY_FAILURES("n1_cnt", 1, Statistic.SUM, Scope.ONLINE, NodeFigures::redundancyFailures),
    /** Spread of the memory reserved for failovers. */
    RESERVED_MEMORY("reserved_mem_cv", 1, Statistic.SPREAD, Scope.ONLINE, NodeFigures::reservedMemory),
    /** Instances that have an offline node. */
    OFFLINE_INSTANCES(
            "offline_all_cnt", 4, Statistic.SUM, Scope.OFFLINE, node -> node.primaries() + node.secondaries()),
    /** Instances whose primary node is offline. */
    OFFLINE_PRIMARIES("offline_pri_cnt", 16, Statistic.SUM, Scope.OFFLINE, NodeFigures::primaries),
    /** Spread of the vCPU ratio. */
    VCPU_RATIO("vcpu_ratio_cv", 0.5, Statistic.SPREAD, Scope.ONLINE, NodeFigures::vcpuRatio),
    /** Spread of the CPU load. */
    CPU_LOAD("cpu_load_cv", 1, Statistic.SPREAD, Scope.ONLINE, NodeFigures::cpuLoad),
    /** Spread of the memory load. */
    MEMORY_LOAD("mem_load_cv", 1, Statistic.SPREAD, Scope.ONLINE, NodeFigures::memoryLoad),
    /** Spread of the disk load. */
    DISK_LOAD("disk_load_cv", 1, Statistic.SPREAD, Scope.ONLINE, NodeFigures::diskLoad),
    /** Spread of the network load. */
    NETWORK_LOAD("net_load_cv", 1, Statistic.SPREAD, Scope.ONLINE, NodeFigures::networkLoad),
    /** Primary instances that should exclude each other, but share a node. */
    CONFLICTING_TAGS("pri_tags_score", 2, Statistic.SUM, Scope.ONLINE, NodeFigures::conflictingTags),
    /** Spread of the spindle use. */
    SPINDLES("spindles_cv", 0.5, Statistic.SPREAD, Scope.ONLINE, NodeFigures::spindleUse),
    /** Spread of free memory, forthcoming instances included. */
    PLANNED_FREE_MEMORY("free_mem_cv_forth", 0.5, Statistic.SPREAD, Scope.ONLINE, NodeFigures::plannedFreeMemory),
    /** Spread of free disk space, forthcoming instances included. */
    PLANNED_FREE_DISK("free_disk_cv_forth", 0.5, Statistic.SPREAD, Scope.ONLINE, NodeFigures::plannedFreeDisk),
    /** Spread of the vCPU ratio, forthcoming instances included. */
    PLANNED_VCPU_RATIO("vcpu_ratio_cv_forth", 0.5, Statistic.SPREAD, Scope.ONLINE, NodeFigures::plannedVcpuRatio),
    /** Spread of the spindle use, forthcoming instances included. */
    PLANNED_SPINDLES("spindles_cv_forth", 0.5, Statistic.SPREAD, Scope.ONLINE, NodeFigures::plannedSpindleUse),
    /** Instances in one failure domain with their secondary, and desired locations missed. */
    LOCATION_FAULTS("location_score", 1, Statistic.SUM, Scope.ONLINE, NodeFigures::locationFaults),
    /** Instances that should exclude each other, but share a failure domain: counted across nodes, not per node. */
    LOCATION_EXCLUSION("location_exclusion_score", 1, Statistic.SHARED_PAIRS, Scope.ONLINE, node -> 0),
    /** Sum of the memory reserved for failovers. */
    RESERVED_MEMORY_TOTAL("reserved_mem_rtotal", 0.25, Statistic.SUM, Scope.ONLINE, NodeFigures::reservedMemory);

    /** All rows in order, without the copy that {@link #values()} makes. */
    public static final List<ScoreRow> ALL = List.of(values());

    /** All rows but the spreads, in the same order. */
    public static final List<ScoreRow> SUMS =
            ALL.stream().filter(row -> row.statistic != Statistic.SPREAD).toList();

    /** The statistic that turns the figures of all nodes into one number. */
    public enum Statistic {
        /** Population standard deviation. */
        SPREAD,
        /** Sum. */
        SUM,
        /**
         * For each pair of a failure domain and an exclusion tag, the instances that carry it beyond the first, over
         * all nodes.
         */
        SHARED_PAIRS
    }

    /** The nodes that count. */
    public enum Scope {
        /** Nodes that take instances. */
        ONLINE,
        /** Nodes that are offline or drained. */
        OFFLINE
    }

    private final String label;
    private final double weight;
    private final Statistic statistic;
    private final Scope scope;
    private final ToDoubleFunction<NodeFigures> contribution;

    ScoreRow(
            String label, double weight, Statistic statistic, Scope scope, ToDoubleFunction<NodeFigures> contribution) {
        this.label = label;
        this.weight = weight;
        this.statistic = statistic;
        this.scope = scope;
        this.contribution = contribution;
    }

    /** Returns the name under which the row is printed. */
    public String label() {
        return label;
    }

    /** Returns the factor with which the row's statistic enters the score. */
    public double weight() {
        return weight;
    }

    /** Returns how the nodes are summed up. */
    public Statistic statistic() {
        return statistic;
    }

    /** Returns which nodes count. */
    public Scope scope() {
        return scope;
    }

    /** Returns what one node contributes to the statistic; always 0 for {@link Statistic#SHARED_PAIRS}. */
    public double contribution(NodeFigures node) {
        return contribution.applyAsDouble(node);
    }
}
