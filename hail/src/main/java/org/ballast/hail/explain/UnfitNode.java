package org.ballast.hail.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ballast.checker.Refusal;
import org.ballast.model.Node;

/**
 * Nodes that no added memory or disk space would make fit for an instance: they are offline, or they report no figures,
 * as nodes do that were added a moment ago.
 */
final class UnfitNode {
    private UnfitNode() {}

    /**
     * Returns why a node that refuses is out of the question, if it is.
     *
     * @param refusals what it has against the instance
     */
    static Optional<Cause> of(Node node, List<? extends Refusal> refusals) {
        if (node.isOffline()) {
            return Optional.of(new Cause(ExclusionReason.OFFLINE, node.name() + " is " + unavailable(node)));
        }
        List<String> missing = new ArrayList<>();
        if (!(node.memory().total() > 0)) {
            missing.add("no memory");
        }
        if (!(node.cpus().total() > 0)) {
            missing.add("no CPUs");
        }
        boolean wantsDisk = refusals.stream().anyMatch(UnfitNode::isForDisk);
        if (!(node.disk().total() > 0) && (wantsDisk || !missing.isEmpty())) {
            missing.add("no disk space");
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Cause(ExclusionReason.NO_FIGURES, node.name() + " reports " + joined(missing)));
    }

    /**
     * The reason for which a node is out of the question.
     *
     * @param sentence the same in words, without a full stop
     */
    record Cause(ExclusionReason reason, String sentence) {}

    /** A node whose figures are there although it takes no instances may be a drained one. */
    static String unavailable(Node node) {
        return node.memory().total() > 0 ? "offline or drained" : "offline";
    }

    private static boolean isForDisk(Refusal refusal) {
        return ExclusionReason.of(refusal) == ExclusionReason.DISK;
    }

    private static String joined(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.getFirst() : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
