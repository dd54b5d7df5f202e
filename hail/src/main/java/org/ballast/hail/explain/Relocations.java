package org.ballast.hail.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ballast.hail.explain.RoleFinding.Role;
import org.ballast.model.Move;
import org.ballast.model.Node;
import org.ballast.model.Placement;
import org.ballast.model.check.HostSurvey;
import org.ballast.model.check.Refusal;

/**
 * Asks nodes about an instance that is to come from its present nodes.
 *
 * @param survey the moment at which they are asked
 * @param instance the instance
 */
record Relocations(HostSurvey survey, int instance, boolean softErrorsIgnored) {
    /** With how many new primary nodes the secondary ones are tried. */
    private static final int MOST_PRIMARIES = 4;

    /**
     * What they said.
     *
     * @param anyNode one of the nodes
     */
    record Answers(Optional<Integer> anyNode, List<RoleFinding> roles, Optional<Miss> nearest) {}

    /** Asks the secondary node to take over. */
    Answers failover() {
        int secondary = survey.placement(instance).secondary();
        Poll poll = new Poll(survey, instance);
        poll.add(secondary, survey.copy().make(new Move.Failover(instance), softErrorsIgnored));
        return answers(poll, Role.PRIMARY, secondary);
    }

    /** Asks nodes to take the place of the secondary node, or of the only one. */
    Answers toOne(List<Integer> targets) {
        boolean mirrored = survey.cluster().instances().get(instance).template().hasSecondary();
        Poll poll = new Poll(survey, instance);
        for (int target : targets) {
            Move move =
                    mirrored ? new Move.ReplaceSecondary(instance, target) : new Move.FailoverToAny(instance, target);
            poll.add(target, survey.copy().make(move, softErrorsIgnored));
        }
        return answers(poll, mirrored ? Role.SECONDARY : Role.PRIMARY, targets.getFirst());
    }

    private static Answers answers(Poll poll, Role role, int node) {
        return new Answers(
                Optional.of(node),
                List.of(poll.finding(role, Optional.empty())),
                poll.nearest(1).stream().findFirst());
    }

    /** Asks for two new nodes, by the steps on which the instance gets there. */
    Answers toTwo(List<Integer> targets) {
        Poll primaries = new Poll(survey, instance);
        for (int target : targets) {
            primaries.add(target, reachPrimary(survey.copy(), target));
        }
        List<RoleFinding> roles = new ArrayList<>();
        roles.add(primaries.finding(Role.PRIMARY, Optional.empty()));
        Optional<Miss> nearest = primaries.nearest(1).stream().findFirst();
        Optional<Besides> best = primaries.willing().stream()
                .limit(MOST_PRIMARIES)
                .map(primary -> besides(primary, targets))
                .min(Comparator.comparingDouble(
                        besides -> besides.nearest().map(Miss::distance).orElse(0.0)));
        if (best.isPresent()) {
            roles.add(best.get().finding());
            nearest = best.get().nearest();
        }
        return new Answers(targets.stream().findFirst(), roles, nearest);
    }

    /** What nodes say to the second copy of an instance that another one runs by then. */
    private record Besides(RoleFinding finding, Optional<Miss> nearest) {}

    private Besides besides(int primary, List<Integer> targets) {
        HostSurvey there = survey.copy();
        reachPrimary(there, primary);
        String name = survey.cluster().nodes().get(primary).name();
        Poll secondaries = new Poll(there, instance);
        for (int target : targets) {
            if (target != primary) {
                secondaries.add(
                        target, there.copy().make(new Move.ReplaceSecondary(instance, target), softErrorsIgnored));
            }
        }
        return new Besides(
                secondaries.finding(Role.SECONDARY, Optional.of(name)),
                secondaries.nearest(1).stream()
                        .findFirst()
                        .map(miss -> miss.adding(", with " + name + " as primary node")));
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
            List<Refusal> refusals = moment.make(step, softErrorsIgnored);
            if (!refusals.isEmpty()) {
                return refusals;
            }
        }
        return List.of();
    }
}
