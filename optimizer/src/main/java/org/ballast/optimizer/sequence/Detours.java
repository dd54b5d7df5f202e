package org.ballast.optimizer.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.optimizer.cost.Cost;
import org.ballast.planner.state.ClusterState;

/**
 * A search for moves when no instance can go where it should. In this order: routes that cost more than the cheapest;
 * moves of an instance to where it can wait so that another can go, first those that cost nothing more, then any.
 */
final class Detours {
    /** So many nodes with the most room are tried as places to wait. */
    private static final int WAITING_NODES = 4;
    /** An instance makes at most so many detours, so that they come to an end. */
    private static final int MOST_DETOURS = 2;

    private final ClusterState state;
    private final MoveSequence moveSequence;
    private final PendingMoves pending;
    private final Routes routes;
    private final int[] detours;

    /**
     * A move away from where an instance blocks others.
     *
     * @param rest what is left of its way then
     * @param straight what the straight way costs
     */
    private record Detour(Placement from, Route first, Cost rest, Cost straight) {
        Move move() {
            return first.moves().getFirst();
        }

        /** Returns how many MiB it costs more than the straight way. */
        long extra() {
            return first.cost().dataMib() + rest.dataMib() - straight.dataMib();
        }

        boolean isFree() {
            return extra() <= 0;
        }

        /** Returns whether a part of the straight way's copies is made. */
        boolean isPart() {
            return isFree() && rest.diskCopies() < straight.diskCopies();
        }
    }

    private record FreedMove(int instance, Route route) {}

    Detours(ClusterState state, MoveSequence moveSequence, PendingMoves pending, Routes routes) {
        this.state = state;
        this.moveSequence = moveSequence;
        this.pending = pending;
        this.routes = routes;
        detours = new int[state.instanceCount()];
    }

    /** Returns whether something could be moved. */
    boolean take() {
        int[] waiting = pending.waiting();
        for (int i : waiting) {
            if (takeCostlierRoute(i)) {
                return true;
            }
        }
        RoomiestNodes roomiest = new RoomiestNodes(state, WAITING_NODES);
        for (int i : waiting) {
            if (takeFirstPart(i, roomiest)) {
                return true;
            }
        }
        for (boolean free : new boolean[] {true, false}) {
            for (int i : waiting) {
                if (detours[i] < MOST_DETOURS && takeDetour(i, free, roomiest)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean takeCostlierRoute(int i) {
        Optional<Route> open = routes.between(i, state.placement(i), pending.target(i)).stream()
                .filter(route -> affords(route.cost(), i) && moveSequence.permits(route.moves()))
                .findFirst();
        open.ifPresent(route -> take(i, route));
        return open.isPresent();
    }

    /** Half of the way is worth going if the other half costs no more than it would have. */
    private boolean takeFirstPart(int i, RoomiestNodes roomiest) {
        Optional<Detour> part = detours(i, roomiest).stream()
                .filter(detour -> detour.isPart()
                        && affords(detour.first().cost().plus(detour.rest()), i)
                        && moveSequence.permits(detour.first().moves()))
                .findFirst();
        part.ifPresent(detour -> take(i, detour.first()));
        return part.isPresent();
    }

    private boolean takeDetour(int i, boolean free, RoomiestNodes roomiest) {
        for (Detour detour : detours(i, roomiest)) {
            if (detour.isFree() == free && moveSequence.permits(detour.first().moves())) {
                List<FreedMove> freedBy = new ArrayList<>();
                moveSequence.during(
                        detour.move(), () -> freedBy(detour).map(freedBy::add).isPresent());
                if (!freedBy.isEmpty()) {
                    detours[i]++;
                    take(i, detour.first());
                    take(freedBy.getFirst().instance(), freedBy.getFirst().route());
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns moves to elsewhere, those with the least extra cost first. */
    private List<Detour> detours(int i, RoomiestNodes roomiest) {
        Placement from = state.placement(i);
        Placement target = pending.target(i);
        List<Route> straight = routes.between(i, from, target);
        List<Detour> found = new ArrayList<>();
        if (straight.isEmpty()) {
            return found;
        }
        for (Route first : routes.singles(i, from, nearby(from, target, roomiest))) {
            Placement there = first.moves().getFirst().to(from);
            List<Route> rest = there.equals(target) ? List.of() : routes.between(i, there, target);
            if (!rest.isEmpty() && !state.isSplit(there)) {
                Cost cost = rest.getFirst().cost();
                found.add(new Detour(from, first, cost, straight.getFirst().cost()));
            }
        }
        found.sort(Comparator.comparingLong(Detour::extra));
        return found;
    }

    private List<Integer> nearby(Placement from, Placement target, RoomiestNodes roomiest) {
        Set<Integer> nodes = new LinkedHashSet<>();
        nodes.add(target.primary());
        if (target.hasSecondary()) {
            nodes.add(target.secondary());
        }
        nodes.addAll(roomiest.of(state.groupOf(from.primary())));
        return List.copyOf(nodes);
    }

    /** Returns an instance that can move now that another has made way. */
    private Optional<FreedMove> freedBy(Detour detour) {
        int aside = detour.move().instance();
        Set<Integer> waiting =
                new LinkedHashSet<>(pending.waitingFor(detour.from().primary()));
        if (detour.from().hasSecondary()) {
            waiting.addAll(pending.waitingFor(detour.from().secondary()));
        }
        waiting.remove(aside);
        for (int other : waiting) {
            Optional<Route> open = routes.between(other, state.placement(other), pending.target(other)).stream()
                    .filter(route ->
                            affords(detour.first().cost().plus(detour.rest()).plus(route.cost()), aside, other)
                                    && moveSequence.permits(route.moves()))
                    .findFirst();
            if (open.isPresent()) {
                return Optional.of(new FreedMove(other, open.get()));
            }
        }
        return Optional.empty();
    }

    private boolean affords(Cost cost, int... instances) {
        BitSet set = new BitSet();
        Arrays.stream(instances).forEach(set::set);
        return moveSequence.affords(cost, set);
    }

    private void take(int i, Route route) {
        Placement from = state.placement(i);
        moveSequence.take(route);
        pending.moved(i, from);
    }
}
