package org.ballast.iallocator;

import java.util.List;
import org.ballast.model.Cluster;

/**
 * What a cluster manager hands to an allocator: the state of the cluster, and what it wants to know.
 *
 * @param cluster the state; groups, nodes and instances in the order of the document
 * @param hypervisors names of the enabled hypervisors; the first is the one that instances use if nothing else is said
 * @param request what is asked
 */
public record Message(Cluster cluster, List<String> hypervisors, Request request) {

    /** Copies the list. */
    public Message {
        hypervisors = List.copyOf(hypervisors);
    }
}
