package org.ballast.hail.explain;

import java.util.List;
import java.util.Optional;
import org.ballast.checker.HostSurvey;
import org.ballast.hail.explain.RoleFinding.Role;

/**
 * The findings of nodes on an instance that needs one of them, or two.
 *
 * @param survey the moment at which they are asked
 * @param instance the instance, which is nowhere
 * @param ignoreSoftErrors whether its primary node may break soft rules
 */
record Candidates(HostSurvey survey, int instance, boolean ignoreSoftErrors) {

    /**
     * The findings.
     *
     * @param primaries nodes that would run it
     * @param secondaries nodes that would have its second copy, if another one of the primaries runs it
     * @param nearest what came nearest; empty if there is a choice that they would accept
     */
    record CandidateFinding(
            List<Integer> primaries,
            List<Integer> secondaries,
            List<RoleFinding> roles,
            Optional<NearestShortfall> nearest) {}

    /** Asks for one node. */
    CandidateFinding single(List<Integer> nodes) {
        NodeAnswers primaries = primaries(nodes);
        return new CandidateFinding(
                primaries.willing(),
                List.of(),
                List.of(primaries.finding(Role.PRIMARY, Optional.empty())),
                primaries.willing().isEmpty() ? primaries.nearest(1).stream().findFirst() : Optional.empty());
    }

    /** Asks for two different nodes. */
    CandidateFinding pair(List<Integer> first, List<Integer> second) {
        NodeAnswers primaries = primaries(first);
        NodeAnswers secondaries = secondaries(primaries.willing().isEmpty() ? first : primaries.willing(), second);
        return new CandidateFinding(
                primaries.willing(),
                secondaries.willing(),
                List.of(
                        primaries.finding(Role.PRIMARY, Optional.empty()),
                        secondaries.finding(Role.SECONDARY, Optional.empty())),
                nearest(primaries, secondaries));
    }

    private NodeAnswers primaries(List<Integer> nodes) {
        NodeAnswers nodeAnswers = new NodeAnswers(survey, instance);
        for (int node : nodes) {
            nodeAnswers.add(node, survey.askPrimary(instance, node, ignoreSoftErrors));
        }
        return nodeAnswers;
    }

    /**
     * A node keeps more memory free the more its instances' primaries have in common: so each is asked its best case.
     */
    private NodeAnswers secondaries(List<Integer> primaries, List<Integer> nodes) {
        NodeAnswers nodeAnswers = new NodeAnswers(survey, instance);
        for (int node : nodes) {
            survey.preferredPrimary(node, fitting(primaries, node))
                    .ifPresent(primary -> nodeAnswers.add(node, survey.askSecondary(instance, primary, node)));
        }
        return nodeAnswers;
    }

    /**
     * Users' rules may be against some primary nodes beside a secondary one: those are left out if there are others.
     */
    private List<Integer> fitting(List<Integer> primaries, int secondary) {
        if (!survey.hasRules()) {
            return primaries;
        }
        List<Integer> fitting = primaries.stream()
                .filter(primary -> primary != secondary
                        && survey.rulesAgainstSecondary(instance, primary, secondary)
                                .isEmpty())
                .toList();
        return fitting.isEmpty() ? primaries : fitting;
    }

    private static Optional<NearestShortfall> nearest(NodeAnswers primaries, NodeAnswers secondaries) {
        boolean noPrimary = primaries.willing().isEmpty();
        boolean noSecondary = secondaries.willing().isEmpty();
        if (noPrimary && noSecondary) {
            return nearestPair(primaries.nearest(2), secondaries.nearest(2));
        }
        if (noPrimary) {
            return primaries.nearest(1).stream().findFirst();
        }
        return noSecondary ? secondaries.nearest(1).stream().findFirst() : Optional.empty();
    }

    private static Optional<NearestShortfall> nearestPair(
            List<NearestShortfall> primaries, List<NearestShortfall> secondaries) {
        return primaries.stream()
                .flatMap(primary -> secondaries.stream()
                        .filter(secondary -> !secondary.nodes().equals(primary.nodes()))
                        .map(primary::and))
                .min(NearestShortfall.NEAREST_FIRST);
    }
}
