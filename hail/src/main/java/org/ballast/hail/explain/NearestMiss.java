package org.ballast.hail.explain;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.ballast.iallocator.Reply;

/** The nearest miss at the end of a refusal's text, where users of the cluster manager read it. */
public final class NearestMiss {
    private static final String MISS = "; nearest miss: ";
    private static final String OBSTACLE = "; in the way: ";

    private NearestMiss() {}

    /** Returns the reply with what came nearest added to all that it refuses. */
    public static Reply addTo(Reply reply, ReplyExplanation explanation) {
        return switch (reply) {
            case Reply.Refused refused ->
                new Reply.Refused(linked(
                        refused.info(),
                        explanation.findings().stream()
                                .flatMap(finding -> addition(finding).stream())
                                .findFirst()));
            case Reply.MultiAllocated several ->
                new Reply.MultiAllocated(several.allocated(), linked(several.failed(), explanation));
            case Reply.Moves moves -> new Reply.Moves(moves.moved(), linked(moves.failed(), explanation), moves.jobs());
            case Reply.Allocated _, Reply.AllocatedSecondary _, Reply.Relocated _ -> reply;
        };
    }

    private static List<Reply.Failed> linked(List<Reply.Failed> failed, ReplyExplanation explanation) {
        Iterator<InstanceFinding> others = explanation.findings().stream()
                .filter(finding -> !(finding instanceof InstanceFinding.Granted))
                .iterator();
        List<Reply.Failed> linked = new ArrayList<>();
        for (Reply.Failed each : failed) {
            Optional<String> addition = others.hasNext() ? addition(others.next()) : Optional.empty();
            linked.add(new Reply.Failed(each.instance(), linked(each.reason(), addition)));
        }
        return linked;
    }

    private static Optional<String> addition(InstanceFinding finding) {
        return finding.nearestMiss()
                .map(MISS::concat)
                .or(() -> finding.obstacle().map(OBSTACLE::concat));
    }

    /** Some of Ganeti's reasons end in a semicolon of their own. */
    private static String linked(String reason, Optional<String> addition) {
        return addition.map(text -> reason + (reason.endsWith(";") ? text.substring(1) : text))
                .orElse(reason);
    }
}
