package org.ballast.hbal.explain;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.planner.search.TargetRules;
import org.ballast.planner.state.ClusterState;

/**
 * Why a plan is as it is.
 *
 * @param steps what each of its moves is good for
 * @param remainders what is left of the score
 * @param stays which instances cannot move
 */
public record Explanation(List<StepReason> steps, List<Remainder> remainders, Map<Stay, List<Integer>> stays) {

    /** Copies the collections. */
    public Explanation {
        steps = List.copyOf(steps);
        remainders = List.copyOf(remainders);
        stays = stays.isEmpty() ? Map.of() : new EnumMap<>(stays);
    }

    /** Explains a plan that was made for these groups by these rules. */
    public static Explanation of(Scenario scenario, List<Integer> groups, TargetRules rules, Plan plan) {
        ClusterState start = new ClusterState(scenario);
        int[] instances = groups.stream()
                .flatMapToInt(group -> Arrays.stream(start.instancesOf(group)))
                .sorted()
                .toArray();
        return new Explanation(
                StepReasons.of(scenario, groups, plan.steps(), rules.placement()),
                Remainders.of(start, groups, rules, plan.after()),
                new Stays(start, rules).of(instances));
    }

    /** Returns the part of the score that no plan removes, as far as is known. */
    public double lowest() {
        return remainders.stream().mapToDouble(Remainder::fixed).sum();
    }
}
