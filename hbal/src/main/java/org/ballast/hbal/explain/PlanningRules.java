package org.ballast.hbal.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.ballast.mobility.MobilityRules;
import org.ballast.mobility.MobilitySurvey;
import org.ballast.mobility.MovePermission;
import org.ballast.model.Instance;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.rules.Copies;
import org.ballast.model.rules.MoveRules;
import org.ballast.model.rules.PlacementRule;
import org.ballast.optimizer.cost.Limits;
import org.ballast.optimizer.cost.Rates;
import org.ballast.optimizer.rules.Rulebook;
import org.ballast.optimizer.sequence.AllowedSteps;
import org.ballast.optimizer.sequence.SequenceRules;
import org.ballast.optimizer.target.AllowedPlacements;
import org.ballast.optimizer.target.TargetRules;
import org.ballast.planner.state.ClusterState;

/**
 * What a plan had to keep to.
 *
 * @param target what it may change, and what users want of places
 * @param wholePlan whether it was searched for as a whole
 * @param leftOut indices of nodes that are left out because their capacity is not known
 */
public record PlanningRules(TargetRules target, boolean wholePlan, Set<Integer> leftOut) {
    /** Copies the set. */
    public PlanningRules {
        leftOut = Set.copyOf(leftOut);
    }

    /** Returns what the plans keep to that make the best single move again and again. */
    public static PlanningRules stepwise(MoveRules moves) {
        return new PlanningRules(new TargetRules(moves, false, false, List.of(), Rates.USUAL), false, Set.of());
    }

    /** Returns these rules with others for what may change. */
    public PlanningRules with(TargetRules newTarget) {
        return new PlanningRules(newTarget, wholePlan, leftOut);
    }

    /** Returns what holds instances wherever they might go. */
    MobilityRules mobility() {
        Set<Integer> held = new HashSet<>();
        for (PlacementRule rule : target.placement()) {
            if (holds(rule)) {
                held.addAll(rule.instances());
            }
        }
        return new MobilityRules(target.moves(), wholePlan, target.offlineMoves(), held, leftOut);
    }

    private static boolean holds(PlacementRule rule) {
        return switch (rule) {
            case PlacementRule.DoNotMove _ -> true;
            case PlacementRule.Pinned pinned -> pinned.copies() == Copies.BOTH;
            case PlacementRule.KeepApart _,
                    PlacementRule.KeepTogether _,
                    PlacementRule.AtMost _,
                    PlacementRule.CopiesApart _,
                    PlacementRule.AllowedNodes _,
                    PlacementRule.ForbiddenNodes _ -> false;
        };
    }

    /**
     * Prepares to ask who cannot move where a plan ends.
     *
     * @param end the state there
     */
    public MobilitySurvey survey(ClusterState end, List<Integer> groups, List<Plan.Step> steps) {
        return new MobilitySurvey(end, steps, mobility(), permission(end, groups, steps));
    }

    private MovePermission permission(ClusterState end, List<Integer> groups, List<Plan.Step> steps) {
        if (!wholePlan) {
            return MovePermission.stepwise(end, groups, target.moves());
        }
        Scenario scenario = end.scenario();
        AllowedPlacements allowed = new AllowedPlacements(
                new ClusterState(scenario),
                groups.stream().mapToInt(Integer::intValue).toArray(),
                target);
        Rulebook nothing = new Rulebook(scenario.cluster(), List.of());
        AllowedSteps hops = new AllowedSteps(
                end,
                new SequenceRules(
                        target.moves(),
                        target.offlineMoves(),
                        target.crossGroups(),
                        Limits.NONE,
                        target.rates(),
                        nothing));
        List<Rulebook> rulebooks = target.placement().stream()
                .map(rule -> rulebook(scenario, rule, steps))
                .toList();
        return new MovePermission() {
            @Override
            public boolean allows(Move move, Placement from) {
                Placement to = move.to(from);
                return hops.allows(move, from)
                        && allowed.isMovable(move.instance())
                        && (target.crossGroups() || allowed.allows(move.instance(), to.primary(), to.secondary()));
            }

            @Override
            public Optional<String> forbiddenBy(int instance, Placement to) {
                return IntStream.range(0, rulebooks.size())
                        .filter(k -> rulebooks.get(k).hasRules(instance))
                        .filter(k -> rulebooks.get(k).forbids(instance, to.primary(), to.secondary()))
                        .mapToObj(k -> target.placement().get(k).shortName())
                        .findFirst();
            }
        };
    }

    private static Rulebook rulebook(Scenario scenario, PlacementRule rule, List<Plan.Step> steps) {
        Rulebook rulebook = new Rulebook(scenario.cluster(), List.of(rule));
        for (Plan.Step step : steps) {
            rulebook.place(
                    step.move().instance(), step.to().primary(), step.to().secondary());
        }
        return rulebook;
    }

    /** Returns indices of the instances of these groups that a plan does not move, in order. */
    static List<Integer> unmoved(Scenario scenario, List<Integer> groups, List<Plan.Step> steps) {
        Set<Integer> moved = new HashSet<>();
        steps.forEach(step -> moved.add(step.move().instance()));
        List<Integer> unmoved = new ArrayList<>();
        List<Instance> instances = scenario.cluster().instances();
        for (int index = 0; index < instances.size(); index++) {
            int node = instances.get(index).placement().primary();
            if (!moved.contains(index)
                    && groups.contains(scenario.cluster().nodes().get(node).group())) {
                unmoved.add(index);
            }
        }
        return unmoved;
    }
}
