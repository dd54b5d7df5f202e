package org.ballast.hail.explain;

import java.util.List;
import java.util.Optional;
import org.ballast.hail.explain.RoleFinding.Role;
import org.ballast.model.check.HostSurvey;

/**
 * Asks nodes about an instance that needs one of them, or two.
 *
 * @param survey the moment at which they are asked
 * @param instance the instance, which is nowhere
 * @param softErrorsIgnored whether its primary node may break soft rules
 */
record Candidates(HostSurvey survey, int instance, boolean softErrorsIgnored) {

    /**
     * What they said.
     *
     * @param primaries nodes that would run it
     * @param secondaries nodes that would have its second copy, if another one of the primaries runs it
     * @param nearest what came nearest; empty if there is a choice that they would accept
     */
    record Answers(
            List<Integer> primaries, List<Integer> secondaries, List<RoleFinding> roles, Optional<Miss> nearest) {}

    /** Asks for one node. */
    Answers single(List<Integer> nodes) {
        Poll primaries = primaries(nodes);
        return new Answers(
                primaries.willing(),
                List.of(),
                List.of(primaries.finding(Role.PRIMARY, Optional.empty())),
                primaries.willing().isEmpty() ? primaries.nearest(1).stream().findFirst() : Optional.empty());
    }

    /** Asks for two different nodes. */
    Answers pair(List<Integer> first, List<Integer> second) {
        Poll primaries = primaries(first);
        Poll secondaries = secondaries(primaries.willing().isEmpty() ? first : primaries.willing(), second);
        return new Answers(
                primaries.willing(),
                secondaries.willing(),
                List.of(
                        primaries.finding(Role.PRIMARY, Optional.empty()),
                        secondaries.finding(Role.SECONDARY, Optional.empty())),
                nearest(primaries, secondaries));
    }

    private Poll primaries(List<Integer> nodes) {
        Poll poll = new Poll(survey, instance);
        for (int node : nodes) {
            poll.add(node, survey.askPrimary(instance, node, softErrorsIgnored));
        }
        return poll;
    }

    /** A node keeps more memory free the more its instances' primaries have in common: so each is asked its best case. */
    private Poll secondaries(List<Integer> primaries, List<Integer> nodes) {
        Poll poll = new Poll(survey, instance);
        for (int node : nodes) {
            survey.preferredPrimary(node, primaries)
                    .ifPresent(primary -> poll.add(node, survey.askSecondary(instance, primary, node)));
        }
        return poll;
    }

    private static Optional<Miss> nearest(Poll primaries, Poll secondaries) {
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

    private static Optional<Miss> nearestPair(List<Miss> primaries, List<Miss> secondaries) {
        return primaries.stream()
                .flatMap(primary -> secondaries.stream()
                        .filter(secondary -> !secondary.nodes().equals(primary.nodes()))
                        .map(primary::and))
                .min(Miss.NEAREST_FIRST);
    }
}
