package org.ballast.planner.capacity.packing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.ballast.planner.capacity.Filling;
import org.ballast.planner.capacity.Shape;
import org.ballast.planner.capacity.TieredFill;
import org.ballast.planner.state.Verdict;

/**
 * Packs instances that get smaller as the room does: the first size as densely as it goes, then, in the room that is
 * left, the size that the plain tiered filling comes to next, and so on. After each size the plain filling may finish,
 * and of all these ends the best one is taken.
 *
 * <p>An end counts only if it has at least as many instances of the first size as the plain filling, and at least as
 * much in all. Of these the one with most instances of the first size is the best, then the one with most in all.
 */
final class TieredPacking {
    private final Draft start;
    private final List<Shape> shapes;
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
    TieredPacking(Draft start, List<Shape> shapes, OptionalLong limit, SearchBudget budget, PackingListener listener) {
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
     * @param draft what is placed
     * @param failures why no more is, of the size that was sought last
     */
    record Tiers(Draft draft, Map<Verdict, Integer> failures) {
        /** Returns how many instances have this size. */
        long count(Shape.Size size) {
            return draft.sites().stream()
                    .filter(site -> site.shape().size().equals(size))
                    .count();
        }

        /** Returns how much is placed in all, in units of one instance of this size; each resource counts the same. */
        double amount(Shape.Size unit) {
            double memory = 0;
            double disk = 0;
            double vcpus = 0;
            for (Site site : draft.sites()) {
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
    Tiers run(Pace pace) {
        if (budget.steps() == 0 || start.grounds().stopped()) {
            return best;
        }
        Draft current = start;
        for (int k = 0; k < shapes.size(); k++) {
            List<Shape> later = shapes.subList(k + 1, shapes.size());
            Shape shape = shapes.get(k);
            while (!pace.isOver() && left(current).orElse(1) > 0) {
                current = new ShapePacking(current, shape, left(current), budget, listener)
                        .run(pace.share(2))
                        .draft();
                offer(current, shape, later);
                current = withMore(current, shape);
                List<Site> next = next(finish(current, List.of(shape)), current);
                if (next.isEmpty()) {
                    break;
                }
                shape = next.getFirst().shape();
            }
        }
        return best;
    }

    /** Adds what the plain filling finds room for of the same shape still. */
    private Draft withMore(Draft current, Shape shape) {
        List<Site> more = next(finish(current, List.of(shape)), current).stream()
                .takeWhile(site -> site.shape().equals(shape))
                .toList();
        if (more.isEmpty()) {
            return current;
        }
        Draft fuller = current.copy();
        more.forEach(site -> fuller.tryPlace(site, false));
        return fuller;
    }

    private static List<Site> next(Tiers end, Draft current) {
        return end.draft()
                .sites()
                .subList(current.sites().size(), end.draft().sites().size());
    }

    private void offer(Draft current, Shape shape, List<Shape> later) {
        List<Shape> rest = new ArrayList<>();
        rest.add(shape);
        rest.addAll(later);
        Tiers end = finish(current, rest);
        Shape.Size first = shapes.getFirst().size();
        boolean isNoWorse = end.count(first) >= plain.count(first)
                && end.amount(first) >= plain.amount(first)
                && (end.draft().isRedundant() || !plain.draft().isRedundant());
        boolean isBetter = end.count(first) > best.count(first)
                || (end.count(first) == best.count(first) && end.amount(first) > best.amount(first));
        if (isNoWorse && isBetter) {
            best = end;
            listener.found(end.draft().sites().size());
        }
    }

    /** Returns a copy that the plain filling has finished. */
    private Tiers finish(Draft current, List<Shape> from) {
        Draft probe = current.copy();
        Filling filling = TieredFill.fill(
                probe.state(),
                probe.grounds(),
                from,
                left(current),
                count -> listener.found(current.sites().size() + count));
        Draft finished = current.copy();
        for (Filling.Placed each : filling.placed()) {
            Shape shape = new Shape(
                    each.size(), from.getFirst().template(), from.getFirst().spindleUse());
            finished.tryPlace(new Site(shape, probe.state().placement(each.instance())), false);
        }
        return new Tiers(finished, filling.failures());
    }

    private OptionalLong left(Draft current) {
        return limit.isPresent() && limit.getAsLong() >= 0
                ? OptionalLong.of(
                        Math.max(0, limit.getAsLong() - current.sites().size()))
                : OptionalLong.empty();
    }
}
