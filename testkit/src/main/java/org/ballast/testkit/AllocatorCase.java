package org.ballast.testkit;

import org.ballast.model.Cluster;

/**
 * A request to an allocator, and a call of {@code hail} that asks it.
 *
 * @param cluster the cluster in the request's document
 * @param request what is asked
 * @param document the request's document
 * @param call the call, with the document among its files; if it reads the cluster from a text file of the name {@link
 *     RandomOptions#DATA_FILE}, that file has yet to be added
 */
public record AllocatorCase(Cluster cluster, AllocatorRequest request, Json.Struct document, CommandLine call) {

    /** Returns whether the call reads the cluster from a text file. */
    public boolean readsText() {
        return call.arguments().stream().anyMatch(argument -> argument.endsWith(RandomOptions.DATA_FILE));
    }
}
