package org.ballast.planner.place.allocate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ballast.model.Placement;
import org.ballast.planner.place.PlacementValue;
import org.ballast.planner.score.PairScore;
import org.ballast.planner.state.Verdict;

/**
 * The evaluation of pairs of nodes kind by kind instead of pair by pair; it finds what {@link Allocator} finds, in the
 * time of as many pairs as there are kinds.
 */
public final class PairKindSearch {
    private final PairKinds kinds;
    private final PairScore score;
    private final Allocation.Tally tally = new Allocation.Tally();
    private final List<List<Tried>> tried = new ArrayList<>();
    private final List<Best> best = new ArrayList<>();
    private double bestScore = Double.POSITIVE_INFINITY;
    private boolean comparable = true;

    /** Nodes of a class as secondary, if they would reserve this much. */
    private record Tried(long reserved, PairScore.Secondary secondary) {}

    /** A kind of pairs that no other is better than. */
    private record Best(int primaryClass, int secondaryClass, long reserved) {}

    PairKindSearch(PairKinds kinds, PairScore score) {
        this.kinds = kinds;
        this.score = score;
        for (int each = 0; each < kinds.classCount(); each++) {
            tried.add(new ArrayList<>());
        }
    }

    /** Asks a policy about an instance on a node. */
    public interface Policy {
        Verdict on(int node);
    }

    /** Returns what came of the search; nothing if some scores are no numbers, so that kinds cannot be compared. */
    Optional<Allocation> search(Policy policy) {
        for (int primaryClass = 0; primaryClass < kinds.classCount(); primaryClass++) {
            int primary = kinds.members(primaryClass)[0];
            Verdict first = policy.on(primary);
            if (first.accepted()) {
                first = score.primary(primary);
            }
            for (int secondaryClass = 0; secondaryClass < kinds.classCount(); secondaryClass++) {
                for (PairKinds.Kind kind : kinds.kinds(primaryClass, secondaryClass)) {
                    weigh(first, primaryClass, secondaryClass, kind);
                }
            }
        }
        if (!comparable) {
            return Optional.empty();
        }
        if (!best.isEmpty()) {
            tally.offer(new Allocation.Choice(lastPair(), new PlacementValue.ClusterScore(bestScore)));
        }
        return Optional.of(tally.result());
    }

    private void weigh(Verdict first, int primaryClass, int secondaryClass, PairKinds.Kind kind) {
        int count = Math.toIntExact(kind.count());
        if (!first.accepted()) {
            tally.refuse(first, count);
            return;
        }
        PairScore.Secondary secondary = tried(primaryClass, secondaryClass, kind.reserved());
        if (!secondary.verdict().accepted()) {
            tally.refuse(secondary.verdict(), count);
            return;
        }
        tally.accept(count);
        double total = score.score(secondary);
        comparable &= !Double.isNaN(total);
        if (total < bestScore) {
            bestScore = total;
            best.clear();
        }
        if (total == bestScore) {
            best.add(new Best(primaryClass, secondaryClass, kind.reserved()));
        }
    }

    private PairScore.Secondary tried(int primaryClass, int secondaryClass, long reserved) {
        for (Tried known : tried.get(secondaryClass)) {
            if (known.reserved == reserved) {
                return known.secondary;
            }
        }
        Placement example =
                last(new Best(primaryClass, secondaryClass, reserved)).orElseThrow();
        PairScore.Secondary secondary = score.secondary(example.secondary(), example.primary());
        tried.get(secondaryClass).add(new Tried(reserved, secondary));
        return secondary;
    }

    /** Of equally good pairs the last primary node counts, and then the last secondary. */
    private Placement lastPair() {
        return best.stream()
                .flatMap(each -> last(each).stream())
                .max(Comparator.comparingInt(Placement::primary).thenComparingInt(Placement::secondary))
                .orElseThrow();
    }

    /** Returns the last pair of a kind. */
    private Optional<Placement> last(Best kind) {
        int[] primaries = kinds.members(kind.primaryClass);
        int[] secondaries = kinds.members(kind.secondaryClass);
        for (int p = primaries.length - 1; p >= 0; p--) {
            for (int s = secondaries.length - 1; s >= 0; s--) {
                if (primaries[p] != secondaries[s]
                        && score.reservedAfter(primaries[p], secondaries[s]) == kind.reserved) {
                    return Optional.of(new Placement(primaries[p], secondaries[s]));
                }
            }
        }
        return Optional.empty();
    }
}
