package org.ballast.capacity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ballast.planner.place.allocate.Allocation;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Verdict;

/**
 * The tiered allocation: a cluster filled with instances that get smaller as the room does. When no more of a size fit,
 * the resource that was lacking on most choices of nodes is asked for in the next smaller amount, again and again;
 * where this leads to nothing, each lacking resource on its own is reduced until an instance fits.
 *
 * <p>Source: hspace(1) of Ganeti 3.0; the order of the attempts is Ganeti's and decides the sizes.
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
    public static FillResult fill(
            ClusterState state,
            CandidateNodes candidateNodes,
            List<InstanceShape> shapes,
            OptionalLong limit,
            IntConsumer progress) {
        if (candidateNodes.stopped()) {
            return FillResult.REFUSED;
        }
        Filler filler = new Filler(state, candidateNodes, progress);
        TieredFill fill = new TieredFill(filler, limit);
        Map<Verdict, Integer> failures = Map.of();
        for (InstanceShape shape : shapes) {
            if (fill.isFull()) {
                break;
            }
            failures = fill.from(shape);
        }
        return new FillResult(filler.placed(), failures);
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
    private Map<Verdict, Integer> from(InstanceShape first) {
        UnfitShape begin = unfit(first);
        while (!isFull()) {
            Optional<UnfitShape> next = descend(begin);
            if (next.isEmpty()) {
                break;
            }
            begin = next.get();
        }
        return begin.failures;
    }

    /**
     * A shape, and why no more instances of it fit.
     *
     * @param shape the shape
     * @param failures for how many choices of nodes the next one was refused, by reason
     * @param above the shapes before it, each a step larger, that were refused on the same choices for the same reasons
     *     and that still have to be looked at
     */
    private record UnfitShape(InstanceShape shape, Map<Verdict, Integer> failures, Above above) {
        /** Returns the reasons, the most frequent first. */
        List<Verdict> reasons() {
            Comparator<Verdict> order = Comparator.comparing(failures::get);
            return failures.keySet().stream()
                    .sorted(order.thenComparing(Comparator.naturalOrder()).reversed())
                    .toList();
        }

        /** Returns whether less of anything but what is lacking most might help, too. */
        boolean hasOtherWays() {
            return reasons().stream()
                    .skip(1)
                    .anyMatch(reason -> shape.shrunk(reason).isPresent());
        }

        Stream<InstanceShape> shapes() {
            return Stream.concat(Stream.of(shape), above.shapes());
        }
    }

    /** The first of the smaller shapes; there may be very many. */
    private record Above(LongFunction<InstanceShape> shrinkingSizes, long count) {
        Stream<InstanceShape> shapes() {
            return LongStream.rangeClosed(1, count).mapToObj(k -> shrinkingSizes.apply(count - k));
        }
    }

    private UnfitShape unfit(InstanceShape shape) {
        return new UnfitShape(shape, filler.fill(shape, left()), new Above(_ -> shape, 0));
    }

    /** Makes instances smaller until one is placed. Returns the shape of which no more fit then. */
    private Optional<UnfitShape> descend(UnfitShape from) {
        int before = filler.placed().size();
        List<UnfitShape> tried = new ArrayList<>();
        Optional<UnfitShape> next = Optional.of(from);
        while (next.isPresent()) {
            UnfitShape lowest = skipUnchanged(next.get());
            tried.add(lowest);
            next = lowest.reasons().stream()
                    .findFirst()
                    .flatMap(lowest.shape::shrunk)
                    .map(this::unfit);
            if (filler.placed().size() > before) {
                return next;
            }
        }
        Probes probes = new Probes();
        return tried.reversed().stream()
                .flatMap(each -> each.shapes()
                        .flatMap(shape -> each.reasons().stream()
                                .flatMap(reason -> probes.shrinkUntilFit(shape, reason).stream())))
                .findFirst()
                .map(this::unfit);
    }

    /**
     * Shrinks the shape as long as that makes no difference: on no choice of nodes does the resource stop being the
     * first that is lacking.
     */
    private UnfitShape skipUnchanged(UnfitShape unfit) {
        Optional<ShrinkingSizes> shrinkingSizes =
                unfit.reasons().stream().findFirst().flatMap(reason -> ShrinkingSizes.of(unfit.shape, reason));
        if (shrinkingSizes.isEmpty() || unfit.failures.containsKey(Verdict.REDUNDANCY)) {
            return unfit;
        }
        long steps = shrinkingSizes.get().steady(filler.cluster(), after -> {
            Allocation allocation = filler.tryUnchecked(shrinkingSizes.get().at(after));
            return allocation.best().isEmpty() && allocation.failures().equals(unfit.failures);
        });
        // Where a smaller instance fits whenever a larger one does, the smallest answers for all.
        long above = unfit.hasOtherWays() && !filler.isMonotone(unfit.shape) ? steps : 0;
        return new UnfitShape(
                shrinkingSizes.get().at(steps), unfit.failures, new Above(shrinkingSizes.get()::at, above));
    }

    /** A cache of searches made while nothing is placed, each only once. */
    private final class Probes {
        private final Map<InstanceShape, Allocation> known = new HashMap<>();

        private Allocation of(InstanceShape shape) {
            return known.computeIfAbsent(shape, filler::tryChecked);
        }

        /**
         * Takes away of one resource as long as it is lacking somewhere. The smallest size of all is never tried: nor
         * does Ganeti.
         */
        Optional<InstanceShape> shrinkUntilFit(InstanceShape from, Verdict reason) {
            InstanceShape shape = from;
            while (shape.shrunk(reason).isPresent()) {
                Allocation allocation = of(shape);
                if (allocation.best().isPresent()) {
                    return Optional.of(shape);
                }
                if (!allocation.failures().containsKey(reason)) {
                    return Optional.empty();
                }
                InstanceShape lowest = skipUnchanged(shape, allocation, reason);
                shape = lowest.shrunk(reason).orElse(lowest);
            }
            return Optional.empty();
        }

        private InstanceShape skipUnchanged(InstanceShape shape, Allocation allocation, Verdict reason) {
            Optional<ShrinkingSizes> shrinkingSizes = ShrinkingSizes.of(shape, reason);
            if (shrinkingSizes.isEmpty() || allocation.failures().containsKey(Verdict.REDUNDANCY)) {
                return shape;
            }
            long steps = shrinkingSizes
                    .get()
                    .steady(
                            filler.cluster(),
                            after -> of(shrinkingSizes.get().at(after)).equals(allocation));
            return shrinkingSizes.get().at(steps);
        }
    }
}
