package org.ballast.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.optimizer.cost.Cost;
import org.ballast.optimizer.rules.WaivedRules;
import org.ballast.optimizer.sequence.Sequence;
import org.ballast.optimizer.sequence.SequenceRules;
import org.ballast.optimizer.sequence.Sequencer;
import org.ballast.optimizer.target.DescentSolver;
import org.ballast.optimizer.target.Objective;
import org.ballast.optimizer.target.SearchEnd;
import org.ballast.optimizer.target.SearchWatch;
import org.ballast.optimizer.target.TargetAssignment;
import org.ballast.optimizer.target.TargetRules;
import org.ballast.planner.state.ClusterState;

/**
 * The optimizer, which searches the best plan for what it costs: a target by search, the real moves that lead there, and where those fall short
 * of the target or take too long, another search from where they end.
 */
public final class Optimizer {
    /** Above this product of instances and nodes the descent would take most of the time there is. */
    private static final long DESCENT_SIZE = 300_000;
    /** Putting moves into an order takes about so many seconds for each instance, but no more than a share. */
    private static final double SEQUENCE_SECONDS = 1e-3;

    private static final double MOST_SEQUENCE_SHARE = 0.3;
    /** If it takes no more than this share, it can be done many times. */
    private static final double QUICK_SEQUENCE_SHARE = 0.05;
    /** So many nodes are busy with a move, on average and with those that wait. */
    private static final double NODES_A_MOVE = 5;
    /** A later search may come so near to a limit on time as the one before missed it, and a little nearer. */
    private static final double CAUTION = 0.97;
    /** If no more instances move, places to which only detours lead are avoided, too. */
    private static final int FEW = 100;
    /** A search that finds nothing better and ends by itself is believed the second time. */
    private static final int CONFIRMED = 2;
    /** The search counts in units that are this coarse. */
    private static final double ROUNDING = 1e-6;

    private final Scenario scenario;
    private final OptimizeRequest request;
    private final List<Plan.Step> known;
    private final int[] groups;
    private final ClusterState start;
    /** What targets may look like; of the users' rules fewer and fewer count, as it turns out which cannot be kept. */
    private TargetRules rules;

    /** Prepares an optimization. */
    public Optimizer(Scenario scenario, OptimizeRequest request) {
        this(scenario, request, List.of());
    }

    /**
     * Prepares an optimization.
     *
     * @param known moves that are a good plan already; where there are none, the search has to beat the descent
     */
    Optimizer(Scenario scenario, OptimizeRequest request, List<Plan.Step> known) {
        this.known = List.copyOf(known);
        this.scenario = scenario;
        groups = request.groups().stream().mapToInt(Integer::intValue).toArray();
        start = new ClusterState(scenario);
        this.request = request.with(request.rules()
                .waiving(request.rules().conflicts(start, request.groups()).waived()));
        rules = this.request.rules();
    }

    /** Runs to the end of its effort, or until the listener cancels it. */
    public Optimized run(OptimizeListener listener) {
        Objective objective = request.objective();
        Countdown watch = new Countdown(searching(request.effort()), listener);
        BestPlan bestPlan = new BestPlan(scenario, request, watch);
        TargetAssignment assignment = assignment();
        bestPlan.offerNothing();
        List<Plan.Step> descent = known.isEmpty() ? descent(assignment, watch.share(1)) : known;
        bestPlan.offerDescent(descent);
        DescentSolver.follow(descent, assignment, objective);
        OptionalDouble seconds = objective.limits().seconds();
        OptionalDouble work = seconds.isPresent()
                ? OptionalDouble.of(seconds.getAsDouble() * Math.max(1, assignment.targets().length / NODES_A_MOVE))
                : objective.work();
        TimeSlices timeSlices = timeSlices(seconds.isPresent());
        SearchEnd end = SearchEnd.EFFORT_OVER;
        int settled = 0;
        while (timeSlices.hasNext() && settled < CONFIRMED && !watch.isOver()) {
            Optimized before = bestPlan.best();
            end = request.solver().improve(assignment, inner(objective).withWork(work), watch.share(timeSlices.next()));
            WaivedRules partly = objective.limits().isLimited() ? WaivedRules.NONE : assignment.partlyRepaired();
            double planned = assignment.changeCost().work();
            Sequence sequence = sequence(assignment.placements());
            double makespan = bestPlan.offer(sequence).schedule().makespan();
            if (seconds.isPresent() && makespan > 0) {
                work = OptionalDouble.of(CAUTION * planned * seconds.getAsDouble() / makespan);
                assignment.placeAll(homes());
            } else if (!turnBack(assignment, sequence, bestPlan.best().plan())) {
                timeSlices.arrived();
                boolean isUnchanged =
                        bestPlan.best().plan().steps().equals(before.plan().steps());
                settled = isUnchanged && end == SearchEnd.NOTHING_BETTER ? settled + 1 : 0;
            }
            if (!partly.isEmpty() && (timeSlices.isPastLong() || end == SearchEnd.NOTHING_BETTER)) {
                settled = 0;
                rules = rules.waiving(partly);
                assignment = assignment();
                assignment.placeAll(ends(bestPlan.best().plan().steps()));
            }
        }
        bestPlan.offerWithoutIdle();
        return end == SearchEnd.NOTHING_BETTER && !watch.isOver() ? bestPlan.settled() : bestPlan.best();
    }

    private TimeSlices timeSlices(boolean isInTime) {
        if (isInTime) {
            return TimeSlices.inTime();
        }
        boolean isQuick =
                sequenceSeconds() <= QUICK_SEQUENCE_SHARE * request.effort().seconds();
        return isQuick ? TimeSlices.usual() : TimeSlices.large();
    }

    private double sequenceSeconds() {
        return SEQUENCE_SECONDS * start.instanceCount();
    }

    /**
     * Brings an assignment to where the best plan so far leads. Where instances were wanted, but none came or only for more than
     * it knew, the search does not go again; those that the best plan brings there go home. Returns whether there are any such
     * places.
     */
    private boolean turnBack(TargetAssignment assignment, Sequence sequence, Plan best) {
        Placement[] reached = ends(sequence.steps());
        Placement[] ends = ends(best.steps());
        long[] data = new long[ends.length];
        for (Plan.Step step : sequence.steps()) {
            Cost cost = Cost.of(scenario.cluster(), step, request.rules().rates());
            data[step.move().instance()] += cost.dataMib();
        }
        boolean isBarred = false;
        for (int i : assignment.movable()) {
            Placement wanted = new Placement(assignment.primary(i), assignment.secondary(i));
            boolean isDearer = assignment.movedCount() <= FEW && data[i] > assignment.dataMib(i);
            if (isDearer || !reached[i].equals(wanted)) {
                assignment.bar(i, wanted);
                ends[i] = ends[i].equals(wanted) ? start.placement(i) : ends[i];
                isBarred = true;
            }
        }
        assignment.placeAll(ends);
        return isBarred;
    }

    private static Objective inner(Objective objective) {
        return objective.goal().isEmpty()
                ? objective
                : new Objective(
                        objective.price(),
                        objective.limits(),
                        objective.work(),
                        OptionalDouble.of(objective.goal().getAsDouble() - ROUNDING));
    }

    private TargetAssignment assignment() {
        return new TargetAssignment(start, groups, rules);
    }

    private Effort searching(Effort effort) {
        double sequencing = Math.min(MOST_SEQUENCE_SHARE * effort.seconds(), sequenceSeconds());
        return new Effort(effort.seconds() - sequencing, effort.mostTries(), effort.seed());
    }

    private List<Plan.Step> descent(TargetAssignment assignment, SearchWatch watch) {
        long size = (long) assignment.movable().length * assignment.targets().length;
        boolean isComparable = size <= DESCENT_SIZE && rules.placement().isEmpty() && !rules.crossGroups();
        return isComparable
                ? new DescentSolver(request.descent()).steps(assignment, request.objective(), watch)
                : List.of();
    }

    private Sequence sequence(Placement[] target) {
        SequenceRules sequencing = new SequenceRules(
                rules.moves(),
                rules.offlineMoves(),
                rules.crossGroups(),
                request.objective().limits(),
                rules.rates(),
                rules.rulebook(scenario.cluster()));
        return new Sequencer(new ClusterState(scenario), groups, sequencing).run(target);
    }

    private Placement[] homes() {
        return IntStream.range(0, start.instanceCount())
                .mapToObj(start::placement)
                .toArray(Placement[]::new);
    }

    private Placement[] ends(List<Plan.Step> steps) {
        Placement[] ends = homes();
        steps.forEach(step -> ends[step.move().instance()] = step.to());
        return ends;
    }

    /**
     * Returns plans of about ten different prices, of which none is both cheaper and better than another. Limits and
     * goal of the request hold for each.
     */
    public Front front(OptimizeListener listener) {
        List<Optimized> plans = new ArrayList<>();
        double dearest = assignment().dearestPrice();
        for (int k = 0; k < Front.POINTS && !listener.cancelled(); k++) {
            Objective objective = request.objective();
            double price = dearest * Math.pow(Front.PRICE_STEP, k);
            OptimizeRequest priced = new OptimizeRequest(
                    request.groups(),
                    request.rules(),
                    new Objective(price, objective.limits(), objective.work(), objective.goal()),
                    request.solver(),
                    request.descent(),
                    request.effort().part(Front.POINTS));
            plans.add(new Optimizer(scenario, priced).run(listener));
        }
        return Front.of(plans);
    }
}
