package org.ballast.model;

/** The state of an instance: what the administrator wants (first word) and what is seen. */
public enum InstanceStatus {
    /** Stopped by the administrator. */
    ADMIN_DOWN("ADMIN_down", false),
    /** Switched off for good by the administrator: claims neither memory nor CPUs. */
    ADMIN_OFFLINE("ADMIN_offline", false),
    /** Should run, but does not. */
    ERROR_DOWN("ERROR_down", false),
    /** Should not run, but does. */
    ERROR_UP("ERROR_up", true),
    /** Its primary node does not answer. */
    ERROR_NODE_DOWN("ERROR_nodedown", true),
    /** Its primary node is offline. */
    ERROR_NODE_OFFLINE("ERROR_nodeoffline", true),
    /** Runs as it should. */
    RUNNING("running", true),
    /** Stopped from inside. */
    USER_DOWN("USER_down", false),
    /** Runs on a node other than its primary. */
    ERROR_WRONG_NODE("ERROR_wrongnode", true);

    private final String label;
    private final boolean usesMemory;

    InstanceStatus(String label, boolean usesMemory) {
        this.label = label;
        this.usesMemory = usesMemory;
    }

    /** Returns the name used in files and protocols. */
    public String label() {
        return label;
    }

    /** Returns whether an instance in this state takes memory of its primary node. */
    public boolean usesMemory() {
        return usesMemory;
    }

    /** Returns whether it runs, wanted or not: such an instance is migrated, any other one failed over. */
    public boolean isRunning() {
        return this == RUNNING || this == ERROR_UP;
    }
}
