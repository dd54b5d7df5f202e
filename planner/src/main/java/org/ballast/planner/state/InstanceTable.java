package org.ballast.planner.state;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.model.InstanceStatus;
import org.ballast.model.Scenario;
import org.ballast.model.Utilisation;

/** What stays the same about instances while they move, one array a property; memory and disk in MiB. */
public final class InstanceTable {
    /** Marks an instance of which it is not known how many spindles it owns. */
    static final long UNKNOWN_SPINDLES = -1;

    final int count;
    final long[] memory;
    final long[] disk;
    final long[] vcpus;
    final long[] spindleUse;
    final long[] spindles;
    final boolean[] usesMemory;
    final boolean[] reservesMemory;
    final boolean[] countsVcpus;
    final boolean[] localStorage;
    final boolean[] mirrored;
    final boolean[] forthcoming;
    final double[] cpuLoad;
    final double[] memoryLoad;
    final double[] diskLoad;
    final double[] networkLoad;
    /** Numbers of the instance's exclusion tags, with repetitions. */
    final int[][] exclusionTags;
    /** The exclusion tags by number. */
    final List<String> exclusionTagNames;
    /** Which location tags the instance wants, as numbers of {@link NodeTable#locationTags}. */
    final TagSet[] desiredLocations;
    /** How many locations the instance wants, those included that no node has. */
    final int[] desiredLocationCount;

    InstanceTable(Scenario scenario, Map<String, Integer> locationNumbers) {
        Cluster cluster = scenario.cluster();
        count = cluster.instances().size();
        memory = new long[count];
        disk = new long[count];
        vcpus = new long[count];
        spindleUse = new long[count];
        spindles = new long[count];
        usesMemory = new boolean[count];
        reservesMemory = new boolean[count];
        countsVcpus = new boolean[count];
        localStorage = new boolean[count];
        mirrored = new boolean[count];
        forthcoming = new boolean[count];
        cpuLoad = new double[count];
        memoryLoad = new double[count];
        diskLoad = new double[count];
        networkLoad = new double[count];
        exclusionTags = new int[count][];
        desiredLocations = new TagSet[count];
        desiredLocationCount = new int[count];
        Map<String, Integer> tagNumbers = new HashMap<>();
        exclusionTagNames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instance instance = cluster.instances().get(i);
            memory[i] = instance.memory();
            disk[i] = instance.disk();
            vcpus[i] = instance.vcpus();
            spindleUse[i] = instance.spindleUse();
            OptionalLong owned = instance.totalSpindles();
            spindles[i] = owned.orElse(UNKNOWN_SPINDLES);
            usesMemory[i] = instance.usesMemory();
            reservesMemory[i] = instance.reservesMemory();
            countsVcpus[i] = instance.status() != InstanceStatus.ADMIN_OFFLINE;
            localStorage[i] = instance.template().usesLocalStorage();
            mirrored[i] = instance.template() == DiskTemplate.DRBD;
            forthcoming[i] = instance.forthcoming();
            Utilisation load = scenario.utilisation().get(i);
            cpuLoad[i] = load.cpu();
            memoryLoad[i] = load.memory();
            diskLoad[i] = load.disk();
            networkLoad[i] = load.network();
            exclusionTags[i] = scenario.tags().exclusionTags(instance).stream()
                    .mapToInt(tag -> number(tag, tagNumbers))
                    .toArray();
            var desired = scenario.tags().desiredLocations(instance);
            desiredLocationCount[i] = desired.size();
            BitSet numbers = new BitSet();
            desired.stream()
                    .filter(locationNumbers::containsKey)
                    .map(locationNumbers::get)
                    .forEach(numbers::set);
            desiredLocations[i] = new TagSet(numbers);
        }
    }

    boolean anyForthcoming() {
        for (boolean each : forthcoming) {
            if (each) {
                return true;
            }
        }
        return false;
    }

    /** Returns how many of the locations that the instance wants are not among these. */
    int missedLocations(int i, TagSet locations) {
        return desiredLocationCount[i] - desiredLocations[i].countCommon(locations);
    }

    private int number(String tag, Map<String, Integer> numbers) {
        Integer known = numbers.putIfAbsent(tag, exclusionTagNames.size());
        if (known != null) {
            return known;
        }
        exclusionTagNames.add(tag);
        return exclusionTagNames.size() - 1;
    }
}
