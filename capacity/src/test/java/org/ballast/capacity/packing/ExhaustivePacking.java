package org.ballast.capacity.packing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ballast.capacity.CapacityRules;
import org.ballast.model.Placement;
import org.ballast.planner.place.n1.GlobalN1Check;

/** Tries every order of placing instances of one shape in a cluster of few nodes. */
final class ExhaustivePacking {
    private static final int MOST_INSTANCES = 7;
    private static final int MOST_PACKINGS = 20_000;

    private final PackingCases.Case of;
    private final List<Placement> choices = new ArrayList<>();

    ExhaustivePacking(PackingCases.Case of) {
        this.of = of;
        int nodes = of.scenario().cluster().nodes().size();
        for (int primary = 0; primary < nodes; primary++) {
            if (!of.shape().template().hasSecondary()) {
                choices.add(Placement.on(primary));
            }
            for (int secondary = 0; secondary < nodes && of.shape().template().hasSecondary(); secondary++) {
                if (secondary != primary) {
                    choices.add(new Placement(primary, secondary));
                }
            }
        }
    }

    /** Returns the most instances that can be placed; nothing if that takes too long to find out. */
    OptionalInt most() {
        Set<List<Integer>> packings = Set.of(choices.stream().map(choice -> 0).toList());
        for (int count = 0; count <= MOST_INSTANCES; count++) {
            Set<List<Integer>> larger = new HashSet<>();
            for (List<Integer> packing : packings) {
                extend(packing, larger);
            }
            if (larger.isEmpty()) {
                return OptionalInt.of(count);
            }
            if (larger.size() > MOST_PACKINGS) {
                return OptionalInt.empty();
            }
            packings = larger;
        }
        return OptionalInt.empty();
    }

    private void extend(List<Integer> packing, Set<List<Integer>> larger) {
        PackedCluster packedCluster = new PackedCluster(of.scenario(), CapacityRules.STRICT, List.of());
        for (int k = 0; k < choices.size(); k++) {
            for (int times = 0; times < packing.get(k); times++) {
                packedCluster.tryPlace(new PackedPlacement(of.shape(), choices.get(k)), false);
            }
        }
        Optional<GlobalN1Check> check = packedCluster.check();
        for (int k = 0; k < choices.size(); k++) {
            List<Integer> more = new ArrayList<>(packing);
            more.set(k, more.get(k) + 1);
            if (!larger.contains(more)
                    && packedCluster.accepts(new PackedPlacement(of.shape(), choices.get(k)), check)) {
                larger.add(more);
            }
        }
    }
}
