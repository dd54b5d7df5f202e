package org.ballast.planner.place.relocate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ballast.model.DiskTemplate;
import org.ballast.planner.place.Shortage;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;

/**
 * What is missing before an instance fits, over all nodes that it may be placed on: the least that any node lacks to be
 * its primary and another one to be its secondary, and what nodes lack to host failovers even without it.
 */
final class PlacementShortfall {
    /** Nodes whose instances may have to leave: those that lack least, in each role. */
    private static final int NEAREST = 6;
    /** Nodes that instances may go to: those with most room, of each resource. */
    private static final int ROOMIEST = 24;

    private final ClusterState state;
    private final Shortage shortage;
    private final boolean mirrored;
    private final List<Integer> open;
    private final double[] asPrimary;
    private final double[] asSecondary;
    private final double[] ofFailovers;

    private List<Integer> nearestPrimaries = List.of();
    private List<Integer> nearestSecondaries = List.of();
    private double allFailovers;

    PlacementShortfall(ClusterState state, int instance, List<Integer> open) {
        this.state = state;
        this.open = List.copyOf(open);
        shortage = new Shortage(state, instance);
        mirrored = state.instance(instance).template() == DiskTemplate.DRBD;
        int nodes = state.scenario().cluster().nodes().size();
        asPrimary = new double[nodes];
        asSecondary = new double[nodes];
        ofFailovers = new double[nodes];
    }

    /** Follows a change of the state. */
    void refresh() {
        allFailovers = 0;
        for (int node = 0; node < asPrimary.length; node++) {
            asPrimary[node] = shortage.asPrimary(node);
            asSecondary[node] = shortage.asSecondary(node);
            ofFailovers[node] = state.isOffline(node) ? 0 : shortage.ofFailovers(node);
            allFailovers += ofFailovers[node];
        }
        nearestPrimaries = nearest(asPrimary);
        nearestSecondaries = mirrored ? nearest(asSecondary) : List.of();
    }

    private List<Integer> nearest(double[] lacking) {
        return open.stream()
                .sorted(Comparator.comparingDouble((Integer node) -> lacking[node]))
                .limit(NEAREST)
                .toList();
    }

    /** Returns what would be missing after an accepted trial. */
    double after(Trial trial) {
        double failovers = allFailovers;
        Set<Integer> touched = new LinkedHashSet<>();
        for (int k = 0; k < trial.touchedCount(); k++) {
            int node = trial.touchedNode(k);
            touched.add(node);
            failovers += state.isOffline(node) ? 0 : shortage.ofFailoversAfter(trial, k) - ofFailovers[node];
        }
        double least = Double.POSITIVE_INFINITY;
        for (int primary : candidates(nearestPrimaries, touched)) {
            double ofPrimary = after(trial, primary, true);
            if (!mirrored) {
                least = Math.min(least, ofPrimary);
                continue;
            }
            for (int secondary : candidates(nearestSecondaries, touched)) {
                if (secondary != primary && state.groupOf(secondary) == state.groupOf(primary)) {
                    least = Math.min(least, ofPrimary + after(trial, secondary, false));
                }
            }
        }
        // What is left of a difference of doubles is no shortfall.
        return least + (failovers < 1e-9 ? 0 : failovers);
    }

    private Set<Integer> candidates(List<Integer> nearest, Set<Integer> touched) {
        Set<Integer> candidates = new LinkedHashSet<>(nearest);
        for (int node : touched) {
            if (open.contains(node)) {
                candidates.add(node);
            }
        }
        return candidates;
    }

    private double after(Trial trial, int node, boolean primary) {
        for (int k = 0; k < trial.touchedCount(); k++) {
            if (trial.touchedNode(k) == node) {
                return primary ? shortage.asPrimaryAfter(trial, k) : shortage.asSecondaryAfter(trial, k);
            }
        }
        return primary ? asPrimary[node] : asSecondary[node];
    }

    /** Returns the instances that may have to move. */
    Set<Integer> movable() {
        Stream<Integer> overloaded = IntStream.range(0, ofFailovers.length)
                .filter(node -> ofFailovers[node] > 0)
                .limit(NEAREST)
                .boxed();
        Set<Integer> movable = new LinkedHashSet<>();
        Stream.of(nearestPrimaries.stream(), nearestSecondaries.stream(), overloaded)
                .flatMap(nodes -> nodes)
                .forEach(node -> {
                    Arrays.stream(state.primariesOf(node)).forEach(movable::add);
                    Arrays.stream(state.secondariesOf(node)).forEach(movable::add);
                });
        int known = state.scenario().cluster().instances().size();
        movable.removeIf(i -> i >= known || !state.scenario().isMovable(i) || lacksItsMirror(i));
        return movable;
    }

    /** No move is defined for a mirrored instance that has but one node. */
    private boolean lacksItsMirror(int i) {
        return state.instance(i).template().hasSecondary()
                && !state.placement(i).hasSecondary();
    }

    /** Returns the nodes of a group with most room. */
    int[] roomiest(int group) {
        List<Integer> online = new ArrayList<>();
        for (int node : state.nodesOf(group)) {
            if (!state.isOffline(node)) {
                online.add(node);
            }
        }
        return Stream.of((IntToLongFunction) state::unallocatedMemory, (IntToLongFunction) state::freeDisk)
                .flatMap(room -> online.stream()
                        .sorted(Comparator.comparingLong(room::applyAsLong).reversed())
                        .limit(ROOMIEST))
                .mapToInt(Integer::intValue)
                .distinct()
                .toArray();
    }
}
