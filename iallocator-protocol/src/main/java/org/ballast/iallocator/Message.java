package org.ballast.iallocator;

import java.util.List;
import java.util.Map;
import org.ballast.model.Cluster;

/**
 * The input of an allocator: the state of the cluster, and the request.
 *
 * @param cluster the state; groups, nodes and instances in the order of the document
 * @param hypervisors names of the enabled hypervisors; the first is the one that instances use if nothing else is said
 * @param request what is asked
 * @param unusualNames names of nodes and instances that Ganeti does not give, and the file and line where each is
 */
public record Message(Cluster cluster, List<String> hypervisors, Request request, Map<String, String> unusualNames) {

    /** Copies the lists. */
    public Message {
        hypervisors = List.copyOf(hypervisors);
        unusualNames = Map.copyOf(unusualNames);
    }
}
