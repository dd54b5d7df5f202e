package org.ballast.optimizer.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether so many copies of instances fit into places that each take a few: a flow from instances, those with the same
 * choice taken together, to places. If not all of it arrives, the minimal cut names the instances that are too many for
 * the places that are open to them.
 */
final class PlaceFlow {
    private final int limit;
    private final Map<Key, List<Integer>> members = new LinkedHashMap<>();

    /** Instances of one kind: where they may be, and how many places each takes. */
    private record Key(BitSet places, int copies) {}

    /**
     * Instances that do not fit.
     *
     * @param copies how many places they take together
     * @param places how many places are open to them
     */
    record Excess(List<Integer> instances, long copies, int places) {}

    /** Begins without instances. */
    PlaceFlow(int limit) {
        this.limit = limit;
    }

    /** Adds an instance that takes so many different ones of these places. */
    void add(int instance, BitSet places, int copies) {
        members.computeIfAbsent(new Key(places, copies), any -> new ArrayList<>())
                .add(instance);
    }

    /** Returns the instances that do not fit, if not all fit. */
    Optional<Excess> excess() {
        List<Key> keys = List.copyOf(members.keySet());
        int places = keys.stream().mapToInt(key -> key.places().length()).max().orElse(0);
        long[][] flow = new long[keys.size()][places];
        long[] used = new long[places];
        for (int k = 0; k < keys.size(); k++) {
            long left = demand(keys.get(k));
            while (left > 0) {
                long sent = augment(keys, flow, used, k, left);
                if (sent == 0) {
                    return Optional.of(cut(keys, flow, k));
                }
                left -= sent;
            }
        }
        return Optional.empty();
    }

    private int size(Key key) {
        return members.getOrDefault(key, List.of()).size();
    }

    private long demand(Key key) {
        return (long) key.copies() * size(key);
    }

    /** Sends more from a kind of instances to a place with room, over places whose instances can go elsewhere. */
    private long augment(List<Key> keys, long[][] flow, long[] used, int source, long most) {
        int[] cameFromKind = new int[used.length];
        int[] cameFromPlace = new int[keys.size()];
        Arrays.fill(cameFromKind, -1);
        Arrays.fill(cameFromPlace, -1);
        Deque<Integer> kinds = new ArrayDeque<>(List.of(source));
        BitSet seen = new BitSet();
        seen.set(source);
        while (!kinds.isEmpty()) {
            int kind = kinds.remove();
            BitSet open = keys.get(kind).places();
            for (int place = open.nextSetBit(0); place >= 0; place = open.nextSetBit(place + 1)) {
                if (cameFromKind[place] >= 0 || flow[kind][place] >= size(keys.get(kind))) {
                    continue;
                }
                cameFromKind[place] = kind;
                if (used[place] < limit) {
                    return send(keys, flow, used, cameFromKind, cameFromPlace, place, source, most);
                }
                for (int other = 0; other < keys.size(); other++) {
                    if (flow[other][place] > 0 && !seen.get(other)) {
                        seen.set(other);
                        cameFromPlace[other] = place;
                        kinds.add(other);
                    }
                }
            }
        }
        return 0;
    }

    private long send(
            List<Key> keys,
            long[][] flow,
            long[] used,
            int[] cameFromKind,
            int[] cameFromPlace,
            int end,
            int source,
            long most) {
        long amount = Math.min(most, limit - used[end]);
        for (int place = end, kind = cameFromKind[end]; ; kind = cameFromKind[place]) {
            amount = Math.min(amount, size(keys.get(kind)) - flow[kind][place]);
            if (kind == source) {
                break;
            }
            place = cameFromPlace[kind];
            amount = Math.min(amount, flow[kind][place]);
        }
        used[end] += amount;
        for (int place = end, kind = cameFromKind[end]; ; kind = cameFromKind[place]) {
            flow[kind][place] += amount;
            if (kind == source) {
                return amount;
            }
            place = cameFromPlace[kind];
            flow[kind][place] -= amount;
        }
    }

    /** Collects who competes for the places that are open to some instances for which none is left. */
    private Excess cut(List<Key> keys, long[][] flow, int source) {
        BitSet kinds = new BitSet();
        BitSet places = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(source));
        kinds.set(source);
        while (!open.isEmpty()) {
            int kind = open.remove();
            BitSet reached = keys.get(kind).places();
            for (int place = reached.nextSetBit(0); place >= 0; place = reached.nextSetBit(place + 1)) {
                places.set(place);
                for (int other = 0; other < keys.size(); other++) {
                    if (flow[other][place] > 0 && !kinds.get(other)) {
                        kinds.set(other);
                        open.add(other);
                    }
                }
            }
        }
        List<Integer> instances = kinds.stream()
                .boxed()
                .flatMap(kind -> members.getOrDefault(keys.get(kind), List.of()).stream())
                .sorted()
                .toList();
        long copies = kinds.stream().mapToLong(kind -> demand(keys.get(kind))).sum();
        return new Excess(instances, copies, places.cardinality());
    }
}
