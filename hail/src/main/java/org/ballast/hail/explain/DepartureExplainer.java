package org.ballast.hail.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ballast.checker.HostSurvey;
import org.ballast.hail.answer.Answer;
import org.ballast.hail.answer.Question;
import org.ballast.hail.answer.TaggedRules;
import org.ballast.iallocator.Reply;
import org.ballast.model.Cluster;
import org.ballast.model.Group;
import org.ballast.model.Move;
import org.ballast.model.Node;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.planner.place.AllocationRules;
import org.ballast.planner.place.allocate.GroupSearch;
import org.ballast.planner.place.relocate.RelocationOutcome;
import org.ballast.planner.place.relocate.RelocationOutcome.Obstacle;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;

/** The explanation of requests that take instances away from their nodes, one after another as they move. */
final class DepartureExplainer {
    private final Scenario scenario;
    private final Cluster cluster;
    private final AllocationRules rules;
    private final boolean ignoreSoftErrors;
    private final HostSurvey survey;
    private final List<Move> made = new ArrayList<>();

    /**
     * Prepares to explain.
     *
     * @param rules what holds for the choice of a group
     * @param ignoreSoftErrors whether moves may break soft rules
     */
    DepartureExplainer(Question question, AllocationRules rules, boolean ignoreSoftErrors) {
        scenario = question.scenario();
        this.rules = rules;
        this.ignoreSoftErrors = ignoreSoftErrors;
        cluster = scenario.cluster();
        survey = TaggedRules.of(cluster, question.request())
                .filter(_ -> !rules.ignoreSoftErrors())
                .map(tagged -> tagged.surveyOfLeaving(scenario))
                .orElseGet(() -> new HostSurvey(scenario));
    }

    /**
     * Explains what became of each instance.
     *
     * @param subject what is refused if nothing was tried at all
     */
    List<InstanceFinding> explain(Answer answer, String subject) {
        if (answer.reply() instanceof Reply.Refused refused
                && answer.relocations().isEmpty()) {
            return List.of(new InstanceFinding.NotSearched(subject, refused.info()));
        }
        List<InstanceFinding> findings = new ArrayList<>();
        for (RelocationOutcome relocation : answer.relocations()) {
            switch (relocation) {
                case RelocationOutcome.Moved(int i, Placement placement, List<Move> moves) -> {
                    moves.forEach(move -> survey.make(move, ignoreSoftErrors));
                    made.addAll(moves);
                    findings.add(new InstanceFinding.Granted(name(i), names(i, placement), List.of()));
                }
                case RelocationOutcome.Stuck(int i, Obstacle hindrance) -> findings.add(explain(i, hindrance));
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

    private InstanceFinding explain(int i, Obstacle hindrance) {
        return switch (hindrance) {
            case Obstacle.Tied(var template) ->
                new InstanceFinding.NotSearched(name(i), "its " + template.label() + " disks tie it to " + primary(i));
            case Obstacle.NothingToChange(var template) ->
                new InstanceFinding.NotSearched(
                        name(i), "instances with " + template.label() + " disks have no secondary node");
            case Obstacle.SecondaryMissing() -> new InstanceFinding.NotSearched(name(i), "it has no secondary node");
            case Obstacle.FailoverRefused _ -> failover(i);
            case Obstacle.NoNode(var verdicts) -> {
                List<Integer> targets = verdicts.stream()
                        .map(RelocationOutcome.NodeVerdict::node)
                        .toList();
                yield targets.isEmpty() ? noTargets(i) : toOne(i, targets);
            }
            case Obstacle.NoPair(var targets, var _) -> targets.size() < 2 ? noTargets(i) : toTwo(i, targets);
            case Obstacle.NoGroup(var search, var _) ->
                search.map(result -> otherGroups(i, result))
                        .orElseGet(() -> new InstanceFinding.NotSearched(
                                name(i), "there is no other group with nodes that it may go to"));
        };
    }

    private Relocations relocations(int i) {
        return new Relocations(survey, i, ignoreSoftErrors);
    }

    /** Nothing but its secondary node can take over an instance, so that one that is offline is all there is to say. */
    private InstanceFinding failover(int i) {
        Placement from = survey.placement(i);
        Node secondary = cluster.nodes().get(from.secondary());
        if (!secondary.isOffline()) {
            return asked(i, relocations(i).failover());
        }
        Node primary = cluster.nodes().get(from.primary());
        return new InstanceFinding.Blocked(
                name(i),
                primary.isOffline()
                        ? "both its primary node " + primary.name() + " and its secondary node " + secondary.name()
                                + " are " + UnfitNode.unavailable(secondary)
                        : "its secondary node " + secondary.name() + ", which would have to take it over, is "
                                + UnfitNode.unavailable(secondary),
                primary.isOffline()
                        ? Optional.empty()
                        : Optional.of("give it another secondary node first (gnt-instance replace-disks -n NODE "
                                + name(i) + ")"));
    }

    /** Where the node that the instance stays on refuses, no target helps. */
    private InstanceFinding toOne(int i, List<Integer> targets) {
        Optional<Relocations.RelocationFinding> staying = relocations(i).staying(targets);
        if (staying.isEmpty()) {
            return asked(i, relocations(i).toOne(targets));
        }
        Node primary = cluster.nodes().get(survey.placement(i).primary());
        return primary.isOffline() ? stranded(i, primary) : asked(i, staying.get());
    }

    /** A disk cannot be copied from a node that is offline: the instance has to leave it first. */
    private InstanceFinding stranded(int i, Node primary) {
        String reason = "its primary node " + primary.name() + " is " + UnfitNode.unavailable(primary);
        Node secondary = cluster.nodes().get(survey.placement(i).secondary());
        if (secondary.isOffline()) {
            return new InstanceFinding.Blocked(
                    name(i),
                    "both its primary node " + primary.name() + " and its secondary node " + secondary.name() + " are "
                            + UnfitNode.unavailable(primary),
                    Optional.empty());
        }
        String advice = "fail it over first (gnt-instance failover " + name(i) + ")";
        return new InstanceFinding.Blocked(
                name(i),
                reason,
                Optional.of(relocations(i)
                        .failover()
                        .nearest()
                        .map(miss -> advice + ", for which " + miss.sentence())
                        .orElse(advice)));
    }

    /** An instance whose primary node is offline fails over before anything else. */
    private InstanceFinding toTwo(int i, List<Integer> targets) {
        Placement from = survey.placement(i);
        boolean leaves = cluster.nodes().get(from.primary()).isOffline();
        if (leaves && relocations(i).failover().nearest().isPresent()) {
            return failover(i);
        }
        Optional<Relocations.RelocationFinding> staying =
                leaves ? Optional.empty() : relocations(i).staying(targets);
        return asked(i, staying.orElseGet(() -> relocations(i).toTwo(targets)));
    }

    private String primary(int i) {
        return node(survey.placement(i).primary());
    }

    private InstanceFinding noTargets(int i) {
        int home = cluster.nodes().get(survey.placement(i).primary()).group();
        return new InstanceFinding.NotSearched(
                name(i),
                "group " + cluster.groups().get(home).name()
                        + " has too few other nodes that are online and not to be emptied");
    }

    private InstanceFinding asked(int i, Relocations.RelocationFinding answers) {
        int home =
                answers.anyNode().map(node -> cluster.nodes().get(node).group()).orElse(0);
        Group group = cluster.groups().get(home);
        return new InstanceFinding.Denied(
                name(i),
                List.of(new GroupFinding.SearchedGroup(
                        group.name(),
                        group.allocationPolicy(),
                        Optional.empty(),
                        GroupFinding.LeftOut.NONE,
                        answers.roles(),
                        Optional.empty(),
                        answers.nearest())));
    }

    /** A place is sought for a copy, while the instance is still where it is. */
    private InstanceFinding otherGroups(int i, GroupSearch.Result result) {
        ClusterState state = new ClusterState(scenario);
        Trial trial = new Trial(state);
        for (Move move : made) {
            trial.move(move, ignoreSoftErrors);
            state.commit(trial);
        }
        int planned = state.add(
                state.instance(i).withPlacement(Placement.NOWHERE),
                scenario.utilisation().get(i));
        HostSurvey copy = survey.copy();
        int asking = copy.enterFor(i, cluster.instances().get(i), scenario.tags());
        int requiredNodes = cluster.instances().get(i).template().hasSecondary() ? 2 : 1;
        return new InstanceFinding.Denied(
                name(i), new GroupExplainer(state, copy, rules, planned, asking, requiredNodes, true).among(result));
    }
}
