package org.ballast.optimizer.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.ballast.model.Placement;
import org.ballast.model.rules.ConflictReason;
import org.ballast.model.rules.Copies;
import org.ballast.model.rules.PlacementRule;
import org.ballast.model.rules.Places;

/**
 * The nodes that are left to one instance.
 *
 * @param instance the instance
 * @param home where it is at the start
 * @param isMovable whether it may move at all
 * @param primaries the nodes it may run on
 * @param secondaries the nodes that may have the second copy of its disks
 * @param apart places that its two nodes must not share
 */
record NodeChoice(
        int instance, Placement home, boolean isMovable, BitSet primaries, BitSet secondaries, List<Places> apart) {

    /** Returns what a rule that asks something of each instance alone leaves of it. */
    NodeChoice restrictedBy(PlacementRule rule) {
        return switch (rule) {
            case PlacementRule.AllowedNodes allowed -> {
                BitSet nodes = new BitSet();
                allowed.nodes().forEach(nodes::set);
                yield restricted(nodes, allowed.copies());
            }
            case PlacementRule.ForbiddenNodes forbidden -> {
                BitSet nodes = new BitSet();
                nodes.or(primaries);
                nodes.or(secondaries);
                forbidden.nodes().forEach(nodes::clear);
                yield restricted(nodes, forbidden.copies());
            }
            case PlacementRule.Pinned pinned -> atHome(pinned.copies());
            case PlacementRule.DoNotMove _ -> atHome(Copies.BOTH);
            case PlacementRule.CopiesApart copiesApart -> {
                List<Places> more = new ArrayList<>(apart);
                more.add(copiesApart.places());
                yield new NodeChoice(instance, home, isMovable, primaries, secondaries, more);
            }
            case PlacementRule.KeepApart _, PlacementRule.KeepTogether _, PlacementRule.AtMost _ -> this;
        };
    }

    private NodeChoice atHome(Copies copies) {
        BitSet first = new BitSet();
        BitSet second = new BitSet();
        first.set(home.primary());
        if (home.hasSecondary()) {
            second.set(home.secondary());
        }
        return new NodeChoice(
                instance,
                home,
                isMovable,
                copies.withPrimary() ? common(primaries, first) : primaries,
                copies.withSecondary() ? common(secondaries, second) : secondaries,
                apart);
    }

    private NodeChoice restricted(BitSet nodes, Copies copies) {
        return new NodeChoice(
                instance,
                home,
                isMovable,
                copies.withPrimary() ? common(primaries, nodes) : primaries,
                copies.withSecondary() ? common(secondaries, nodes) : secondaries,
                apart);
    }

    private static BitSet common(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    /**
     * Returns why there is no place for the instance, if there is none.
     *
     * @param groupOf the group of each node, as both copies are in one
     */
    Optional<ConflictReason> fault(int[] groupOf) {
        List<Integer> alone = List.of(instance);
        boolean isMirrored = home.hasSecondary();
        if (!primaries.isEmpty() && (!isMirrored || hasPair(groupOf))) {
            return Optional.empty();
        }
        if (!isMovable) {
            return Optional.of(new ConflictReason.Immovable(alone));
        }
        if (primaries.isEmpty()) {
            return Optional.of(new ConflictReason.NoNode(alone, Copies.PRIMARY));
        }
        if (secondaries.isEmpty()) {
            return Optional.of(new ConflictReason.NoNode(alone, Copies.SECONDARY));
        }
        BitSet left = (BitSet) primaries.clone();
        left.or(secondaries);
        return Optional.of(
                new ConflictReason.NoPair(alone, left.stream().boxed().toList()));
    }

    private boolean hasPair(int[] groupOf) {
        return primaries.stream()
                .anyMatch(primary -> secondaries.stream()
                        .anyMatch(secondary -> secondary != primary
                                && groupOf[primary] == groupOf[secondary]
                                && apart.stream().noneMatch(places -> shares(places, primary, secondary))));
    }

    private static boolean shares(Places places, int one, int other) {
        return places.ofNode().get(one).stream().anyMatch(places.ofNode().get(other)::contains);
    }

    /** Returns the places in which the instance may count. */
    BitSet places(Places places, Copies copies) {
        BitSet found = new BitSet();
        if (copies.withPrimary()) {
            primaries.stream().forEach(node -> places.ofNode().get(node).forEach(found::set));
        }
        if (copies.withSecondary() && home.hasSecondary()) {
            secondaries.stream().forEach(node -> places.ofNode().get(node).forEach(found::set));
        }
        return found;
    }
}
