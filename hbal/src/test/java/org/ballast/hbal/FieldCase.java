package org.ballast.hbal;

import java.util.ArrayList;
import java.util.List;

/** Small clusters of which people asked why hbal does nothing, or not all. */
final class FieldCase {
    private static final String GROUP = "default|00000000-0000-4000-8000-000000000001|preferred||\n";
    private static final String POLICY = "128,1,1024,1,1,1|128,1,128,1,1,1;65536,16,4194304,16,8,64"
            + "|diskless,file,sharedfile,plain,blockdev,drbd,rbd,ext,gluster|64.0|1024.0\n";

    /** No node has room for any move: two lack disk space, one lacks memory. */
    static final String STUCK = cluster(
            List.of(
                    node("n1", 10240, 1024, 40960, -1000, 16),
                    node("n2", 10240, 9216, 40960, 0, 16),
                    node("n3", 10240, 1024, 40960, 39960, 16)),
            List.of(
                    instance("a0", 2048, 10240, "n1", "n2"),
                    instance("a1", 2048, 10240, "n1", "n2"),
                    instance("a2", 2048, 10240, "n1", "n2"),
                    instance("a3", 2048, 10240, "n1", "n2"),
                    instance("b0", 8192, 1000, "n3", "n1")));

    /** The instances of n1 need more memory than the other nodes have together. */
    static final String REMOVED_NODE = cluster(
            List.of(
                    node("n1", 10240, 1716, 102400, 40960, 16),
                    node("n2", 10240, 3216, 102400, 40960, 16),
                    node("n3", 10240, 3216, 102400, 40960, 16)),
            List.of(
                    instance("a0", 2500, 10240, "n1", "n2"),
                    instance("a1", 2500, 10240, "n1", "n2"),
                    instance("a2", 2500, 10240, "n1", "n2"),
                    instance("b0", 2000, 10240, "n2", "n3"),
                    instance("b1", 2000, 10240, "n2", "n3"),
                    instance("b2", 2000, 10240, "n2", "n3"),
                    instance("d0", 2000, 10240, "n3", "n1"),
                    instance("d1", 2000, 10240, "n3", "n1"),
                    instance("d2", 2000, 10240, "n3", "n1")));

    private FieldCase() {}

    /** A node that was added without CPUs or memory, beside three that are not balanced. */
    static String freshNode(long memory, long cpus) {
        return freshNode(memory, cpus, List.of());
    }

    /** The same with instances on the fresh node. */
    static String freshNode(long memory, long cpus, List<String> more) {
        List<String> instances = new ArrayList<>(more);
        for (int k = 0; k < 6; k++) {
            instances.add(instance("w" + k, 2048, 10240, "n1", k % 2 == 0 ? "n2" : "n3"));
        }
        return cluster(
                List.of(
                        node("n1", 32768, 19456, 1024000, 962560, 16),
                        node("n2", 32768, 31744, 1024000, 993280, 16),
                        node("n3", 32768, 31744, 1024000, 993280, 16),
                        node("n4", memory, memory == 0 ? 0 : memory - 1024, 1024000, 1024000, cpus)),
                instances);
    }

    static String instance(String name, long memory, long disk, String primary, String secondary) {
        return name + ".example.com|" + memory + "|" + disk + "|1|running|Y|" + primary + ".example.com|" + secondary
                + ".example.com|drbd||1|-|N\n";
    }

    private static String node(String name, long memory, long free, long disk, long diskFree, long cpus) {
        return name + ".example.com|" + memory + "|" + (memory == 0 ? 0 : 1024) + "|" + free + "|" + disk + "|"
                + diskFree + "|" + cpus + "|N|00000000-0000-4000-8000-000000000001|1||N|0|1|1.0\n";
    }

    private static String cluster(List<String> nodes, List<String> instances) {
        return GROUP + "\n" + String.join("", nodes) + "\n" + String.join("", instances) + "\n\n|" + POLICY + "default|"
                + POLICY;
    }
}
