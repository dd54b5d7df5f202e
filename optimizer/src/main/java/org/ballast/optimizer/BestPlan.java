package org.ballast.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ballast.model.Cluster;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.optimizer.SearchReport.LimitKind;
import org.ballast.optimizer.cost.Cost;
import org.ballast.optimizer.cost.Rates;
import org.ballast.optimizer.rules.Rulebook;
import org.ballast.optimizer.schedule.Jobsets;
import org.ballast.optimizer.schedule.Schedule;
import org.ballast.optimizer.sequence.Sequence;
import org.ballast.optimizer.target.ChangeCost;
import org.ballast.optimizer.target.Objective;
import org.ballast.optimizer.target.Objective.Standing;
import org.ballast.planner.score.PlanReplay;

/** The best of all plans that are offered: real moves with exact scores, cut where going on is not worth it. */
final class BestPlan {
    /** A limit of which this share is used keeps a plan from getting better. */
    private static final double BINDING = 0.97;

    /** So many instances of a plan are looked at whether their moves are good for anything. */
    private static final int MOST_IDLE = 200;

    private final Scenario scenario;
    private final OptimizeRequest request;
    private final Countdown watch;
    private Optional<Optimized> best = Optional.empty();
    private Standing standing = Standing.WORST;

    BestPlan(Scenario scenario, OptimizeRequest request, Countdown watch) {
        this.scenario = scenario;
        this.request = request;
        this.watch = watch;
    }

    /** Offers to leave everything as it is. */
    void offerNothing() {
        offer(List.of(), List.of(), request.solver().name());
    }

    /** Offers the moves of the descent, as far as they are worth it. */
    void offerDescent(List<Plan.Step> steps) {
        offer(steps.stream().map(Plan.Step::move).toList(), List.of(), "descent");
    }

    /** Offers a sequence, and returns it as a plan before it is cut. */
    Optimized offer(Sequence sequence) {
        List<Move> moves = sequence.steps().stream().map(Plan.Step::move).toList();
        return offer(moves, sequence.abandoned(), request.solver().name());
    }

    private Optimized offer(List<Move> moves, List<Integer> abandoned, String solver) {
        Optimized uncut = describe(replay(moves), abandoned, solver);
        Optimized inTime = uncut;
        for (List<Move> early = early(inTime);
                early.size() < inTime.plan().steps().size();
                early = early(inTime)) {
            inTime = describe(replay(early), abandoned, solver);
        }
        List<Move> timely = moves(inTime.plan());
        int length = bestLength(inTime.plan());
        Optimized plan =
                length == timely.size() ? inTime : describe(replay(timely.subList(0, length)), abandoned, solver);
        Standing found = standing(plan);
        if (found.compareTo(standing) < 0) {
            standing = found;
            best = Optional.of(plan);
        }
        return uncut;
    }

    /**
     * Returns the moves that are done in time. No move waits for one that ends after it, so those that are left out are
     * the last ones on all of their nodes, and nodes see the same moves in the same order up to there.
     */
    private List<Move> early(Optimized whole) {
        double most = request.objective().limits().seconds().orElse(Double.POSITIVE_INFINITY);
        List<Move> early = new ArrayList<>();
        for (int k = 0; k < whole.plan().steps().size(); k++) {
            if (whole.schedule().slots().get(k).end() <= most) {
                early.add(whole.plan().steps().get(k).move());
            }
        }
        return early;
    }

    private static List<Move> moves(Plan plan) {
        return plan.steps().stream().map(Plan.Step::move).toList();
    }

    private Plan replay(List<Move> moves) {
        boolean ignoreSoftErrors = request.rules().moves().ignoreSoftErrors();
        return PlanReplay.ofGroups(scenario, request.groups(), ignoreSoftErrors).of(moves, reason());
    }

    private Plan.StopReason reason() {
        if (watch.isCancelled()) {
            return Plan.StopReason.INTERRUPTED;
        }
        return watch.isShortOfTries() ? Plan.StopReason.TRY_LIMIT : Plan.StopReason.TIME_LIMIT;
    }

    private int bestLength(Plan plan) {
        Objective objective = request.objective();
        Cluster cluster = scenario.cluster();
        Rates rates = request.rules().rates();
        Rulebook rulebook = request.rules().rulebook(cluster);
        MovedInstances movedInstances = new MovedInstances(cluster);
        int length = 0;
        Standing bestStanding =
                objective.standing(weight(rulebook), plan.before().total(), movedInstances.changeCost(Cost.NONE));
        Cost cost = Cost.NONE;
        for (int k = 0; k < plan.steps().size(); k++) {
            Plan.Step step = plan.steps().get(k);
            cost = cost.plus(Cost.of(cluster, step, rates));
            movedInstances.follow(step);
            rulebook.place(
                    step.move().instance(), step.to().primary(), step.to().secondary());
            ChangeCost changeCost = movedInstances.changeCost(cost);
            Standing found = objective.standing(weight(rulebook), step.score(), changeCost);
            boolean better = found.compareTo(bestStanding) < 0;
            if (better && movedInstances.isWhole() && changeCost.within(objective.limits())) {
                bestStanding = found;
                length = k + 1;
            }
        }
        return length;
    }

    private Standing standing(Optimized plan) {
        return request.objective()
                .standing(plan.violationsAfter(), plan.plan().after().total(), plan.changeCost());
    }

    private Optimized describe(Plan plan, List<Integer> abandoned, String solver) {
        Cluster cluster = scenario.cluster();
        Rates rates = request.rules().rates();
        List<Cost> costs =
                plan.steps().stream().map(step -> Cost.of(cluster, step, rates)).toList();
        Cost total = costs.stream().reduce(Cost.NONE, Cost::plus);
        Rulebook rulebook = request.rules().rulebook(cluster);
        int before = weight(rulebook);
        MovedInstances movedInstances = new MovedInstances(cluster);
        for (Plan.Step step : plan.steps()) {
            movedInstances.follow(step);
            Placement to = step.to();
            rulebook.place(step.move().instance(), to.primary(), to.secondary());
        }
        Schedule schedule =
                Schedule.of(scenario, plan.steps(), rates, request.rules().placement());
        List<List<Plan.Step>> jobsets =
                Jobsets.of(cluster, plan.steps(), request.rules().placement());
        return new Optimized(
                plan,
                schedule,
                jobsets,
                Schedule.makespan(cluster, jobsets, rates),
                costs,
                total,
                movedInstances.moved(),
                abandoned,
                before,
                weight(rulebook),
                new SearchReport(
                        solver,
                        request.effort().seed(),
                        watch.tries(),
                        watch.seconds(),
                        binding(total, movedInstances.moved(), schedule)));
    }

    private List<LimitKind> binding(Cost total, int moved, Schedule schedule) {
        List<LimitKind> binding = new ArrayList<>();
        var limits = request.objective().limits();
        if (total.moves() >= BINDING * limits.moves().orElse(Integer.MAX_VALUE)) {
            binding.add(LimitKind.MOVES);
        }
        if (total.dataMib() >= BINDING * limits.dataMib().orElse(Long.MAX_VALUE)) {
            binding.add(LimitKind.DATA);
        }
        if (schedule.makespan() >= BINDING * limits.seconds().orElse(Double.MAX_VALUE)) {
            binding.add(LimitKind.DURATION);
        }
        if (moved >= BINDING * limits.instances().orElse(Integer.MAX_VALUE)) {
            binding.add(LimitKind.INSTANCES);
        }
        return binding;
    }

    /**
     * Returns the weight of broken rules. Within limits it is worth something to come nearer to keeping a rule: another
     * run may do the rest. Without, what a plan leaves broken stays broken, and nothing is paid for a part.
     */
    private int weight(Rulebook rulebook) {
        return request.objective().limits().isLimited() ? rulebook.violations() : rulebook.wholeViolations();
    }

    /**
     * Offers the best plan without all moves of one instance, for each of those that move while some rule is repaired in
     * part: that may be all they are good for.
     */
    void offerWithoutIdle() {
        if (request.objective().limits().isLimited()) {
            return;
        }
        List<Integer> moved = moves(best.orElseThrow().plan()).stream()
                .map(Move::instance)
                .distinct()
                .limit(MOST_IDLE)
                .toList();
        for (int k = moved.size() - 1; k >= 0 && repairsPart(best.orElseThrow().plan()); k--) {
            int instance = moved.get(k);
            Optimized before = best.orElseThrow();
            List<Move> others = moves(before.plan()).stream()
                    .filter(move -> move.instance() != instance)
                    .toList();
            offer(others, before.abandoned(), before.search().solver());
        }
    }

    private boolean repairsPart(Plan plan) {
        Rulebook rulebook = request.rules().rulebook(scenario.cluster());
        plan.steps()
                .forEach(step -> rulebook.place(
                        step.move().instance(), step.to().primary(), step.to().secondary()));
        return !rulebook.partlyRepaired().isEmpty();
    }

    /** Returns the best plan so far; moves that lead nowhere better are not part of it. */
    Optimized best() {
        Optimized found = best.orElseThrow();
        SearchReport report = found.search();
        return found.with(
                found.plan(),
                new SearchReport(report.solver(), report.seed(), watch.tries(), watch.seconds(), report.binding()));
    }

    /** Returns the best plan of a search that ended by itself. */
    Optimized settled() {
        Optimized found = best();
        Plan plan = found.plan();
        return found.with(
                new Plan(plan.before(), plan.steps(), plan.after(), Plan.StopReason.NO_BETTER_MOVE), found.search());
    }
}
