package org.ballast.hspace.output;

import java.util.ArrayList;
import java.util.List;
import org.ballast.capacity.CandidateNodes;
import org.ballast.cli.json.JsonDocument;
import org.ballast.hspace.study.Study;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Cluster;
import org.ballast.model.Node;
import org.ballast.planner.state.ClusterState;

/** The part of the document about where nothing is placed, and why. */
final class HealthPart {
    private final CapacityFields fields;
    private final JsonDocument document;

    HealthPart(CapacityFields fields) {
        this.fields = fields;
        document = fields.document();
    }

    private enum Reason {
        /** The group's policy is not to take new instances. */
        UNALLOCABLE,
        /** Some node could not host a failover it may have to. */
        FAILS_N1,
        /** Some node's instances would not all find places if it failed. */
        CANNOT_EVACUATE
    }

    private record Ailing(int group, List<Reason> reasons) {}

    void write(Study study) {
        CandidateNodes candidateNodes = study.candidateNodes();
        Cluster cluster = study.scenario().cluster();
        fields.object("unhealthy", () -> {
            document.put("stopped", candidateNodes.stopped());
            document.put(
                    "offline_nodes",
                    cluster.nodes().stream()
                            .filter(Node::isOffline)
                            .map(Node::name)
                            .toList());
            document.put(
                    "nodes",
                    candidateNodes.unhealthyNodes().stream().map(fields::node).toList());
            fields.list("groups", ailing(study), each -> write(each, candidateNodes));
        });
    }

    private void write(Ailing ailing, CandidateNodes candidateNodes) {
        document.put("name", fields.group(ailing.group()));
        document.put("left_out", candidateNodes.open().stream().noneMatch(node -> groupOf(node) == ailing.group()));
        document.put(
                "reasons", ailing.reasons().stream().map(CapacityFields::word).toList());
    }

    private List<Ailing> ailing(Study study) {
        CandidateNodes candidateNodes = study.candidateNodes();
        List<Integer> stuck =
                CandidateNodes.unhealthyGroups(new ClusterState(study.scenario()), candidateNodes.rules());
        List<Ailing> found = new ArrayList<>();
        for (int g = 0; g < study.scenario().cluster().groups().size(); g++) {
            int group = g;
            List<Reason> reasons = new ArrayList<>();
            if (study.scenario().cluster().groups().get(g).allocationPolicy() == AllocationPolicy.UNALLOCABLE) {
                reasons.add(Reason.UNALLOCABLE);
            }
            if (candidateNodes.unhealthyNodes().stream().anyMatch(node -> groupOf(node) == group)) {
                reasons.add(Reason.FAILS_N1);
            }
            if (stuck.contains(group)) {
                reasons.add(Reason.CANNOT_EVACUATE);
            }
            if (!reasons.isEmpty()) {
                found.add(new Ailing(group, reasons));
            }
        }
        return found;
    }

    private int groupOf(int node) {
        return fields.cluster().nodes().get(node).group();
    }
}
