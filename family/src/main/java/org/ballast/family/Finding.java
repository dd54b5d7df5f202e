package org.ballast.family;

import java.util.List;

/** The figures that hcheck counts; all together are 0 on a healthy cluster. */
enum Finding {
    /** Online nodes that could not host a failover they may have to. */
    REDUNDANCY("N1_FAIL", "Nodes not N+1 happy", "n1_fail"),
    /** Nodes with primary instances that exclude each other. */
    CONFLICTS("CONFLICT_TAGS", "Nodes with conflicting instances", "conflict_tags"),
    /** Instances whose primary node is offline. */
    OFFLINE_PRIMARIES("OFFLINE_PRI", "Instances having the primary node offline", "offline_pri"),
    /** Offline nodes: the name promises instances, but Ganeti counts nodes. */
    OFFLINE_SECONDARIES("OFFLINE_SEC", "Instances having a secondary node offline", "offline_sec"),
    /** Nodes whose instances have no room elsewhere. */
    CAPACITY("GN1_FAIL", "Nodes not directly evacuateable", "gn1_fail");

    private static final List<Finding> ALL = List.of(values());
    private static final List<Finding> WITHOUT_CAPACITY = ALL.subList(0, CAPACITY.ordinal());

    private final String key;
    private final String description;
    private final String field;

    Finding(String key, String description, String field) {
        this.key = key;
        this.description = description;
        this.field = field;
    }

    /** Returns what is counted with or without capacity checks, in the order in which it is printed. */
    static List<Finding> counted(boolean checksCapacity) {
        return checksCapacity ? ALL : WITHOUT_CAPACITY;
    }

    /** Returns the end of the shell variable's name. */
    String key() {
        return key;
    }

    /** Returns what people read. */
    String description() {
        return description;
    }

    /** Returns the name in JSON. */
    String field() {
        return field;
    }
}
