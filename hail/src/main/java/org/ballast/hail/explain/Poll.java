package org.ballast.hail.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ballast.model.check.HostSurvey;
import org.ballast.model.check.Refusal;

/** Counts what nodes say to an instance. */
final class Poll {
    private static final Comparator<No> NEAREST_FIRST = Comparator.comparingDouble(No::distance);

    private final HostSurvey survey;
    private final Distance distance;
    private final List<Integer> willing = new ArrayList<>();
    private final List<No> refused = new ArrayList<>();

    /** A node that refuses. */
    private record No(int node, Reason reason, List<Refusal> refusals, double distance) {}

    Poll(HostSurvey survey, int instance) {
        this.survey = survey;
        distance = new Distance(survey.cluster(), survey.cluster().instances().get(instance));
    }

    /** Writes down what the node has against the instance. */
    void add(int node, List<Refusal> refusals) {
        Optional<Reason> reason = refusals.stream().map(Reason::of).min(Comparator.naturalOrder());
        reason.ifPresentOrElse(
                first -> refused.add(new No(node, first, refusals, distance.of(refusals))), () -> willing.add(node));
    }

    List<Integer> willing() {
        return willing;
    }

    RoleFinding finding(RoleFinding.Role role, Optional<String> besides) {
        Map<Reason, List<No>> byReason = new EnumMap<>(Reason.class);
        for (No each : refused) {
            byReason.computeIfAbsent(each.reason(), _ -> new ArrayList<>()).add(each);
        }
        List<RoleFinding.Refused> groups = new ArrayList<>();
        byReason.forEach((reason, nodes) -> groups.add(new RoleFinding.Refused(
                reason, nodes.size(), miss(nodes.stream().min(NEAREST_FIRST).orElseThrow()))));
        groups.sort(RoleFinding.Refused.NEAREST_FIRST);
        return new RoleFinding(role, besides, willing.size() + refused.size(), willing.size(), groups);
    }

    /** Returns the nodes that come nearest, the nearest first. */
    List<Miss> nearest(int count) {
        return refused.stream()
                .sorted(NEAREST_FIRST)
                .limit(count)
                .map(this::miss)
                .toList();
    }

    private Miss miss(No no) {
        String name = survey.cluster().nodes().get(no.node()).name();
        return Miss.of(name, distance.essential(no.refusals()), survey.cluster(), no.distance());
    }
}
