package org.ballast.capacity;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.ballast.model.Node;
import org.ballast.model.Scenario;
import org.ballast.planner.score.ScoreSheet;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.NodeReport;

/**
 * The sums of what all nodes of a cluster have and use, offline ones included.
 *
 * @param instances how many instances there are
 * @param score the score of the whole cluster, as one group
 * @param memory memory
 * @param disk disk space
 * @param spindles spindles
 * @param vcpus CPUs
 */
public record Totals(int instances, double score, Memory memory, Disk disk, Spindles spindles, Vcpus vcpus) {

    /**
     * Memory in MiB.
     *
     * @param total all of it
     * @param free what no instance has
     * @param available what new instances could use: free and not reserved
     * @param mostAvailable the available memory of the node that has most of it
     * @param taken what running instances have
     * @param overhead what nodes need for themselves, and what is not accounted for
     */
    public record Memory(double total, long free, long available, long mostAvailable, long taken, long overhead) {
        /** Returns what is kept free for failovers. */
        public long reserved() {
            return free - available;
        }

        /** Returns which part of it instances have; not a number where there is none. */
        public double usage() {
            return taken / total;
        }
    }

    /**
     * Disk space in MiB.
     *
     * @param total all of it
     * @param free what is free
     * @param available what new instances could use: beyond what has to stay free
     * @param mostAvailable the available disk space of the node that has most of it
     * @param taken what is used
     */
    public record Disk(double total, long free, long available, long mostAvailable, long taken) {
        /** Returns what has to stay free. */
        public long reserved() {
            return free - available;
        }

        /** Returns which part of it is used; not a number where there is none. */
        public double usage() {
            return taken / total;
        }
    }

    /**
     * Spindles; meaningful with exclusive storage only.
     *
     * @param total all of them
     * @param free those that no instance owns
     * @param taken the others
     */
    public record Spindles(long total, long free, long taken) {
        /** Returns which part of them is owned; not a number where there are none. */
        public double usage() {
            return taken / (double) total;
        }
    }

    /**
     * CPUs.
     *
     * @param physical all physical ones
     * @param limit how many virtual ones are allowed on them
     * @param taken virtual ones in use
     * @param takenPhysical how many physical ones these would fill at the allowed ratio
     */
    public record Vcpus(double physical, BigInteger limit, long taken, double takenPhysical) {
        /** Returns which part of the allowed virtual ones is in use; not a number where none are allowed. */
        public double usage() {
            return taken / limit.doubleValue();
        }
    }

    /**
     * Adds up a cluster as it is now.
     *
     * @throws ArithmeticException if a sum exceeds 64 bits
     */
    public static Totals of(ClusterState state) {
        List<Node> nodes = state.scenario().cluster().nodes();
        Sum sum = new Sum();
        for (int n = 0; n < nodes.size(); n++) {
            sum.add(state, n, nodes.get(n));
        }
        int[] all = IntStream.range(0, nodes.size()).toArray();
        return sum.totals(new ScoreSheet(state, all).score().total());
    }

    /** Returns what is in use. */
    public Usage used() {
        return new Usage(vcpus.taken, vcpus.takenPhysical, memory.taken, disk.taken, spindles.taken);
    }

    /** Returns what is not in use, whether it can be allocated or not. */
    public Usage unused() {
        return new Usage(
                vcpus.limit.longValue() - vcpus.taken,
                vcpus.physical - vcpus.takenPhysical,
                (long) memory.total - memory.taken,
                (long) disk.total - disk.taken,
                spindles.total - spindles.taken);
    }

    /**
     * An amount of each resource.
     *
     * @param vcpus virtual CPUs
     * @param cpus physical CPUs that these stand for
     * @param memory memory in MiB
     * @param disk disk space in MiB
     * @param spindles spindles
     */
    public record Usage(long vcpus, double cpus, long memory, long disk, long spindles) {
        /** Returns the difference to another usage. */
        public Usage minus(Usage other) {
            return new Usage(
                    vcpus - other.vcpus,
                    cpus - other.cpus,
                    memory - other.memory,
                    disk - other.disk,
                    spindles - other.spindles);
        }
    }

    /** The additions, from the first node to the last: their order decides the last bits of the fractions. */
    private static final class Sum {
        private int instances;
        private double memoryTotal;
        private long memoryFree;
        private long memoryAvailable;
        private long mostMemoryAvailable;
        private long memoryTaken;
        private long memoryOverhead;
        private double diskTotal;
        private long diskFree;
        private long diskAvailable;
        private long mostDiskAvailable;
        private long diskTaken;
        private long spindlesTotal;
        private long spindlesFree;
        private double cpus;
        private BigInteger vcpuLimit = BigInteger.ZERO;
        private long vcpusTaken;
        private double cpusTaken;

        void add(ClusterState state, int n, Node node) {
            NodeReport report = state.report(n);
            instances += report.primaries().size();
            addMemory(state, n, node, report);
            addDisk(state, n, node, report);
            spindlesTotal = Math.addExact(spindlesTotal, node.spindles().total());
            spindlesFree = Math.addExact(spindlesFree, state.freeSpindles(n));
            addCpus(state.scenario(), node, report);
        }

        private void addMemory(ClusterState state, int n, Node node, NodeReport report) {
            long available = state.availableMemory(n);
            memoryTotal += node.memory().total();
            memoryFree = Math.addExact(memoryFree, report.unallocatedMemory());
            memoryAvailable = Math.addExact(memoryAvailable, available);
            mostMemoryAvailable = Math.max(mostMemoryAvailable, available);
            memoryTaken = Math.addExact(memoryTaken, report.instanceMemory());
            memoryOverhead = Math.addExact(
                    memoryOverhead, report.unaccountedMemory() + node.memory().reserved());
        }

        private void addDisk(ClusterState state, int n, Node node, NodeReport report) {
            long available = state.availableDisk(n);
            diskTotal += node.disk().total();
            diskFree = Math.addExact(diskFree, report.freeDisk());
            diskAvailable = Math.addExact(diskAvailable, available);
            mostDiskAvailable = Math.max(mostDiskAvailable, available);
            diskTaken = Math.addExact(diskTaken, (long) node.disk().total() - report.freeDisk());
        }

        private void addCpus(Scenario scenario, Node node, NodeReport report) {
            double ratio = scenario.maxVcpuRatio(node);
            cpus += node.cpus().total();
            vcpuLimit =
                    vcpuLimit.add(BigInteger.valueOf(limit(ratio * node.cpus().total())));
            vcpusTaken = Math.addExact(vcpusTaken, report.vcpus());
            cpusTaken += report.vcpus() / ratio;
        }

        /** Returns the number without its fraction; no number of CPUs that there could be is the lowest integer. */
        private static long limit(double vcpus) {
            double whole = Math.floor(vcpus);
            return whole >= Long.MIN_VALUE && whole < Long.MAX_VALUE ? (long) whole : Long.MIN_VALUE;
        }

        Totals totals(double score) {
            return new Totals(
                    instances,
                    score,
                    new Memory(
                            memoryTotal, memoryFree, memoryAvailable, mostMemoryAvailable, memoryTaken, memoryOverhead),
                    new Disk(diskTotal, diskFree, diskAvailable, mostDiskAvailable, diskTaken),
                    new Spindles(spindlesTotal, spindlesFree, spindlesTotal - spindlesFree),
                    new Vcpus(cpus, vcpuLimit, vcpusTaken, cpusTaken));
        }
    }
}
