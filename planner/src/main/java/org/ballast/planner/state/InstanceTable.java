package org.ballast.planner.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.model.InstanceStatus;
import org.ballast.model.Scenario;
import org.ballast.model.TagRules;
import org.ballast.model.Utilisation;

/** The properties of instances that stay the same while they move, one array a property; memory and disk in MiB. */
public final class InstanceTable {
    /** Marks an instance of which it is not known how many spindles it owns. */
    public static final long UNKNOWN_SPINDLES = -1;

    public int count;
    public long[] memory;
    public long[] disk;
    public long[] vcpus;
    public long[] spindleUse;
    public long[] spindles;
    public boolean[] usesMemory;
    public boolean[] reservesMemory;
    public boolean[] countsVcpus;
    public boolean[] localStorage;
    public boolean[] mirrored;
    public boolean[] forthcoming;
    public double[] cpuLoad;
    public double[] memoryLoad;
    public double[] diskLoad;
    public double[] networkLoad;
    /** Numbers of the instance's exclusion tags, with repetitions. */
    public int[][] exclusionTags;
    /** The exclusion tags by number. */
    public final List<String> exclusionTagNames = new ArrayList<>();
    /** Which location tags the instance wants, as numbers of {@link NodeTable#locationTags}. */
    TagSet[] desiredLocations;
    /** The number of locations that the instance desires, those included that no node has. */
    public int[] desiredLocationCount;

    private final Map<String, Integer> tagNumbers = new HashMap<>();
    private final Map<String, Integer> locationNumbers;

    InstanceTable(Scenario scenario, Map<String, Integer> locationNumbers) {
        this.locationNumbers = locationNumbers;
        List<Instance> instances = scenario.cluster().instances();
        int size = instances.size();
        memory = new long[size];
        disk = new long[size];
        vcpus = new long[size];
        spindleUse = new long[size];
        spindles = new long[size];
        usesMemory = new boolean[size];
        reservesMemory = new boolean[size];
        countsVcpus = new boolean[size];
        localStorage = new boolean[size];
        mirrored = new boolean[size];
        forthcoming = new boolean[size];
        cpuLoad = new double[size];
        memoryLoad = new double[size];
        diskLoad = new double[size];
        networkLoad = new double[size];
        exclusionTags = new int[size][];
        desiredLocations = new TagSet[size];
        desiredLocationCount = new int[size];
        for (int i = 0; i < size; i++) {
            add(instances.get(i), scenario.utilisation().get(i), scenario.tags());
        }
    }

    /** Enters an instance and returns its index. */
    int add(Instance instance, Utilisation load, TagRules rules) {
        if (count == memory.length) {
            grow(2 * count + 1);
        }
        int i = count++;
        memory[i] = instance.memory();
        disk[i] = instance.disk();
        vcpus[i] = instance.vcpus();
        spindleUse[i] = instance.spindleUse();
        spindles[i] = instance.totalSpindles().orElse(UNKNOWN_SPINDLES);
        usesMemory[i] = instance.usesMemory();
        reservesMemory[i] = instance.reservesMemory();
        countsVcpus[i] = instance.status() != InstanceStatus.ADMIN_OFFLINE;
        localStorage[i] = instance.template().usesLocalStorage();
        mirrored[i] = instance.template() == DiskTemplate.DRBD;
        forthcoming[i] = instance.forthcoming();
        cpuLoad[i] = load.cpu();
        memoryLoad[i] = load.memory();
        diskLoad[i] = load.disk();
        networkLoad[i] = load.network();
        exclusionTags[i] = numbers(rules.exclusionTags(instance));
        Set<String> desired = rules.desiredLocations(instance);
        desiredLocationCount[i] = desired.size();
        desiredLocations[i] = locations(desired);
        return i;
    }

    private void grow(int size) {
        memory = Arrays.copyOf(memory, size);
        disk = Arrays.copyOf(disk, size);
        vcpus = Arrays.copyOf(vcpus, size);
        spindleUse = Arrays.copyOf(spindleUse, size);
        spindles = Arrays.copyOf(spindles, size);
        usesMemory = Arrays.copyOf(usesMemory, size);
        reservesMemory = Arrays.copyOf(reservesMemory, size);
        countsVcpus = Arrays.copyOf(countsVcpus, size);
        localStorage = Arrays.copyOf(localStorage, size);
        mirrored = Arrays.copyOf(mirrored, size);
        forthcoming = Arrays.copyOf(forthcoming, size);
        cpuLoad = Arrays.copyOf(cpuLoad, size);
        memoryLoad = Arrays.copyOf(memoryLoad, size);
        diskLoad = Arrays.copyOf(diskLoad, size);
        networkLoad = Arrays.copyOf(networkLoad, size);
        exclusionTags = Arrays.copyOf(exclusionTags, size);
        desiredLocations = Arrays.copyOf(desiredLocations, size);
        desiredLocationCount = Arrays.copyOf(desiredLocationCount, size);
    }

    public boolean anyForthcoming() {
        for (int i = 0; i < count; i++) {
            if (forthcoming[i]) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether each instance makes the same load by two measures. */
    public boolean sameLoads(double[] one, double[] other) {
        return Arrays.equals(one, 0, count, other, 0, count);
    }

    /** Returns how many of the locations that the instance wants are not among these. */
    public int missedLocations(int i, TagSet present) {
        return desiredLocationCount[i] - desiredLocations[i].countCommon(present);
    }

    private int[] numbers(List<String> tags) {
        int[] numbers = new int[tags.size()];
        for (int k = 0; k < numbers.length; k++) {
            Integer known = tagNumbers.putIfAbsent(tags.get(k), exclusionTagNames.size());
            if (known == null) {
                exclusionTagNames.add(tags.get(k));
            }
            numbers[k] = known == null ? exclusionTagNames.size() - 1 : known;
        }
        return numbers;
    }

    private TagSet locations(Set<String> desired) {
        BitSet numbers = new BitSet();
        for (String location : desired) {
            Integer number = locationNumbers.get(location);
            if (number != null) {
                numbers.set(number);
            }
        }
        return new TagSet(numbers);
    }
}
