package org.ballast.hail.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ballast.checker.HostRefusal;
import org.ballast.checker.HostSurvey;
import org.ballast.checker.Refusal;
import org.ballast.model.Node;

/** The counts of nodes that accept or refuse an instance, by reason. */
final class NodeAnswers {
    private static final Comparator<RefusingNode> NEAREST_FIRST =
            Comparator.comparing(RefusingNode::shortfall, NearestShortfall.NEAREST_FIRST);

    private final HostSurvey survey;
    private final Distance distance;
    private final List<Integer> willing = new ArrayList<>();
    private final List<RefusingNode> refused = new ArrayList<>();

    /** A node that refuses. */
    private record RefusingNode(int node, ExclusionReason reason, NearestShortfall shortfall) {}

    NodeAnswers(HostSurvey survey, int instance) {
        this.survey = survey;
        distance = new Distance(survey.cluster(), survey.cluster().instances().get(instance));
    }

    /** Writes down what the node has against the instance. */
    void add(int node, List<Refusal> refusals) {
        Optional<ExclusionReason> reason =
                refusals.stream().map(ExclusionReason::of).min(Comparator.naturalOrder());
        reason.ifPresentOrElse(first -> refuse(node, first, refusals), () -> willing.add(node));
    }

    private void refuse(int index, ExclusionReason first, List<Refusal> refusals) {
        Node node = survey.cluster().nodes().get(index);
        refused.add(UnfitNode.of(node, refusals)
                .map(unfit -> new RefusingNode(
                        index, unfit.reason(), NearestShortfall.hopeless(List.of(node.name()), unfit.sentence())))
                .orElseGet(() -> new RefusingNode(
                        index,
                        first,
                        shortfall(node.name(), telling(first, refusals)).adding(detour(index, refusals)))));
    }

    /** RefusingNode room helps against a policy, so that nothing else need be said then. */
    private static List<Refusal> telling(ExclusionReason first, List<Refusal> refusals) {
        return first == ExclusionReason.POLICY
                ? refusals.stream()
                        .filter(refusal -> ExclusionReason.of(refusal) == ExclusionReason.POLICY)
                        .toList()
                : refusals;
    }

    /** Says so where all that speaks against a node is what another one says that has to help the instance there. */
    private String detour(int index, List<Refusal> refusals) {
        boolean others =
                refusals.stream().allMatch(refusal -> refusal instanceof HostRefusal host && host.node() != index);
        return others ? ", on the way to " + survey.cluster().nodes().get(index).name() : "";
    }

    private NearestShortfall shortfall(String name, List<Refusal> refusals) {
        return NearestShortfall.of(name, distance.essential(refusals), survey.cluster(), distance.of(refusals));
    }

    List<Integer> willing() {
        return willing;
    }

    RoleFinding finding(RoleFinding.Role role, Optional<String> besides) {
        Map<ExclusionReason, List<RefusingNode>> byReason = new EnumMap<>(ExclusionReason.class);
        for (RefusingNode each : refused) {
            byReason.computeIfAbsent(each.reason(), _ -> new ArrayList<>()).add(each);
        }
        List<RoleFinding.Refused> groups = new ArrayList<>();
        byReason.forEach((reason, nodes) -> groups.add(new RoleFinding.Refused(
                reason,
                nodes.size(),
                nodes.stream().min(NEAREST_FIRST).orElseThrow().shortfall())));
        groups.sort(RoleFinding.Refused.NEAREST_FIRST);
        return new RoleFinding(role, besides, willing.size() + refused.size(), willing.size(), groups);
    }

    /** Returns the nodes that come nearest, the nearest first. */
    List<NearestShortfall> nearest(int count) {
        return refused.stream()
                .sorted(NEAREST_FIRST)
                .limit(count)
                .map(RefusingNode::shortfall)
                .toList();
    }
}
