package org.ballast.planner.balance;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.InstanceTable;
import org.ballast.planner.state.MoveKind;

/**
 * The scans of one state that instances share: those of one size that leave nodes which are alike, as on clusters of
 * equal nodes. They differ only at targets that know one of the nodes left. Where few scans turn out to be shared, no
 * more are kept until the next state.
 */
final class SharedScans {
    /** Sizes with fewer instances are not worth it. */
    private static final int FEWEST = 64;

    private static final int UNSHARED = -1;

    private final int[] sizes;
    private final Map<Key, Scan> known = new HashMap<>();
    private int asked;

    /** What the targets that know none of the nodes left make of a scan. */
    static final class Scan {
        /** The least gain of interest when it was made. */
        final double threshold;
        /** Rise by target, where targets may know a node left; else empty. */
        final double[] rise;
        /** The targets that reach the threshold, and their gains. */
        int[] targets = new int[4];

        double[] gains = new double[4];
        int count;
        /** Upper bound of the gain at all other targets. */
        double rest = Double.NEGATIVE_INFINITY;
        /** Whether instances differ in more after all. */
        boolean isUnshared;

        Scan(double threshold, double[] rise) {
            this.threshold = threshold;
            this.rise = rise;
        }

        void add(int target, double gain) {
            if (count == targets.length) {
                targets = Arrays.copyOf(targets, 2 * count);
                gains = Arrays.copyOf(gains, 2 * count);
            }
            targets[count] = target;
            gains[count++] = gain;
        }
    }

    /** All that a scan depends on: the kind of move, the size of the instance, and what happens to the nodes left. */
    static final class Key {
        private final MoveKind kind;
        private final int size;
        private final boolean ignoreSoftErrors;
        private final double[] leaving;
        private final int hash;

        private Key(MoveKind kind, int size, boolean ignoreSoftErrors, double[] leaving) {
            this.kind = kind;
            this.size = size;
            this.ignoreSoftErrors = ignoreSoftErrors;
            this.leaving = leaving;
            hash = 31 * (31 * kind.ordinal() + size) + Arrays.hashCode(leaving);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && kind == key.kind
                    && size == key.size
                    && ignoreSoftErrors == key.ignoreSoftErrors
                    && Arrays.equals(leaving, key.leaving);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    SharedScans(ClusterState state) {
        sizes = new int[state.instances.count];
        Arrays.fill(sizes, UNSHARED);
        boolean isTagged = state.hasLocations() || state.nodes.restrictsMigration();
        if (!isTagged) {
            number(state.instances);
        }
    }

    private void number(InstanceTable instances) {
        Map<List<Object>, Integer> counts = new HashMap<>();
        Map<List<Object>, Integer> numbers = new HashMap<>();
        List<List<Object>> all = IntStream.range(0, sizes.length)
                .mapToObj(i -> size(instances, i))
                .toList();
        all.forEach(size -> counts.merge(size, 1, Integer::sum));
        for (int i = 0; i < sizes.length; i++) {
            if (instances.exclusionTags[i].length == 0 && counts.getOrDefault(all.get(i), 0) >= FEWEST) {
                int next = numbers.size();
                sizes[i] = numbers.computeIfAbsent(all.get(i), _ -> next);
            }
        }
    }

    private static List<Object> size(InstanceTable instances, int i) {
        return List.of(
                instances.memory[i],
                instances.usesMemory[i],
                instances.reservesMemory[i],
                instances.disk[i],
                instances.localStorage[i],
                instances.mirrored[i],
                instances.forthcoming[i],
                instances.vcpus[i],
                instances.countsVcpus[i],
                instances.spindles[i],
                instances.spindleUse[i],
                instances.cpuLoad[i],
                instances.memoryLoad[i],
                instances.diskLoad[i],
                instances.networkLoad[i]);
    }

    /** Forgets all scans: the state has changed. */
    void clear() {
        known.clear();
        asked = 0;
    }

    /** Returns what the scan of an instance that {@link SourceEffect} has turned to depends on, if it may be shared. */
    Optional<Key> key(int i, MoveKind kind, SourceEffect source) {
        boolean isRarelyShared = asked > FEWEST && 4 * known.size() > asked;
        if (sizes[i] == UNSHARED || isRarelyShared) {
            return Optional.empty();
        }
        asked++;
        int columns = source.squares.length;
        double[] leaving = Arrays.copyOf(source.squares, 2 * columns + 1);
        System.arraycopy(source.sum, 0, leaving, columns, columns);
        leaving[2 * columns] = source.linear;
        return Optional.of(new Key(kind, sizes[i], source.isTargetWaived(kind), leaving));
    }

    /** Returns a scan that still serves for the threshold. */
    Optional<Scan> find(Key key, double threshold) {
        return Optional.ofNullable(known.get(key)).filter(scan -> scan.threshold <= threshold);
    }

    void keep(Key key, Scan scan) {
        known.put(key, scan);
    }
}
