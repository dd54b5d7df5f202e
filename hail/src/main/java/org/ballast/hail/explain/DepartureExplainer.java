package org.ballast.hail.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ballast.hail.answer.Answer;
import org.ballast.model.Cluster;
import org.ballast.model.Group;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.model.check.HostSurvey;
import org.ballast.planner.place.AllocationRules;
import org.ballast.planner.place.GroupSearch;
import org.ballast.planner.place.Relocation;
import org.ballast.planner.place.Relocation.Hindrance;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;

/** Explains requests that take instances away from their nodes, one after another as they move. */
final class DepartureExplainer {
    private final Scenario scenario;
    private final Cluster cluster;
    private final AllocationRules rules;
    private final boolean softErrorsIgnored;
    private final HostSurvey survey;
    private final List<Move> made = new ArrayList<>();

    /**
     * Prepares to explain.
     *
     * @param rules what holds for the choice of a group
     * @param softErrorsIgnored whether moves may break soft rules
     */
    DepartureExplainer(Scenario scenario, AllocationRules rules, boolean softErrorsIgnored) {
        this.scenario = scenario;
        this.rules = rules;
        this.softErrorsIgnored = softErrorsIgnored;
        cluster = scenario.cluster();
        survey = new HostSurvey(scenario);
    }

    /**
     * Explains what became of each instance.
     *
     * @param subject what is refused if nothing was tried at all
     */
    List<Finding> explain(Answer answer, String subject) {
        if (answer.relocations().isEmpty()) {
            return List.of(new Finding.Unasked(subject, answer.reply().info()));
        }
        List<Finding> findings = new ArrayList<>();
        for (Relocation relocation : answer.relocations()) {
            switch (relocation) {
                case Relocation.Moved(int i, Placement placement, List<Move> moves) -> {
                    moves.forEach(move -> survey.make(move, softErrorsIgnored));
                    made.addAll(moves);
                    findings.add(new Finding.Granted(name(i), names(i, placement), List.of()));
                }
                case Relocation.Stuck(int i, Hindrance hindrance) -> findings.add(explain(i, hindrance));
            }
        }
        return findings;
    }

    private String name(int instance) {
        return cluster.instances().get(instance).name();
    }

    private List<String> names(int instance, Placement placement) {
        List<String> names = new ArrayList<>();
        names.add(node(placement.primary()));
        if (placement.hasSecondary()
                && cluster.instances().get(instance).template().hasSecondary()) {
            names.add(node(placement.secondary()));
        }
        return names;
    }

    private String node(int index) {
        return cluster.nodes().get(index).name();
    }

    private Finding explain(int i, Hindrance hindrance) {
        return switch (hindrance) {
            case Hindrance.Tied(var template) ->
                new Finding.Unasked(name(i), "its " + template.label() + " disks tie it to " + primary(i));
            case Hindrance.NothingToChange(var template) ->
                new Finding.Unasked(name(i), "instances with " + template.label() + " disks have no secondary node");
            case Hindrance.SecondaryMissing() -> new Finding.Unasked(name(i), "it has no secondary node");
            case Hindrance.FailoverRefused _ -> asked(i, new Relocations(survey, i, softErrorsIgnored).failover());
            case Hindrance.NoNode(var verdicts) -> {
                List<Integer> targets =
                        verdicts.stream().map(Relocation.NodeVerdict::node).toList();
                yield targets.isEmpty()
                        ? noTargets(i)
                        : asked(i, new Relocations(survey, i, softErrorsIgnored).toOne(targets));
            }
            case Hindrance.NoPair(var targets, var _) ->
                targets.size() < 2
                        ? noTargets(i)
                        : asked(i, new Relocations(survey, i, softErrorsIgnored).toTwo(targets));
            case Hindrance.NoGroup(var search, var _) ->
                search.map(result -> otherGroups(i, result))
                        .orElseGet(() ->
                                new Finding.Unasked(name(i), "there is no other group with nodes that it may go to"));
        };
    }

    private String primary(int i) {
        return node(survey.placement(i).primary());
    }

    private Finding noTargets(int i) {
        return new Finding.Unasked(name(i), "there are too few other nodes that it might go to");
    }

    private Finding asked(int i, Relocations.Answers answers) {
        int home =
                answers.anyNode().map(node -> cluster.nodes().get(node).group()).orElse(0);
        Group group = cluster.groups().get(home);
        return new Finding.Denied(
                name(i),
                List.of(new GroupFinding.Asked(
                        group.name(),
                        group.allocationPolicy(),
                        Optional.empty(),
                        GroupFinding.LeftOut.NONE,
                        answers.roles(),
                        Optional.empty(),
                        answers.nearest())));
    }

    /** A place is sought for a copy, while the instance is still where it is. */
    private Finding otherGroups(int i, GroupSearch.Result result) {
        ClusterState state = new ClusterState(scenario);
        Trial trial = new Trial(state);
        for (Move move : made) {
            trial.move(move, softErrorsIgnored);
            state.commit(trial);
        }
        int planned = state.add(
                state.instance(i).withPlacement(Placement.NOWHERE),
                scenario.utilisation().get(i));
        HostSurvey copy = survey.copy();
        int asking = copy.enter(cluster.instances().get(i), scenario.tags());
        int requiredNodes = cluster.instances().get(i).template().hasSecondary() ? 2 : 1;
        return new Finding.Denied(
                name(i), new GroupExplainer(state, copy, rules, planned, asking, requiredNodes, true).among(result));
    }
}
