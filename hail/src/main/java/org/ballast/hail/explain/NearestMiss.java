package org.ballast.hail.explain;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.ballast.iallocator.Reply;

/** Lets the text of a refusal end in what came nearest, so that whoever asked the cluster manager reads it. */
public final class NearestMiss {
    private static final String LINK = "; nearest miss: ";

    private NearestMiss() {}

    /** Returns the reply with what came nearest added to all that it refuses. */
    public static Reply addTo(Reply reply, Explanation explanation) {
        return switch (reply) {
            case Reply.Refused refused -> new Reply.Refused(linked(refused.info(), explanation.nearestMiss()));
            case Reply.MultiAllocated several ->
                new Reply.MultiAllocated(several.allocated(), linked(several.failed(), explanation));
            case Reply.Moves moves -> new Reply.Moves(moves.moved(), linked(moves.failed(), explanation), moves.jobs());
            case Reply.Allocated _, Reply.AllocatedSecondary _, Reply.Relocated _ -> reply;
        };
    }

    private static List<Reply.Failed> linked(List<Reply.Failed> failed, Explanation explanation) {
        Iterator<Finding> misses = explanation.findings().stream()
                .filter(finding -> !(finding instanceof Finding.Granted))
                .iterator();
        List<Reply.Failed> linked = new ArrayList<>();
        for (Reply.Failed each : failed) {
            Optional<String> miss = misses.hasNext() ? misses.next().nearestMiss() : Optional.empty();
            linked.add(new Reply.Failed(each.instance(), linked(each.reason(), miss)));
        }
        return linked;
    }

    private static String linked(String reason, Optional<String> miss) {
        return miss.map(sentence -> reason + LINK + sentence).orElse(reason);
    }
}
