package org.ballast.capacity.bottleneck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ballast.capacity.CandidateNodes;
import org.ballast.capacity.FillResult;
import org.ballast.capacity.InstanceShape;
import org.ballast.model.DiskTemplate;
import org.ballast.model.InstancePolicy;
import org.ballast.model.Node;
import org.ballast.model.Placement;
import org.ballast.model.Utilisation;
import org.ballast.planner.place.allocate.Allocation;
import org.ballast.planner.place.allocate.Allocator;
import org.ballast.planner.place.n1.GlobalN1Check;
import org.ballast.planner.place.n1.NodeFailureSimulation;
import org.ballast.planner.score.PairScore;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.NodeReport;
import org.ballast.planner.state.Trial;
import org.ballast.planner.state.Verdict;

/** The verdicts of nodes on one more instance. */
final class NodeSurvey {
    private final ClusterState state;
    private final CandidateNodes candidateNodes;
    private final InstanceShape shape;
    private final int[] all;

    NodeSurvey(ClusterState state, CandidateNodes candidateNodes, InstanceShape shape) {
        this.state = state;
        this.candidateNodes = candidateNodes;
        this.shape = shape;
        all = CandidateNodes.all(state);
    }

    Bottleneck bottleneck() {
        int i = state.add(shape.instance("next"), Utilisation.UNMEASURED);
        Allocation allocation = new Allocator(state, all, false, check())
                .allocate(i, candidateNodes.targets(state, shape.requiredNodes()));
        List<Bottleneck.OfNode> nodes = new NodeInquiry(i).ofNodes();
        state.forgetLast();
        if (candidateNodes.stopped()) {
            return new Bottleneck(
                    shape, false, nodes.stream().map(NodeSurvey::unhealthy).toList(), FillResult.REFUSED.failures());
        }
        return new Bottleneck(shape, allocation.best().isPresent(), nodes, allocation.failures());
    }

    private static Bottleneck.OfNode unhealthy(Bottleneck.OfNode node) {
        return new Bottleneck.OfNode(
                node.node(), unhealthy(node.primary()), node.secondary().map(NodeSurvey::unhealthy));
    }

    private static RoleVerdict unhealthy(RoleVerdict stop) {
        return stop.because(RefusalCause.UNHEALTHY, Verdict.REDUNDANCY, OptionalInt.empty());
    }

    /** N+1 is not checked for mirrored instances: what their secondary nodes reserve is enough. */
    private Optional<GlobalN1Check> check() {
        return shape.template() == DiskTemplate.DRBD ? Optional.empty() : candidateNodes.capacityCheck(state);
    }

    /** One instance that is known to the state, but nowhere. */
    private final class NodeInquiry {
        private final int i;
        private final AdmissionDemands demands;
        private final Trial trial = new Trial(state);
        private final Optional<GlobalN1Check> check = check();
        private final Map<Integer, RoleVerdict> primaries = new LinkedHashMap<>();
        /** The nodes to be tried first when it is asked which one could no longer fail. */
        private final List<Integer> suspects = new ArrayList<>(candidateNodes.checked());

        NodeInquiry(int i) {
            this.i = i;
            demands = new AdmissionDemands(state, i);
        }

        List<Bottleneck.OfNode> ofNodes() {
            boolean mirrored = shape.requiredNodes() > 1;
            for (int node : candidateNodes.open()) {
                primaries.put(node, primary(node));
            }
            List<Bottleneck.OfNode> result = new ArrayList<>();
            PairScore pairs = new PairScore(state, all, i, false);
            for (Map.Entry<Integer, RoleVerdict> asked : primaries.entrySet()) {
                int node = asked.getKey();
                RoleVerdict primary = asked.getValue();
                if (mirrored && primary.reason() == RefusalCause.FITS && hasNoPartner(pairs, node)) {
                    primary = primary.because(RefusalCause.NO_PARTNER, Verdict.DISK, OptionalInt.empty());
                }
                result.add(new Bottleneck.OfNode(
                        node, primary, mirrored ? Optional.of(secondary(pairs, node)) : Optional.empty()));
            }
            return result;
        }

        private RoleVerdict primary(int node) {
            List<ResourceDemand> needs = demands.asPrimary(node);
            Optional<InstancePolicy.Violation> violation = violation(node);
            if (violation.isPresent()) {
                return RoleVerdict.of(violation.get(), needs);
            }
            Verdict verdict = trial.allocate(i, node, Placement.NONE, false);
            RoleVerdict stop = RoleVerdict.of(verdict, needs, OptionalInt.empty());
            boolean holds =
                    !verdict.accepted() || check.stream().allMatch(each -> each.holdsAfter(i, node, Placement.NONE));
            return holds ? stop : stop.because(RefusalCause.REDUNDANCY, Verdict.REDUNDANCY, endangered(node));
        }

        private Optional<InstancePolicy.Violation> violation(int index) {
            Node node = state.scenario().cluster().nodes().get(index);
            InstancePolicy policy =
                    state.scenario().cluster().groups().get(node.group()).policy();
            return policy.violation(state.instance(i), node.spindles().exclusive());
        }

        /** Returns a node that could not fail if the instance ran on the given one. */
        private OptionalInt endangered(int primary) {
            trial.allocate(i, primary, Placement.NONE, false);
            ClusterState.Receipt receipt = state.commit(trial);
            NodeFailureSimulation simulation = new NodeFailureSimulation(state, all);
            Optional<Integer> found = suspects.stream()
                    .filter(node -> !simulation.canEvacuate(node))
                    .findFirst();
            state.revert(receipt);
            found.ifPresent(node -> {
                suspects.removeIf(node::equals);
                suspects.addFirst(node);
            });
            return found.map(OptionalInt::of).orElse(OptionalInt.empty());
        }

        private boolean hasNoPartner(PairScore pairs, int primary) {
            return partners(primary)
                    .noneMatch(node -> pairs.secondary(node, primary).verdict().accepted());
        }

        private IntStream partners(int node) {
            return candidateNodes.open().stream()
                    .mapToInt(Integer::intValue)
                    .filter(other -> other != node && state.groupOf(other) == state.groupOf(node));
        }

        /** The best partner is one for whose failure the node reserves least; of those, one that takes the instance. */
        private RoleVerdict secondary(PairScore pairs, int node) {
            long[] reserved = new long[all.length];
            for (NodeReport.PeerNeed need : state.report(node).peers()) {
                reserved[need.node()] = need.memory();
            }
            OptionalInt partner = partners(node)
                    .reduce((best, other) -> reserved[other] < reserved[best]
                                    || (reserved[other] == reserved[best] && takes(other) && !takes(best))
                            ? other
                            : best);
            if (partner.isEmpty()) {
                return new RoleVerdict(
                        RefusalCause.NO_PARTNER, Verdict.DISK, List.of(), Optional.empty(), OptionalInt.empty());
            }
            int primary = partner.getAsInt();
            return RoleVerdict.of(
                    pairs.secondary(node, primary).verdict(), demands.asSecondary(node, primary), partner);
        }

        private boolean takes(int node) {
            RoleVerdict stop = primaries.get(node);
            return stop != null && stop.reason() == RefusalCause.FITS;
        }
    }
}
