package org.ballast.model;

/** A kind of storage of an instance's disks, which decides how the instance can move. */
public enum DiskTemplate {
    /** No disk at all. */
    DISKLESS("diskless", Mirroring.EXTERNAL, false, false),
    /** Files on the node's own file system. */
    FILE("file", Mirroring.NONE, false, false),
    /** Files on a file system that all nodes share. */
    SHARED_FILE("sharedfile", Mirroring.EXTERNAL, false, true),
    /** Logical volumes of the node. */
    PLAIN("plain", Mirroring.NONE, true, false),
    /** Existing block devices that all nodes see. */
    BLOCK("blockdev", Mirroring.EXTERNAL, false, true),
    /** Logical volumes on two nodes, mirrored by DRBD. */
    DRBD("drbd", Mirroring.INTERNAL, true, true),
    /** RADOS block devices. */
    RBD("rbd", Mirroring.EXTERNAL, false, true),
    /** An external storage provider. */
    EXT("ext", Mirroring.EXTERNAL, false, true),
    /** Files in a Gluster volume. */
    GLUSTER("gluster", Mirroring.EXTERNAL, false, true);

    /** The way in which the data is kept reachable from another node. */
    public enum Mirroring {
        /** None: the instance is tied to its node. */
        NONE,
        /** The cluster itself, on a secondary node. */
        INTERNAL,
        /** A storage that all nodes reach. */
        EXTERNAL
    }

    private final String label;
    private final Mirroring mirroring;
    private final boolean localStorage;
    private final boolean balanced;

    DiskTemplate(String label, Mirroring mirroring, boolean localStorage, boolean balanced) {
        this.label = label;
        this.mirroring = mirroring;
        this.localStorage = localStorage;
        this.balanced = balanced;
    }

    /** Returns the name used in files and protocols. */
    public String label() {
        return label;
    }

    /** Returns how the data is kept reachable from another node. */
    public Mirroring mirroring() {
        return mirroring;
    }

    /** Returns whether the disks take space of the node's volume group. */
    public boolean usesLocalStorage() {
        return localStorage;
    }

    /**
     * Returns whether a balancer moves instances of this kind. Diskless instances could move, but are left where they
     * are.
     */
    public boolean isBalanced() {
        return balanced;
    }

    /** Returns whether instances of this kind have a secondary node. */
    public boolean hasSecondary() {
        return this == DRBD;
    }

    /**
     * Returns whether an instance of this kind can be restarted on any node of its group after its node failed, as the
     * global N+1 check sees it: block devices are not counted.
     */
    public boolean isRestartableAnywhere() {
        return mirroring == Mirroring.EXTERNAL && this != BLOCK;
    }
}
