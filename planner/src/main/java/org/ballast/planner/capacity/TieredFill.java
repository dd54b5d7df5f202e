package org.ballast.planner.capacity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import org.ballast.planner.place.Allocation;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Verdict;

/**
 * Fills a cluster with instances that get smaller as the room does. When no more of a size fit, the resource that was
 * lacking on most choices of nodes is asked for in the next smaller amount, again and again; where this leads to nothing,
 * each lacking resource on its own is reduced until an instance fits.
 *
 * <p>Source: hspace(1) of Ganeti 3.0; the order of the attempts is the peer's and decides the sizes.
 */
public final class TieredFill {
    private final Filler filler;
    private final OptionalLong limit;

    private TieredFill(Filler filler, OptionalLong limit) {
        this.filler = filler;
        this.limit = limit;
    }

    /**
     * Places instances, for each of several sizes to begin with, until no more fit or as many as wanted; the state is
     * the filled one then.
     *
     * @param shapes where to begin, one after another; at least one
     * @param limit how many instances are wanted at most; nothing for all that fit
     * @param progress is told how many instances are placed
     */
    public static Filling fill(
            ClusterState state, Grounds grounds, List<Shape> shapes, OptionalLong limit, IntConsumer progress) {
        if (grounds.stopped()) {
            return Filling.REFUSED;
        }
        Filler filler = new Filler(state, grounds, progress);
        TieredFill fill = new TieredFill(filler, limit);
        Map<Verdict, Integer> failures = Map.of();
        for (Shape shape : shapes) {
            if (fill.isFull()) {
                break;
            }
            failures = fill.from(shape);
        }
        return new Filling(filler.placed(), failures);
    }

    private boolean isFull() {
        return limit.isPresent() && limit.getAsLong() <= filler.placed().size();
    }

    private OptionalLong left() {
        return limit.isPresent()
                ? OptionalLong.of(limit.getAsLong() - filler.placed().size())
                : limit;
    }

    /** Returns why no more instances fit, of the size at which the last search for a smaller one began. */
    private Map<Verdict, Integer> from(Shape first) {
        Rung begin = new Rung(first, filler.fill(first, left()));
        while (!isFull()) {
            Optional<Rung> next = descend(begin);
            if (next.isEmpty()) {
                break;
            }
            begin = next.get();
        }
        return begin.failures;
    }

    /** A size, and why no more instances of it fit. */
    private record Rung(Shape shape, Map<Verdict, Integer> failures) {
        /** Returns the reasons, the most frequent first. */
        List<Verdict> reasons() {
            Comparator<Verdict> order = Comparator.comparing(failures::get);
            return failures.keySet().stream()
                    .sorted(order.thenComparing(Comparator.naturalOrder()).reversed())
                    .toList();
        }
    }

    /** Makes instances smaller until one is placed. Returns the size at which no more fit then. */
    private Optional<Rung> descend(Rung from) {
        int before = filler.placed().size();
        List<Rung> tried = new ArrayList<>();
        Optional<Rung> rung = Optional.of(from);
        while (rung.isPresent()) {
            tried.add(rung.get());
            rung = smaller(rung.get());
            if (filler.placed().size() > before) {
                return rung;
            }
        }
        Probes probes = new Probes();
        for (Rung each : tried.reversed()) {
            for (Verdict reason : each.reasons()) {
                Optional<Shape> fitting = probes.shrinkUntilFit(each.shape, reason);
                if (fitting.isPresent()) {
                    return Optional.of(new Rung(fitting.get(), filler.fill(fitting.get(), left())));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Rung> smaller(Rung rung) {
        return rung.reasons().stream()
                .findFirst()
                .flatMap(rung.shape::shrunk)
                .map(shape -> new Rung(shape, filler.fill(shape, left())));
    }

    /** Searches made while nothing is placed, each only once. */
    private final class Probes {
        private final Map<Shape, Allocation> known = new HashMap<>();

        /** Takes away of one resource as long as it is the one that is lacking. */
        Optional<Shape> shrinkUntilFit(Shape from, Verdict reason) {
            Optional<Shape> shape = Optional.of(from);
            while (shape.isPresent()) {
                Allocation allocation = known.computeIfAbsent(shape.get(), filler::probe);
                if (allocation.best().isPresent()) {
                    return shape;
                }
                if (!allocation.failures().containsKey(reason)) {
                    return Optional.empty();
                }
                shape = shape.get().shrunk(reason);
            }
            return shape;
        }
    }
}
