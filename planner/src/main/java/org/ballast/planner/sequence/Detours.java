package org.ballast.planner.sequence;

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
import org.ballast.planner.cost.Cost;
import org.ballast.planner.state.ClusterState;

/**
 * What is done when no instance can go where it should. In this order: routes that cost more than the cheapest; moves of
 * an instance to where it can wait so that another can go, first those that cost nothing more, then any.
 */
final class Detours {
    /** So many nodes with the most room are tried as places to wait. */
    private static final int WAITING_ROOMS = 4;
    /** An instance makes at most so many detours, so that they come to an end. */
    private static final int MOST_DETOURS = 2;

    private final ClusterState state;
    private final Walk walk;
    private final Wishes wishes;
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

    private record Help(int instance, Route route) {}

    Detours(ClusterState state, Walk walk, Wishes wishes, Routes routes) {
        this.state = state;
        this.walk = walk;
        this.wishes = wishes;
        this.routes = routes;
        detours = new int[state.instanceCount()];
    }

    /** Returns whether something could be moved. */
    boolean take() {
        int[] waiting = wishes.waiting();
        for (int i : waiting) {
            if (takeCostlierRoute(i)) {
                return true;
            }
        }
        Rooms rooms = new Rooms(state, WAITING_ROOMS);
        for (int i : waiting) {
            if (takeFirstPart(i, rooms)) {
                return true;
            }
        }
        for (boolean free : new boolean[] {true, false}) {
            for (int i : waiting) {
                if (detours[i] < MOST_DETOURS && stepAside(i, free, rooms)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean takeCostlierRoute(int i) {
        Optional<Route> open = routes.between(i, state.placement(i), wishes.target(i)).stream()
                .filter(route -> affords(route.cost(), i) && walk.permits(route.moves()))
                .findFirst();
        open.ifPresent(route -> take(i, route));
        return open.isPresent();
    }

    /** Half of the way is worth going if the other half costs no more than it would have. */
    private boolean takeFirstPart(int i, Rooms rooms) {
        Optional<Detour> part = detours(i, rooms).stream()
                .filter(detour -> detour.isPart()
                        && affords(detour.first().cost().plus(detour.rest()), i)
                        && walk.permits(detour.first().moves()))
                .findFirst();
        part.ifPresent(detour -> take(i, detour.first()));
        return part.isPresent();
    }

    private boolean stepAside(int i, boolean free, Rooms rooms) {
        for (Detour detour : detours(i, rooms)) {
            if (detour.isFree() == free && walk.permits(detour.first().moves())) {
                List<Help> helped = new ArrayList<>();
                walk.during(detour.move(), () -> helped(detour).map(helped::add).isPresent());
                if (!helped.isEmpty()) {
                    detours[i]++;
                    take(i, detour.first());
                    take(helped.getFirst().instance(), helped.getFirst().route());
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns moves to elsewhere, those with the least extra cost first. */
    private List<Detour> detours(int i, Rooms rooms) {
        Placement from = state.placement(i);
        Placement target = wishes.target(i);
        List<Route> straight = routes.between(i, from, target);
        List<Detour> found = new ArrayList<>();
        if (straight.isEmpty()) {
            return found;
        }
        for (Route first : routes.singles(i, from, nearby(from, target, rooms))) {
            Placement there = first.moves().getFirst().to(from);
            List<Route> rest = there.equals(target) ? List.of() : routes.between(i, there, target);
            if (!rest.isEmpty() && !isSplit(there)) {
                Cost cost = rest.getFirst().cost();
                found.add(new Detour(from, first, cost, straight.getFirst().cost()));
            }
        }
        found.sort(Comparator.comparingLong(Detour::extra));
        return found;
    }

    private List<Integer> nearby(Placement from, Placement target, Rooms rooms) {
        Set<Integer> nodes = new LinkedHashSet<>();
        nodes.add(target.primary());
        if (target.hasSecondary()) {
            nodes.add(target.secondary());
        }
        nodes.addAll(rooms.of(state.groupOf(from.primary())));
        return List.copyOf(nodes);
    }

    private boolean isSplit(Placement placement) {
        return placement.hasSecondary() && state.groupOf(placement.primary()) != state.groupOf(placement.secondary());
    }

    /** Returns an instance that can go now that another has stepped aside. */
    private Optional<Help> helped(Detour detour) {
        int aside = detour.move().instance();
        Set<Integer> waiting =
                new LinkedHashSet<>(wishes.waitingFor(detour.from().primary()));
        if (detour.from().hasSecondary()) {
            waiting.addAll(wishes.waitingFor(detour.from().secondary()));
        }
        waiting.remove(aside);
        for (int other : waiting) {
            Optional<Route> open = routes.between(other, state.placement(other), wishes.target(other)).stream()
                    .filter(route ->
                            affords(detour.first().cost().plus(detour.rest()).plus(route.cost()), aside, other)
                                    && walk.permits(route.moves()))
                    .findFirst();
            if (open.isPresent()) {
                return Optional.of(new Help(other, open.get()));
            }
        }
        return Optional.empty();
    }

    private boolean affords(Cost cost, int... instances) {
        BitSet set = new BitSet();
        Arrays.stream(instances).forEach(set::set);
        return walk.affords(cost, set);
    }

    private void take(int i, Route route) {
        Placement from = state.placement(i);
        walk.take(route);
        wishes.moved(i, from);
    }
}
