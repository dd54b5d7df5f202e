package org.ballast.checker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.ballast.checker.PlanChecker.Violation;
import org.ballast.model.Cluster;
import org.ballast.model.Plan;

/**
 * The check of a plan against the bounds that the user set, which names the first step beyond each.
 *
 * @param cluster the state at the start
 * @param bounds the user's bounds
 * @param notLive indices of instances that are failed over, never migrated live
 */
record BoundCheck(Cluster cluster, List<PlanBound> bounds, Set<Integer> notLive) {
    /** Rates are decimal numbers: sums over many steps end a little off. */
    private static final double ROUNDING = 1e-9;

    /** Returns what goes beyond a bound if moves are made one after another. */
    List<Violation> ofSteps(List<Plan.Step> steps) {
        List<Violation> violations = new ArrayList<>();
        for (PlanBound bound : bounds) {
            ofSteps(bound, steps).ifPresent(violations::add);
        }
        return violations;
    }

    private Optional<Violation> ofSteps(PlanBound bound, List<Plan.Step> steps) {
        return switch (bound) {
            case PlanBound.MostMoves(int most) ->
                steps.size() > most ? Optional.of(beyond(bound, steps, most, steps.size())) : Optional.empty();
            case PlanBound.MostInstances(int most) -> tooManyInstances(bound, steps, most);
            case PlanBound.MostData(long mib) -> tooMuchData(bound, steps, mib);
            case PlanBound.LongestTime _, PlanBound.EnoughScore _, PlanBound.LeastGain _ -> Optional.empty();
        };
    }

    private static Optional<Violation> tooManyInstances(PlanBound bound, List<Plan.Step> steps, int most) {
        Set<Integer> moved = new HashSet<>();
        for (int step = 0; step < steps.size(); step++) {
            moved.add(steps.get(step).move().instance());
            if (moved.size() > most) {
                return Optional.of(beyond(bound, steps, step, moved.size()));
            }
        }
        return Optional.empty();
    }

    private Transfer transfer(Plan.Step step) {
        return Transfer.of(cluster, step, !notLive.contains(step.move().instance()));
    }

    private Optional<Violation> tooMuchData(PlanBound bound, List<Plan.Step> steps, long mib) {
        long data = 0;
        for (int step = 0; step < steps.size(); step++) {
            data += transfer(steps.get(step)).mib();
            if (data > mib) {
                return Optional.of(beyond(bound, steps, step, (double) data));
            }
        }
        return Optional.empty();
    }

    /**
     * Returns what goes on though the score is low enough, or gains too little.
     *
     * @param scores the score at the start and after each step
     */
    List<Violation> ofScores(List<Plan.Step> steps, List<Double> scores) {
        List<Violation> violations = new ArrayList<>();
        for (PlanBound bound : bounds) {
            for (int step = 0; step + 1 < scores.size(); step++) {
                double before = scores.get(step);
                double gain = before - scores.get(step + 1);
                OptionalDouble value = offence(bound, before, gain);
                if (value.isPresent()) {
                    violations.add(beyond(bound, steps, step, value.getAsDouble()));
                    break;
                }
            }
        }
        return violations;
    }

    private static OptionalDouble offence(PlanBound bound, double before, double gain) {
        double tolerance = ROUNDING * Math.max(1, before);
        boolean isBroken = switch (bound) {
            case PlanBound.EnoughScore(double enough) -> before < enough - tolerance;
            case PlanBound.LeastGain(double least, double limit) ->
                before < limit - tolerance && gain < least - tolerance;
            case PlanBound.MostMoves _, PlanBound.MostInstances _, PlanBound.MostData _, PlanBound.LongestTime _ ->
                false;
        };
        if (!isBroken) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(bound instanceof PlanBound.LeastGain ? gain : before);
    }

    /**
     * Returns what is done too late, if each step starts when those are done that it waits for.
     *
     * @param order an order of the steps that their dependencies permit
     * @param after for each step the positions of those that it waits for
     */
    List<Violation> ofSchedule(List<Plan.Step> steps, int[] order, List<List<Integer>> after) {
        List<Violation> violations = new ArrayList<>();
        for (PlanBound bound : bounds) {
            if (bound instanceof PlanBound.LongestTime duration) {
                tooLate(duration, steps, order, after).ifPresent(violations::add);
            }
        }
        return violations;
    }

    private Optional<Violation> tooLate(
            PlanBound.LongestTime bound, List<Plan.Step> steps, int[] order, List<List<Integer>> after) {
        double[] end = new double[steps.size()];
        for (int step : order) {
            double start = 0;
            for (int other : after.get(step)) {
                start = Math.max(start, end[other]);
            }
            end[step] = start + transfer(steps.get(step)).seconds(bound.diskRate(), bound.migrationRate());
            if (end[step] > bound.seconds() * (1 + ROUNDING)) {
                return Optional.of(beyond(bound, steps, step, end[step]));
            }
        }
        return Optional.empty();
    }

    private static Violation beyond(PlanBound bound, List<Plan.Step> steps, int step, double amount) {
        Plan.Step wrong = steps.get(step);
        return new Violation.OfStep(
                step,
                wrong.move(),
                new PlanRefusal.BeyondBound(bound, wrong.move().instance(), amount));
    }
}
