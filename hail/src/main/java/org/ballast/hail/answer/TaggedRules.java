package org.ballast.hail.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ballast.backends.rules.IgnoredNodes;
import org.ballast.backends.rules.RulePrefix;
import org.ballast.backends.rules.RuleSet;
import org.ballast.backends.rules.RuleTags;
import org.ballast.checker.HostSurvey;
import org.ballast.checker.RuleChecker;
import org.ballast.iallocator.Request;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Scenario;
import org.ballast.model.rules.PlacementRule;
import org.ballast.planner.place.RuleFilter;
import org.ballast.planner.state.ClusterState;

/**
 * Placement rules that the tags of a cluster, of its instances and of those in a request ask for.
 *
 * @param cluster the cluster, with the instances that are asked for behind its own
 * @param placing the rules that a placement has to keep
 * @param staying those that ask instances to stay where they are, which a request overrules
 * @param warnings lines about tags that are probably not meant so
 */
public record TaggedRules(
        Cluster cluster, List<PlacementRule> placing, List<PlacementRule> staying, List<String> warnings) {
    /** Copies the lists. */
    public TaggedRules {
        placing = List.copyOf(placing);
        staying = List.copyOf(staying);
        warnings = List.copyOf(warnings);
    }

    /** Reads the tags; returns nothing if none of them asks for a rule. */
    public static Optional<TaggedRules> of(Cluster cluster, Request request) {
        List<Instance> wanted = wanted(request);
        if (!RulePrefix.anyIn(cluster) && (wanted.isEmpty() || !RulePrefix.anyIn(cluster.withInstances(wanted)))) {
            return Optional.empty();
        }
        List<Instance> instances = new ArrayList<>(cluster.instances());
        instances.addAll(wanted);
        Cluster all = cluster.withInstances(instances);
        RuleSet set = RuleTags.of(all);
        List<PlacementRule> placing = new ArrayList<>();
        List<PlacementRule> staying = new ArrayList<>();
        for (PlacementRule rule : set.rules()) {
            switch (rule) {
                case PlacementRule.Pinned _, PlacementRule.DoNotMove _ -> staying.add(rule);
                case PlacementRule.KeepApart _,
                        PlacementRule.KeepTogether _,
                        PlacementRule.AtMost _,
                        PlacementRule.CopiesApart _,
                        PlacementRule.AllowedNodes _,
                        PlacementRule.ForbiddenNodes _ -> placing.add(rule);
            }
        }
        placing.addAll(IgnoredNodes.ofLeaving(all));
        return Optional.of(new TaggedRules(all, placing, staying, set.warnings()));
    }

    /** Returns the instances that a request asks for. */
    public static List<Instance> wanted(Request request) {
        return switch (request) {
            case Request.Allocate allocate -> List.of(allocate.instance());
            case Request.MultiAllocate several ->
                several.requests().stream().map(Request.Allocate::instance).toList();
            case Request.AllocateSecondary _, Request.Relocate _, Request.NodeEvacuate _, Request.ChangeGroup _ ->
                List.of();
        };
    }

    /** Returns nodes to be asked, which keep the rules as well. */
    public HostSurvey survey(Scenario scenario) {
        return new HostSurvey(scenario, placing, cluster.instances());
    }

    /**
     * Returns nodes to be asked about instances that leave others. That instances are to be together keeps none of them
     * from leaving.
     */
    public HostSurvey surveyOfLeaving(Scenario scenario) {
        List<PlacementRule> rules = placing.stream()
                .filter(rule -> !(rule instanceof PlacementRule.KeepTogether))
                .toList();
        return new HostSurvey(scenario, rules, cluster.instances());
    }

    /** Returns a checker of moves by all of the rules. */
    RuleChecker all() {
        List<PlacementRule> rules = new ArrayList<>(placing);
        rules.addAll(staying);
        return new RuleChecker(cluster, rules);
    }

    /** Returns the rules as a placement in this state has to keep them. */
    public RuleFilter filter(ClusterState state) {
        return new RuleFilter(state, placing);
    }
}
