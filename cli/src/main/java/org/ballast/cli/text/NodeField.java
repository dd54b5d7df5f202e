package org.ballast.cli.text;

import java.util.List;
import java.util.Optional;
import org.ballast.cli.text.TextTable.Column;

/** The fields of the table of nodes, by the names that {@code --print-nodes} takes. */
public enum NodeField {
    /** Index in the cluster. */
    INDEX("idx", "Index", true),
    /** Name without what all names have in common at their end. */
    NAME("name", "Name", false),
    /** Full name. */
    FULL_NAME("fqdn", "Name", false),
    /** Whether it is offline or fails the N+1 check. */
    STATUS("status", "F", false),
    /** All memory. */
    TOTAL_MEMORY("tmem", "t_mem", true),
    /** Memory of the node itself. */
    NODE_MEMORY("nmem", "n_mem", true),
    /** Memory that nothing accounts for. */
    UNACCOUNTED_MEMORY("xmem", "x_mem", true),
    /** Free memory as the hypervisor reported it. */
    FREE_MEMORY("fmem", "f_mem", true),
    /** Memory that no instance has. */
    UNALLOCATED_MEMORY("umem", "u_mem", true),
    /** Memory of the instances. */
    INSTANCE_MEMORY("imem", "i_mem", true),
    /** Memory kept for failovers. */
    RESERVED_MEMORY("rmem", "r_mem", true),
    /** Memory for new instances. */
    AVAILABLE_MEMORY("amem", "a_mem", true),
    /** Size of the storage in GiB. */
    TOTAL_DISK("tdsk", "t_dsk", true),
    /** Free storage in GiB. */
    FREE_DISK("fdsk", "f_dsk", true),
    /** Physical CPUs. */
    CPUS("tcpu", "pcpu", true),
    /** Virtual CPUs. */
    VCPUS("ucpu", "vcpu", true),
    /** The number of instances that run here. */
    PRIMARY_COUNT("pcnt", "pcnt", true),
    /** The number of instances that have their secondary here. */
    SECONDARY_COUNT("scnt", "scnt", true),
    /** Indices of the instances that run here. */
    PRIMARIES("plist", "primaries", true),
    /** Indices of the instances that have their secondary here. */
    SECONDARIES("slist", "secondaries", true),
    /** Unallocated by all memory. */
    FREE_MEMORY_RATIO("pfmem", "p_fmem", true),
    /** Free by all storage. */
    FREE_DISK_RATIO("pfdsk", "p_fdsk", true),
    /** Virtual by physical CPUs. */
    VCPU_RATIO("rcpu", "r_cpu", true),
    /** CPU load. */
    CPU_LOAD("cload", "lCpu", true),
    /** Memory load. */
    MEMORY_LOAD("mload", "lMem", true),
    /** Disk load. */
    DISK_LOAD("dload", "lDsk", true),
    /** Network load. */
    NETWORK_LOAD("nload", "lNet", true),
    /** Exclusion tags of the instances that run here. */
    EXCLUSION_TAGS("ptags", "PrimaryTags", false),
    /** Memory needed if another node fails. */
    PEERS("peermap", "PeerMap", false),
    /** Spindles. */
    SPINDLES("spindle_count", "NodeSpindles", true),
    /** Highest spindle use. */
    MAX_SPINDLE_USE("hi_spindles", "MaxSpindles", true),
    /** Spindle use. */
    SPINDLE_USE("inst_spindles", "InstSpindles", true);

    /** The fields shown by default. */
    static final List<String> USUAL = List.of(
            "status", "name", "tmem", "nmem", "imem", "xmem", "fmem", "umem", "rmem", "tdsk", "fdsk", "tcpu", "ucpu",
            "pcnt", "scnt", "pfmem", "pfdsk", "rcpu", "cload", "mload", "dload", "nload");

    private static final NodeField[] ALL = values();

    private final String option;
    private final Column column;

    NodeField(String option, String title, boolean isNumeric) {
        this.option = option;
        column = new Column(title, isNumeric);
    }

    /** Returns the field of this name, or empty if there is none. */
    static Optional<NodeField> named(String name) {
        for (NodeField field : ALL) {
            if (field.option.equals(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** Returns the field's column. */
    Column column() {
        return column;
    }
}
