package org.ballast.hail.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ballast.checker.HostRefusal;
import org.ballast.checker.HostSurvey;
import org.ballast.checker.Refusal;
import org.ballast.checker.RuleRefusal;
import org.ballast.hail.explain.RoleFinding.Role;
import org.ballast.model.Move;
import org.ballast.model.Node;
import org.ballast.model.Placement;

/**
 * The findings of nodes on an instance that is to come from its present nodes.
 *
 * @param survey the moment at which they are asked
 * @param instance the instance
 */
record Relocations(HostSurvey survey, int instance, boolean ignoreSoftErrors) {
    /** With how many new primary nodes the secondary ones are tried. */
    private static final int MOST_PRIMARIES = 4;

    /**
     * The findings.
     *
     * @param anyNode one of the nodes
     */
    record RelocationFinding(Optional<Integer> anyNode, List<RoleFinding> roles, Optional<NearestShortfall> nearest) {}

    /** Asks the secondary node to take over, and the primary one to have the second copy then. */
    RelocationFinding failover() {
        Placement from = survey.placement(instance);
        List<Refusal> refusals = survey.copy().make(new Move.Failover(instance), ignoreSoftErrors);
        NodeAnswers taking = new NodeAnswers(survey, instance);
        taking.add(from.secondary(), plus(without(refusals, from.primary()), against(from.swapped())));
        if (!taking.willing().isEmpty() && !refusals.isEmpty()) {
            NodeAnswers keeping = new NodeAnswers(survey, instance);
            keeping.add(from.primary(), refusals);
            return new RelocationFinding(
                    Optional.of(from.secondary()),
                    List.of(
                            taking.finding(Role.PRIMARY, Optional.empty()),
                            keeping.finding(
                                    Role.SECONDARY,
                                    Optional.of(survey.cluster()
                                            .nodes()
                                            .get(from.secondary())
                                            .name()))),
                    keeping.nearest(1).stream().findFirst());
        }
        return answers(taking, Role.PRIMARY, from.secondary());
    }

    /** Returns what the present primary node has against a new secondary node, if it is the same whichever that is. */
    Optional<RelocationFinding> staying(List<Integer> targets) {
        if (!survey.cluster().instances().get(instance).template().hasSecondary()) {
            return Optional.empty();
        }
        int primary = survey.placement(instance).primary();
        NodeAnswers nodeAnswers = new NodeAnswers(survey, instance);
        for (int target : targets) {
            List<Refusal> refusals = survey.copy().make(new Move.ReplaceSecondary(instance, target), ignoreSoftErrors);
            List<Refusal> own =
                    refusals.stream().filter(refusal -> isOf(refusal, primary)).toList();
            if (own.isEmpty()) {
                return Optional.empty();
            }
            if (target == targets.getFirst()) {
                nodeAnswers.add(primary, own);
            }
        }
        return Optional.of(answers(nodeAnswers, Role.PRIMARY, primary));
    }

    /** Returns which rules of users are against the end of a move; none where an offline node has to be left. */
    private List<RuleRefusal> against(Placement to) {
        Placement from = survey.placement(instance);
        List<Node> nodes = survey.cluster().nodes();
        boolean isUrgent = nodes.get(from.primary()).isOffline()
                || (from.hasSecondary() && nodes.get(from.secondary()).isOffline());
        return isUrgent ? List.of() : survey.rulesAgainst(instance, to);
    }

    private static List<Refusal> plus(List<Refusal> refusals, List<RuleRefusal> rules) {
        List<Refusal> all = new ArrayList<>(refusals);
        all.addAll(rules);
        return all;
    }

    private static List<Refusal> without(List<Refusal> refusals, int node) {
        return refusals.stream().filter(refusal -> !isOf(refusal, node)).toList();
    }

    private static boolean isOf(Refusal refusal, int node) {
        return refusal instanceof HostRefusal host && host.node() == node;
    }

    /** Asks nodes to take the place of the secondary node, or of the only one. */
    RelocationFinding toOne(List<Integer> targets) {
        boolean mirrored = survey.cluster().instances().get(instance).template().hasSecondary();
        NodeAnswers nodeAnswers = new NodeAnswers(survey, instance);
        for (int target : targets) {
            Move move =
                    mirrored ? new Move.ReplaceSecondary(instance, target) : new Move.FailoverToAny(instance, target);
            Placement to = move.to(survey.placement(instance));
            nodeAnswers.add(target, plus(survey.copy().make(move, ignoreSoftErrors), against(to)));
        }
        return answers(nodeAnswers, mirrored ? Role.SECONDARY : Role.PRIMARY, targets.getFirst());
    }

    private static RelocationFinding answers(NodeAnswers nodeAnswers, Role role, int node) {
        return new RelocationFinding(
                Optional.of(node),
                List.of(nodeAnswers.finding(role, Optional.empty())),
                nodeAnswers.nearest(1).stream().findFirst());
    }

    /** Asks for two new nodes, by the steps on which the instance gets there. */
    RelocationFinding toTwo(List<Integer> targets) {
        NodeAnswers primaries = new NodeAnswers(survey, instance);
        for (int target : targets) {
            primaries.add(target, reachPrimary(survey.copy(), target));
        }
        List<RoleFinding> roles = new ArrayList<>();
        roles.add(primaries.finding(Role.PRIMARY, Optional.empty()));
        Optional<NearestShortfall> nearest = primaries.nearest(1).stream().findFirst();
        Optional<SecondaryFinding> best = primaries.willing().stream()
                .limit(MOST_PRIMARIES)
                .map(primary -> besides(primary, targets))
                .min(Comparator.comparingDouble(besides ->
                        besides.nearest().map(NearestShortfall::distance).orElse(0.0)));
        if (best.isPresent()) {
            roles.add(best.get().finding());
            nearest = best.get().nearest();
        }
        return new RelocationFinding(targets.stream().findFirst(), roles, nearest);
    }

    /** The findings of nodes on the second copy of an instance that another node runs by then. */
    private record SecondaryFinding(RoleFinding finding, Optional<NearestShortfall> nearest) {}

    private SecondaryFinding besides(int primary, List<Integer> targets) {
        HostSurvey there = survey.copy();
        reachPrimary(there, primary);
        String name = survey.cluster().nodes().get(primary).name();
        NodeAnswers secondaries = new NodeAnswers(there, instance);
        for (int target : targets) {
            if (target != primary) {
                List<Refusal> refusals =
                        there.copy().make(new Move.ReplaceSecondary(instance, target), ignoreSoftErrors);
                secondaries.add(target, plus(refusals, against(new Placement(primary, target))));
            }
        }
        return new SecondaryFinding(
                secondaries.finding(Role.SECONDARY, Optional.of(name)),
                secondaries.nearest(1).stream()
                        .findFirst()
                        .map(shortfall -> shortfall.adding(", with " + name + " as primary node")));
    }

    /** Makes the steps to a new primary node up to the first that is refused. */
    private List<Refusal> reachPrimary(HostSurvey moment, int target) {
        Placement from = moment.placement(instance);
        Node left = moment.cluster().nodes().get(from.primary());
        List<Move> steps = new ArrayList<>();
        if (left.isOffline()) {
            steps.add(new Move.Failover(instance));
        }
        steps.add(new Move.ReplaceSecondary(instance, target));
        steps.add(new Move.Failover(instance));
        for (Move step : steps) {
            List<Refusal> refusals = moment.make(step, ignoreSoftErrors);
            if (!refusals.isEmpty()) {
                return refusals;
            }
        }
        return List.of();
    }
}
