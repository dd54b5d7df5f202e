package org.ballast.planner.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ballast.model.Cluster;
import org.ballast.model.Node;
import org.ballast.model.Scenario;

/** The properties of nodes that stay the same while instances move, one array a property; memory and disk in MiB. */
public final class NodeTable {
    /** More virtual CPUs than there are anywhere, with room to add and subtract. */
    public static final long ANY_VCPUS = Long.MAX_VALUE / 2;
    /** Doubles tell whole numbers apart up to here. */
    private static final double EXACT = 1L << 52;

    public final int count;
    public final double[] memoryTotal;
    /** Memory that instances can have at most: the total without the node's own share, rounded down. */
    final long[] memoryForInstances;

    public final double[] diskTotal;
    /** Disk space that must stay free. */
    public final long[] diskReserve;

    public final double[] cpus;
    public final double[] cpuSpeed;
    public final double[] maxVcpuRatio;
    public final long[] spindles;
    public final double[] maxSpindleUse;
    public final boolean[] exclusiveStorage;
    public final boolean[] offline;
    public final int[] group;
    final TagSet[] migrationTags;
    final TagSet[] acceptedMigrationTags;
    public final TagSet[] locationTags;
    /** The same number for nodes that differ in nothing but what is on them and their migration tags. */
    final int[] model;

    final boolean hasMigrationTags;
    public final Map<String, Integer> locationNumbers = new HashMap<>();

    NodeTable(Scenario scenario) {
        Cluster cluster = scenario.cluster();
        List<Node> nodes = cluster.nodes();
        count = nodes.size();
        memoryTotal = new double[count];
        memoryForInstances = new long[count];
        diskTotal = new double[count];
        diskReserve = new long[count];
        cpus = new double[count];
        cpuSpeed = new double[count];
        maxVcpuRatio = new double[count];
        spindles = new long[count];
        maxSpindleUse = new double[count];
        exclusiveStorage = new boolean[count];
        offline = new boolean[count];
        group = new int[count];
        migrationTags = new TagSet[count];
        acceptedMigrationTags = new TagSet[count];
        locationTags = new TagSet[count];
        model = new int[count];
        Map<List<Object>, Integer> models = new HashMap<>();
        Map<String, Integer> migrationNumbers = new HashMap<>();
        for (int n = 0; n < count; n++) {
            Node node = nodes.get(n);
            memoryTotal[n] = node.memory().total();
            memoryForInstances[n] = (long) node.memory().total() - node.memory().reserved();
            diskTotal[n] = node.disk().total();
            diskReserve[n] = (long)
                    Math.floor(scenario.limits().minFreeDisk() * node.disk().total());
            cpus[n] = node.cpus().total();
            cpuSpeed[n] = node.cpus().speed();
            maxVcpuRatio[n] = scenario.maxVcpuRatio(node);
            spindles[n] = node.spindles().total();
            double spindleRatio = cluster.groups().get(node.group()).policy().spindleRatio();
            maxSpindleUse[n] = spindleRatio * node.spindles().total();
            exclusiveStorage[n] = node.spindles().exclusive();
            offline[n] = node.isOffline();
            group[n] = node.group();
            migrationTags[n] = numbers(scenario.tags().migrationTags(node), migrationNumbers);
            acceptedMigrationTags[n] = numbers(scenario.tags().acceptedMigrationTags(node), migrationNumbers);
            Set<String> locations = scenario.tags().locationTags(node);
            locationTags[n] = numbers(locations, locationNumbers);
            model[n] = number(model(n, locations), models);
        }
        hasMigrationTags = !migrationNumbers.isEmpty();
    }

    private List<Object> model(int n, Set<String> locations) {
        return List.of(
                memoryTotal[n],
                memoryForInstances[n],
                diskTotal[n],
                diskReserve[n],
                cpus[n],
                cpuSpeed[n],
                maxVcpuRatio[n],
                spindles[n],
                maxSpindleUse[n],
                exclusiveStorage[n],
                offline[n],
                group[n],
                locations);
    }

    /** Returns how many virtual CPUs keep to the node's ratio; {@link #ANY_VCPUS} if there is no ratio to keep to. */
    public long mostVcpus(int node) {
        return mostVcpus(maxVcpuRatio[node], cpus[node]);
    }

    /** Returns how many virtual CPUs keep to a ratio, by the same division that checks it. */
    public static long mostVcpus(double ratio, double cpus) {
        if (!(ratio >= 0) || ratio * cpus >= EXACT) {
            return ANY_VCPUS;
        }
        long most = (long) Math.floor(ratio * cpus) + 1;
        while (ratio < most / cpus) {
            most--;
        }
        return most;
    }

    /** Returns whether running instances of {@code from} may move to {@code to}. */
    public boolean acceptsMigration(int from, int to) {
        return acceptedMigrationTags[to].containsAll(migrationTags[from]);
    }

    /** Returns whether some instances may not move to some nodes while they run. */
    public boolean restrictsMigration() {
        return Arrays.stream(migrationTags).anyMatch(tags -> !tags.isEmpty());
    }

    /** Returns how many failure domains the two nodes share. */
    public int sharedLocations(int a, int b) {
        return locationTags[a].countCommon(locationTags[b]);
    }

    /** Returns the nodes of one group, in order. */
    int[] nodesOf(int wantedGroup) {
        List<Integer> found = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            if (group[n] == wantedGroup) {
                found.add(n);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private static TagSet numbers(Set<String> tags, Map<String, Integer> known) {
        BitSet set = new BitSet();
        for (String tag : tags) {
            set.set(number(tag, known));
        }
        return new TagSet(set);
    }

    private static <T> int number(T value, Map<T, Integer> known) {
        Integer number = known.putIfAbsent(value, known.size());
        return number == null ? known.size() - 1 : number;
    }
}
