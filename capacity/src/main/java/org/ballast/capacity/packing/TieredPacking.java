package org.ballast.capacity.packing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.ballast.capacity.FillResult;
import org.ballast.capacity.InstanceShape;
import org.ballast.capacity.TieredFill;
import org.ballast.planner.state.Verdict;

/**
 * A packing of instances that get smaller as the room does: the first size as densely as it goes, then, in the room
 * that is left, the size that the plain tiered filling comes to next, and so on. After each size the plain filling may
 * finish, and of all these ends the best one is taken.
 *
 * <p>An end counts only if it has at least as many instances of the first size as the plain filling, and at least as
 * much in all. Of these the one with most instances of the first size is the best, then the one with most in all.
 */
final class TieredPacking {
    private final PackedCluster start;
    private final List<InstanceShape> shapes;
    private final OptionalLong limit;
    private final SearchBudget budget;
    private final PackingListener listener;
    private final Tiers plain;
    private Tiers best;

    /**
     * Fills without any search.
     *
     * @param shapes where to begin, one after another; at least one
     * @param limit how many instances are wanted at most; nothing for all that fit
     */
    TieredPacking(
            PackedCluster start,
            List<InstanceShape> shapes,
            OptionalLong limit,
            SearchBudget budget,
            PackingListener listener) {
        this.start = start;
        this.shapes = List.copyOf(shapes);
        this.limit = limit;
        this.budget = budget;
        this.listener = listener;
        plain = finish(start, shapes);
        best = plain;
    }

    /**
     * A filled cluster.
     *
     * @param packedCluster what is placed
     * @param failures why no more is, of the size that was sought last
     */
    record Tiers(PackedCluster packedCluster, Map<Verdict, Integer> failures) {
        /** Returns how many instances have this size. */
        long count(InstanceShape.Size size) {
            return packedCluster.sites().stream()
                    .filter(site -> site.shape().size().equals(size))
                    .count();
        }

        /** Returns how much is placed in all, in units of one instance of this size; each resource counts the same. */
        double amount(InstanceShape.Size unit) {
            double memory = 0;
            double disk = 0;
            double vcpus = 0;
            for (PackedPlacement site : packedCluster.sites()) {
                memory += site.shape().size().memory();
                disk += site.shape().size().disk();
                vcpus += site.shape().size().vcpus();
            }
            return memory / Math.max(1, unit.memory())
                    + disk / Math.max(1, unit.disk())
                    + vcpus / Math.max(1, unit.vcpus());
        }
    }

    /** Returns what the plain filling came to. */
    Tiers plain() {
        return plain;
    }

    /** Searches and returns the best end. */
    Tiers run(StepCounter stepCounter) {
        if (budget.steps() == 0 || start.candidateNodes().stopped()) {
            return best;
        }
        PackedCluster current = start;
        for (int k = 0; k < shapes.size(); k++) {
            List<InstanceShape> later = shapes.subList(k + 1, shapes.size());
            InstanceShape shape = shapes.get(k);
            while (!stepCounter.isOver() && left(current).orElse(1) > 0) {
                current = new ShapePacking(current, shape, left(current), budget, listener)
                        .run(stepCounter.share(2))
                        .packedCluster();
                offer(current, shape, later);
                current = withMore(current, shape);
                List<PackedPlacement> next = next(finish(current, List.of(shape)), current);
                if (next.isEmpty()) {
                    break;
                }
                shape = next.getFirst().shape();
            }
        }
        return best;
    }

    /** Adds what the plain filling finds room for of the same shape still. */
    private PackedCluster withMore(PackedCluster current, InstanceShape shape) {
        List<PackedPlacement> more = next(finish(current, List.of(shape)), current).stream()
                .takeWhile(site -> site.shape().equals(shape))
                .toList();
        if (more.isEmpty()) {
            return current;
        }
        PackedCluster fuller = current.copy();
        more.forEach(site -> fuller.tryPlace(site, false));
        return fuller;
    }

    private static List<PackedPlacement> next(Tiers end, PackedCluster current) {
        return end.packedCluster()
                .sites()
                .subList(current.sites().size(), end.packedCluster().sites().size());
    }

    private void offer(PackedCluster current, InstanceShape shape, List<InstanceShape> later) {
        List<InstanceShape> rest = new ArrayList<>();
        rest.add(shape);
        rest.addAll(later);
        Tiers end = finish(current, rest);
        InstanceShape.Size first = shapes.getFirst().size();
        boolean isNoWorse = end.count(first) >= plain.count(first)
                && end.amount(first) >= plain.amount(first)
                && (end.packedCluster().isRedundant() || !plain.packedCluster().isRedundant());
        boolean isBetter = end.count(first) > best.count(first)
                || (end.count(first) == best.count(first) && end.amount(first) > best.amount(first));
        if (isNoWorse && isBetter) {
            best = end;
            listener.found(end.packedCluster().sites().size());
        }
    }

    /** Returns a copy that the plain filling has finished. */
    private Tiers finish(PackedCluster current, List<InstanceShape> from) {
        PackedCluster probe = current.copy();
        FillResult filling = TieredFill.fill(
                probe.state(),
                probe.candidateNodes(),
                from,
                left(current),
                count -> listener.found(current.sites().size() + count));
        PackedCluster finished = current.copy();
        for (FillResult.Placed each : filling.placed()) {
            InstanceShape shape = new InstanceShape(
                    each.size(), from.getFirst().template(), from.getFirst().spindleUse());
            finished.tryPlace(new PackedPlacement(shape, probe.state().placement(each.instance())), false);
        }
        return new Tiers(finished, filling.failures());
    }

    private OptionalLong left(PackedCluster current) {
        return limit.isPresent() && limit.getAsLong() >= 0
                ? OptionalLong.of(
                        Math.max(0, limit.getAsLong() - current.sites().size()))
                : OptionalLong.empty();
    }
}
